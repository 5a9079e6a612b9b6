package openproton.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.smithy.model.Model;

/// Holds our IDL against the facts of the published API model, version 2020-07-20: operations, members, required flags,
/// lengths, ranges, patterns, enums, errors, tokens, paginators and waiters.
class ModelFactsTest {
    private static final Path PUBLISHED = Path.of("src/test/resources/published-facts.txt");

    /// Where we differ on purpose: the published line, and ours.
    private static final Map<String, String> DEVIATIONS = Map.of(
            // Legal instance names make longer ARNs than the published limit lets tag and notify calls name.
            "Arn: length {\"max\":200,\"min\":1}", "Arn: length {\"max\":512,\"min\":1}");

    private final Model model = Generate.load(Path.of("src/main/smithy"));

    @Test
    void agreesWithThePublishedModelInEveryFact() throws IOException {
        var expected = new ArrayList<String>();
        for (String line : Files.readAllLines(PUBLISHED)) {
            expected.add(DEVIATIONS.getOrDefault(line, line));
        }
        assertThat(new Facts(model).lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void hasAllEightySevenOperations() {
        List<String> operations = new Facts(model)
                .lines().stream().filter(line -> line.startsWith("operation ")).toList();
        assertThat(operations).hasSize(87);
    }

    @Test
    void everyOperationSaysWhatARepeatedRequestDoes() {
        assertThat(Generate.operations(model))
                .allSatisfy(operation -> assertThat(operation.hasTrait("openproton.traits#idempotencyClass"))
                        .as(operation.getId().getName())
                        .isTrue());
    }
}
