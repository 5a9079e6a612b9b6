package openproton.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/// The flags that say where the code of a service lies, for templates with a pipeline.
final class CodeOptions {
    @Option(
            names = "--repository-id",
            paramLabel = "OWNER/NAME",
            description = "Where its code lies; needed when the template has a pipeline.")
    private Optional<String> repositoryId = Optional.empty();

    @Option(
            names = "--branch",
            paramLabel = "BRANCH",
            description = "The branch that its pipeline builds; default: main.")
    private Optional<String> branch = Optional.empty();

    @Option(
            names = "--connection",
            paramLabel = "ARN",
            description = "How AWS reaches the repository; default: a name that a local server takes.")
    private Optional<String> connection = Optional.empty();

    Repository repository() {
        return new Repository(repositoryId, branch, connection);
    }
}
