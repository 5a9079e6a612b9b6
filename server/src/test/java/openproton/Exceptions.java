package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// What may still break a rule of the house. These lists may only shrink: a test fails on what is not listed, and on
/// what is listed and no longer needed.
final class Exceptions {
    /// Files that wire many rooms together.
    static final Set<String> MANY_IMPORTS = Set.of("House.java", "Resources.java", "TestDoor.java", "TestHouse.java");

    static final Listed HIGHER_FLOORS = new Listed("higher-floors");
    static final Listed CIRCLES = new Listed("circles");
    static final Listed NAMES_GIVEN_TWICE = new Listed("names-given-twice");
    static final Listed NESTED_NAMES = new Listed("nested-names");
    static final Listed LARGE_PACKAGES = new Listed("large-packages");
    static final Listed PUBLIC_METHODS = new Listed("public-methods");
    static final Listed PUBLIC_TYPES = new Listed("public-types");
    static final Listed UNCALLED_METHODS = new Listed("uncalled-methods");
    static final Listed UNUSED_TYPES = new Listed("unused-types");

    private static final Path FOLDER = Path.of("src/test/resources/exceptions");

    private Exceptions() {}

    /// The findings of one rule that are let pass, a line each, sorted, in a file of the folder `exceptions`.
    record Listed(String rule) {

        /// Fails unless what was found is what is listed.
        void assertOnly(Set<String> found) {
            Set<String> listed = read();
            if (Boolean.getBoolean("openproton.shrink")) {
                listed = difference(listed, difference(listed, found));
                write(listed);
            }
            assertThat(difference(found, listed))
                    .as("new findings of the rule '%s': fix the code; the list of exceptions may only shrink", rule)
                    .isEmpty();
            assertThat(difference(listed, found))
                    .as("no longer found by the rule '%s': bin/floors takes them off exceptions/%s.txt", rule, rule)
                    .isEmpty();
        }

        private void write(Set<String> listed) {
            Path file = FOLDER.resolve(rule + ".txt");
            try {
                if (listed.isEmpty()) {
                    Files.deleteIfExists(file);
                } else {
                    Files.write(file, listed);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Set<String> difference(Set<String> from, Set<String> without) {
            var left = new TreeSet<>(from);
            left.removeAll(without);
            return left;
        }

        private Set<String> read() {
            Path file = FOLDER.resolve(rule + ".txt");
            try {
                return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
