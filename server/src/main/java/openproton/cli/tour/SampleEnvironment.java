package openproton.cli.tour;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.CreateEnvironmentInput;
import openproton.api.DeploymentUpdateType;
import openproton.api.UpdateEnvironmentInput;
import openproton.base.LocalRole;
import openproton.cli.follow.EnvironmentTarget;
import openproton.cli.follow.TargetStatus;
import openproton.cli.terminal.CommandContext;
import openproton.cli.wire.ServerClient;

/// The environment of the quickstart.
record SampleEnvironment(ServerClient client, CommandContext context, QuickstartSample sample) {
    static final EnvironmentTarget TARGET = new EnvironmentTarget(QuickstartSample.ENVIRONMENT);

    /// Creates the environment, or deploys it again when the last deployment failed.
    ///
    /// @param arn of any resource in the caller's account
    /// @throws CommandFailure when the deployment fails
    void deploy(String arn) {
        Optional<TargetStatus> status = TARGET.status(client);
        if (status.isEmpty()) {
            client.call(
                    ApiModel.CREATE_ENVIRONMENT,
                    CreateEnvironmentInput.builder()
                            .name(TARGET.name())
                            .templateName(QuickstartSample.ENVIRONMENT_TEMPLATE)
                            .templateMajorVersion("1")
                            .spec(sample.environmentSpec())
                            .codebuildRoleArn(LocalRole.of(arn))
                            .build());
        } else if (status.get().isFailed()) {
            client.call(
                    ApiModel.UPDATE_ENVIRONMENT,
                    UpdateEnvironmentInput.builder()
                            .name(TARGET.name())
                            .spec(sample.environmentSpec())
                            .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                            .build());
        } else if (!status.get().isBusy()) {
            context.terminal().detail("The environment exists already");
            return;
        }
        Quickstart.follow(client, context, TARGET, status);
    }
}
