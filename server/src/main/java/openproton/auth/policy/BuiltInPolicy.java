package openproton.auth.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The policies that come with OpenProton, named as the original's; their documents lie under `policy/`.
@SuppressWarnings("ImmutableEnumChecker")
public enum BuiltInPolicy {
    /// Everything.
    ADMINISTRATOR("AWSProtonFullAccess"),
    /// Services, their instances and components; reading the rest.
    DEVELOPER("AWSProtonDeveloperAccess"),
    /// Reading.
    READ_ONLY("AWSProtonReadOnlyAccess");

    private final String title;
    private final Policy policy;

    BuiltInPolicy(String title) {
        this.title = title;
        this.policy = new Policy(title, PolicyReader.read(document(title)));
    }

    /// The name by which a key is given this policy.
    public String title() {
        return title;
    }

    /// The policy itself.
    public Policy policy() {
        return policy;
    }

    static BuiltInPolicy named(String title) {
        return Arrays.stream(values())
                .filter(one -> one.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no policy '%s'; give a policy document, or one of %s".formatted(title, allTitles())));
    }

    private static String allTitles() {
        return Arrays.stream(values()).map(BuiltInPolicy::title).collect(Collectors.joining(", "));
    }

    private static String document(String title) {
        String path = "/policy/" + title + ".json";
        try (InputStream document = BuiltInPolicy.class.getResourceAsStream(path)) {
            if (document == null) {
                throw new IllegalStateException("this build lacks " + path);
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
