package openproton.cli.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.CreateEnvironmentInput;
import openproton.api.CreateRepositoryInput;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.DeleteRepositoryInput;
import openproton.api.DeploymentUpdateType;
import openproton.api.GetRepositoryInput;
import openproton.api.NotifyResourceDeploymentStatusChangeInput;
import openproton.api.Output;
import openproton.api.RepositoryBranchInput;
import openproton.api.RepositoryProvider;
import openproton.api.ResourceDeploymentStatus;
import openproton.api.UpdateEnvironmentInput;
import openproton.base.Json;
import openproton.cli.follow.EnvironmentTarget;
import openproton.cli.follow.TargetStatus;
import openproton.cli.terminal.CommandContext;
import openproton.cli.wire.ServerClient;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.EnvironmentSpec;

/// The environment of the self-managed quickstart, with the template and the repository it needs.
record ReviewedEnvironment(ServerClient client) {
    static final String NAME = "reviewed";
    static final EnvironmentTarget TARGET = new EnvironmentTarget(NAME);
    static final String REPOSITORY = "openproton/infrastructure";

    private static final String TEMPLATE = "pull-request-environment";
    private static final String CONNECTION = "quickstart";

    /// The settings with which a server reaches the repository.
    ///
    /// @param repositories the folder that contains the repository
    static Map<String, String> variables(Path repositories) {
        var connection = Map.of("kind", "git", "url", repositories.toUri().toString(), "provider", "GITHUB");
        return Map.of("OPENPROTON_CONNECTIONS", Json.write(Map.of(CONNECTION, connection)));
    }

    /// Publishes the template and links the repository, unless that is done already.
    void prepare(CommandContext context) {
        new SampleTemplates(client, context).publish(TemplateKind.ENVIRONMENT, TEMPLATE, List.of());
        link();
    }

    private void link() {
        var known = new GetRepositoryInput(RepositoryProvider.GITHUB, REPOSITORY);
        if (client.find(ApiModel.GET_REPOSITORY, known).isEmpty()) {
            client.call(
                    ApiModel.CREATE_REPOSITORY,
                    CreateRepositoryInput.builder()
                            .provider(RepositoryProvider.GITHUB)
                            .name(REPOSITORY)
                            .connectionArn(
                                    "arn:aws:codestar-connections:us-east-1:000000000000:connection/" + CONNECTION)
                            .build());
        }
    }

    /// Creates the environment, or updates it when the last deployment failed.
    ///
    /// @return whether a deployment has to be reviewed and reported now
    boolean request() {
        Optional<TargetStatus> status = TARGET.status(client);
        if (status.isEmpty()) {
            client.call(
                    ApiModel.CREATE_ENVIRONMENT,
                    CreateEnvironmentInput.builder()
                            .name(NAME)
                            .templateName(TEMPLATE)
                            .templateMajorVersion("1")
                            .provisioningRepository(new RepositoryBranchInput(
                                    RepositoryProvider.GITHUB, REPOSITORY, LocalRepository.MAIN))
                            .spec(spec())
                            .build());
        } else if (status.get().isFailed()) {
            client.call(
                    ApiModel.UPDATE_ENVIRONMENT,
                    UpdateEnvironmentInput.builder()
                            .name(NAME)
                            .spec(spec())
                            .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                            .build());
        } else {
            return status.get().isBusy();
        }
        return true;
    }

    private static String spec() {
        return new EnvironmentSpec(Map.of("cidr", "10.20.0.0/16", "subnets", 3)).toYaml();
    }

    /// Empty when the environment does not exist.
    Optional<TargetStatus> status() {
        return TARGET.status(client);
    }

    /// @throws CommandFailure when the environment does not exist
    TargetStatus requireStatus() {
        return TARGET.requireStatus(client);
    }

    /// Reports that a deployment succeeded.
    ///
    /// @param deploymentId empty for the deployment in progress
    void reportSuccess(Optional<String> deploymentId, Map<String, String> outputs) {
        var pairs = outputs.entrySet().stream()
                .map(output -> Output.builder()
                        .key(output.getKey())
                        .valueString(output.getValue())
                        .build())
                .toList();
        report(NotifyResourceDeploymentStatusChangeInput.builder()
                .deploymentId(deploymentId)
                .status(ResourceDeploymentStatus.SUCCEEDED)
                .outputs(pairs));
    }

    /// Reports that the deployment in progress failed.
    void reportFailure(String why) {
        report(NotifyResourceDeploymentStatusChangeInput.builder()
                .status(ResourceDeploymentStatus.FAILED)
                .statusMessage(why));
    }

    private void report(NotifyResourceDeploymentStatusChangeInput.Builder report) {
        client.call(
                ApiModel.NOTIFY_RESOURCE_DEPLOYMENT_STATUS_CHANGE,
                report.resourceArn(TARGET.arn(client).orElseThrow(TARGET::missing))
                        .build());
    }

    /// Starts the deletion.
    void delete() {
        client.call(ApiModel.DELETE_ENVIRONMENT, new DeleteEnvironmentInput(NAME));
    }

    /// Deletes the template and the link to the repository.
    void removePreparation(CommandContext context) {
        new SampleTemplates(client, context).remove(TemplateKind.ENVIRONMENT, TEMPLATE);
        var known = new GetRepositoryInput(RepositoryProvider.GITHUB, REPOSITORY);
        if (client.find(ApiModel.GET_REPOSITORY, known).isPresent()) {
            client.call(ApiModel.DELETE_REPOSITORY, new DeleteRepositoryInput(RepositoryProvider.GITHUB, REPOSITORY));
        }
    }
}
