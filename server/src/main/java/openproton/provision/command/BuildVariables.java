package openproton.provision.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The environment variables of a build, and the values that must not appear in its log.
///
/// @param values name to value
/// @param secrets values that are masked
record BuildVariables(Map<String, String> values, Set<String> secrets) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> READ_ONLY =
            Set.of("BASHOPTS", "BASH_VERSINFO", "EUID", "PPID", "SHELLOPTS", "UID");
    private static final Pattern SENSITIVE =
            Pattern.compile("(?i).*(SECRET|TOKEN|PASSW|CREDENTIAL|PRIVATE_?KEY|ACCESS_?KEY|API_?KEY).*");
    private static final int MASK_MIN = 4;

    /// Merges the variables of order, buildspec and secrets; later ones win. Refuses names that are not valid in a
    /// shell.
    ///
    /// @param account the account of the resource, whose secrets may be used
    static BuildVariables of(String account, Map<String, String> order, Buildspec buildspec, SecretSource source) {
        var values = new LinkedHashMap<>(order);
        var secrets = new LinkedHashSet<String>();
        values.putAll(buildspec.variables());
        buildspec.secrets().forEach((name, reference) -> {
            String secret = source.secret(account, reference).orElseThrow(() -> missing(account, name, reference));
            values.put(name, secret);
            secrets.add(secret);
        });
        values.forEach((name, value) -> {
            check(name, value);
            if (SENSITIVE.matcher(name).matches()) {
                secrets.add(value);
            }
        });
        return new BuildVariables(values, secrets);
    }

    /// These variables, and defaults for missing ones.
    BuildVariables withDefaults(Map<String, String> defaults) {
        var all = new LinkedHashMap<>(defaults);
        all.putAll(values);
        return new BuildVariables(all, secrets);
    }

    BuildVariables with(String name, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new BuildVariables(all, secrets);
    }

    /// The variables as a shell script.
    String script() {
        var lines = new StringBuilder();
        values.forEach((name, value) -> lines.append("export ")
                .append(name)
                .append('=')
                .append(Shell.quote(value))
                .append('\n'));
        return lines.toString();
    }

    /// The texts to mask, one in each line, long ones first. Texts under four characters are left out: they would
    /// mask half of the log.
    String masks() {
        List<String> lines = new ArrayList<>(secrets.stream()
                .flatMap(String::lines)
                .flatMap(line -> Stream.of(line, line.strip()))
                .filter(line -> line.length() >= MASK_MIN)
                .distinct()
                .toList());
        lines.sort(Comparator.comparingInt(String::length).reversed());
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches() || READ_ONLY.contains(name)) {
            throw new BuildRefusal(
                    "'%s' cannot be a variable of a build: expected letters, digits and underscores, no digit first, "
                                    .formatted(name)
                            + "and no name that the shell keeps for itself, such as UID.");
        }
        if (value.indexOf('\0') >= 0) {
            throw new BuildRefusal(
                    "The value of the variable %s has a NUL character, which no process can be given.".formatted(name));
        }
    }

    private static BuildRefusal missing(String account, String name, String reference) {
        return new BuildRefusal(
                ("The variable %s needs the secret '%s' (env.secrets_manager in the manifest), which the local runner"
                    + " does not find. Put it into the folder secrets/%s of the server's data: a file named like the"
                    + " secret's id, holding a JSON object that has the member named behind the colon. No command was"
                    + " run.")
                        .formatted(name, reference, account));
    }
}
