package openproton.cli;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.UpdateAccountSettingsInput;
import picocli.CommandLine.Option;

/// The flags of services with a pipeline: where their code lies, and as whom pipelines are made.
final class PipelineOptions {
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

    @Option(
            names = "--pipeline-codebuild-role",
            paramLabel = "ARN",
            description = "Set the role of the account that the commands of all pipelines run with.")
    private Optional<String> role = Optional.empty();

    /// Sets the role, where one is given.
    void setRole(ApiClient client) {
        role.ifPresent(arn -> client.call(
                ApiModel.UPDATE_ACCOUNT_SETTINGS,
                UpdateAccountSettingsInput.builder()
                        .pipelineCodebuildRoleArn(arn)
                        .build()));
    }

    Repository repository() {
        return new Repository(repositoryId, branch, connection);
    }
}
