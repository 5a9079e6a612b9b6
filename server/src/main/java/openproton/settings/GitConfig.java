package openproton.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openproton.git.Connection;
import openproton.git.HostKind;
import openproton.git.Secret;
import openproton.render.data.Yaml;
import openproton.render.data.YamlLimits;

/// The connections to git hosts that an operator configures: the section `connections` of `openproton.yaml`, or the
/// same map as YAML in the variable `OPENPROTON_CONNECTIONS`, which then replaces the section.
public final class GitConfig {
    static final String SECTION = "connections";
    static final String VARIABLE = "OPENPROTON_CONNECTIONS";

    private static final int CHARACTERS_MAX = 100_000;
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Set<String> MEMBERS = Set.of(
            "kind",
            "url",
            "api",
            "user",
            "token-file",
            "token-variable",
            "ssh-key-file",
            "webhook-secret-file",
            "webhook-secret-variable",
            "provider",
            "accounts");

    private GitConfig() {}

    /// @throws IllegalArgumentException naming the connection and member that is wrong, and what would be right
    public static List<Connection> of(Settings settings) {
        Map<String, Map<String, String>> named = new LinkedHashMap<>();
        members(settings).forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            if (dot < 1 || !MEMBERS.contains(key.substring(dot + 1))) {
                throw new IllegalArgumentException(
                        "the setting %s.%s is not known; a connection has a name and the members %s"
                                .formatted(
                                        SECTION, key, MEMBERS.stream().sorted().toList()));
            }
            named.computeIfAbsent(key.substring(0, dot), _ -> new LinkedHashMap<>())
                    .put(key.substring(dot + 1), value);
        });
        var connections = new ArrayList<Connection>();
        named.forEach((name, members) -> connections.add(connection(name, members, settings.variables())));
        return connections;
    }

    /// The members of all connections, by `name.member`.
    private static Map<String, String> members(Settings settings) {
        String text = settings.variables().get(VARIABLE);
        if (text != null) {
            return Settings.flat(
                    Yaml.read(text, YamlLimits.ofCharacters(CHARACTERS_MAX)).value());
        }
        var members = new LinkedHashMap<String, String>();
        settings.file().forEach((key, value) -> {
            if (key.startsWith(SECTION + ".")) {
                members.put(key.substring(SECTION.length() + 1), value);
            }
        });
        return members;
    }

    private static Connection connection(String name, Map<String, String> members, Map<String, String> variables) {
        HostKind kind = kind(name, members);
        var address = new Connection.Address(
                uri(name, "url", required(name, members, "url")),
                Optional.ofNullable(members.get("api")).map(text -> uri(name, "api", text)));
        var credentials = new Connection.Credentials(
                Optional.ofNullable(members.get("user")),
                secret(members, "token", variables),
                Optional.ofNullable(members.get("ssh-key-file")).map(Path::of));
        String provider = Optional.ofNullable(members.get("provider")).orElseGet(() -> usualProvider(kind));
        var offer = new Connection.Offer(
                provider, Optional.ofNullable(members.get("accounts")).map(text -> accounts(name, text)));
        return new Connection(name, kind, address, credentials, secret(members, "webhook-secret", variables), offer);
    }

    private static Set<String> accounts(String name, String text) {
        Set<String> accounts = Stream.of(text.split(",")).map(String::strip).collect(Collectors.toSet());
        if (!accounts.stream().allMatch(account -> ACCOUNT.matcher(account).matches())) {
            throw wrong(name, "accounts", text, "a list of accounts, each twelve digits in quotes,");
        }
        return accounts;
    }

    private static HostKind kind(String name, Map<String, String> members) {
        String text = members.getOrDefault("kind", "git");
        try {
            return HostKind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw wrong(name, "kind", text, "github, gitlab, bitbucket or git");
        }
    }

    private static String usualProvider(HostKind kind) {
        return kind == HostKind.BITBUCKET ? "BITBUCKET" : kind == HostKind.GITHUB ? "GITHUB" : "GITHUB_ENTERPRISE";
    }

    private static Optional<Secret> secret(Map<String, String> members, String what, Map<String, String> variables) {
        return Optional.ofNullable(members.get(what + "-file"))
                .<Secret>map(file -> new Secret.InFile(Path.of(file)))
                .or(() -> Optional.ofNullable(members.get(what + "-variable"))
                        .map(variable -> new Secret.InVariable(variable, variables)));
    }

    private static String required(String name, Map<String, String> members, String member) {
        return Optional.ofNullable(members.get(member))
                .orElseThrow(() -> wrong(name, member, "", "an address such as https://github.com"));
    }

    private static URI uri(String name, String member, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException broken) {
            throw wrong(name, member, text, "an address such as https://github.com");
        }
    }

    private static IllegalArgumentException wrong(String name, String member, String given, String right) {
        return new IllegalArgumentException(
                "the setting %s.%s.%s is '%s'; %s is expected".formatted(SECTION, name, member, given, right));
    }
}
