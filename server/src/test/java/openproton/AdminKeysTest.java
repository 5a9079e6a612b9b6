package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminKeysTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aKeyHasThePoliciesThatItIsGiven() throws IOException {
        Path own = file("""
            {
              "Version": "2012-10-17",
              "Statement": {"Effect": "Deny", "Action": "proton:Delete*", "Resource": "*"}
            }
            """);

        good("create", "--user", "ann", "--policy", "Developer", "--policy", own);
        good("create", "--user", "bob", "--policy", "AWSProtonReadOnlyAccess");
        good("create", "--user", "root");

        assertThat(play("list").results())
                .containsPattern("ACTIVE +000000000000 +ann +AWSProtonDeveloperAccess, a policy of its own")
                .containsPattern("bob +AWSProtonReadOnlyAccess")
                .containsPattern("root +AWSProtonFullAccess");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Statement\": {\"Effect\": \"Maybe\"}} | statement 1: Effect must be Allow or Deny, not 'Maybe'",
                "{\"Statement\": [ | cannot be used",
                "[] | cannot be used"
            })
    void aDocumentThatCannotBeUsedIsRefused(String document, String why) throws IOException {
        var refused = play("create", "--policy", file(document));

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.problems()).contains("policy.json", why).doesNotContain("\tat ");
        assertThat(play("list").results().lines()).hasSize(3);
    }

    @Test
    void whatIsNoPolicyIsRefused() {
        var refused = play("create", "--policy", "boss");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.problems()).contains("'boss' is neither administrator, developer, readonly nor a file");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("policy.json"), text);
    }

    private void good(Object... words) {
        var made = play(words);
        assertThat(made.status()).as(made.problems()).isZero();
    }

    private Stage.Played play(Object... words) {
        String[] texts = Stream.of(words).map(Object::toString).toArray(String[]::new);
        return new Stage(folder, Map.of()).plays("admin", "keys", texts, "--data", folder.resolve("data"));
    }
}
