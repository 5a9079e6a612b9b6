package openproton.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openproton.auth.policy.BuiltInPolicy;
import openproton.auth.policy.Policy;
import openproton.base.DataException;
import openproton.base.Json;
import openproton.cli.CommandFailure;
import openproton.cli.ExitCode;

/// A policy as people name it on the command line: a role, a built-in policy, or the file of a policy document.
///
/// @param text the name of a built-in policy, or a whole policy document as JSON
record GivenPolicy(String text) {
    private static final Map<String, BuiltInPolicy> ROLES = Map.of(
            "administrator", BuiltInPolicy.ADMINISTRATOR,
            "developer", BuiltInPolicy.DEVELOPER,
            "readonly", BuiltInPolicy.READ_ONLY);

    /// @throws CommandFailure when it is neither, or the document cannot be understood; the message says why
    static GivenPolicy of(String given) {
        return Optional.ofNullable(ROLES.get(given.toLowerCase(Locale.ROOT)))
                .or(() -> Arrays.stream(BuiltInPolicy.values())
                        .filter(policy -> policy.title().equals(given))
                        .findFirst())
                .map(policy -> new GivenPolicy(policy.title()))
                .orElseGet(() -> document(given));
    }

    /// How a key's policies are listed: documents are too long for a line.
    static String shown(List<String> policies) {
        return String.join(
                ", ",
                policies.stream()
                        .map(policy -> policy.startsWith("{") ? "a policy of its own" : policy)
                        .toList());
    }

    private static GivenPolicy document(String given) {
        try {
            String text =
                    Json.write(Json.read(given.strip().startsWith("{") ? given : Files.readString(Path.of(given))));
            Policy.of(text);
            return new GivenPolicy(text);
        } catch (IOException | InvalidPathException missing) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'%s' is neither administrator, developer, readonly nor a file with a policy document"
                            .formatted(given));
        } catch (DataException | IllegalArgumentException wrong) {
            throw new CommandFailure(
                    ExitCode.USAGE, "the policy document %s cannot be used: %s".formatted(given, wrong.getMessage()));
        }
    }
}
