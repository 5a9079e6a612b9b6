package openproton.cli.command.deploy;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.UpdateAccountSettingsInput;
import openproton.cli.wire.ServerClient;
import picocli.CommandLine.Option;

/// The options of services with a pipeline: the repository of the code, and the role of pipelines.
final class PipelineOptions {
    @Option(
            names = "--repository-id",
            paramLabel = "OWNER/NAME",
            description = "The repository with the service's code. Required when the template has a pipeline.")
    private Optional<String> repositoryId = Optional.empty();

    @Option(
            names = "--branch",
            paramLabel = "BRANCH",
            description = "The branch that the pipeline builds. Default: main.")
    private Optional<String> branch = Optional.empty();

    @Option(
            names = "--connection",
            paramLabel = "ARN",
            description = "The connection through which AWS reaches the repository. Default: one that only a local"
                    + " server accepts.")
    private Optional<String> connection = Optional.empty();

    @Option(
            names = "--pipeline-codebuild-role",
            paramLabel = "ARN",
            description = "Set the role that commands of all pipelines in the account run with.")
    private Optional<String> role = Optional.empty();

    /// Sets the role of the account, if one is given.
    void setRole(ServerClient client) {
        role.ifPresent(arn -> client.call(
                ApiModel.UPDATE_ACCOUNT_SETTINGS,
                UpdateAccountSettingsInput.builder()
                        .pipelineCodebuildRoleArn(arn)
                        .build()));
    }

    PipelineRepository repository() {
        return new PipelineRepository(repositoryId, branch, connection);
    }
}
