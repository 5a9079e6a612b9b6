package openproton.cli.command;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.Deployment;
import openproton.api.DeploymentState;
import openproton.api.GetDeploymentInput;
import openproton.api.RollbackDeploymentInput;
import openproton.cli.follow.ComponentTarget;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.EnvironmentTarget;
import openproton.cli.follow.PartStatus;
import openproton.cli.follow.ServiceTarget;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.Confirmation;
import openproton.cli.terminal.ExitCode;
import openproton.cli.wire.VersionInUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `openproton rollback`: deploys the version and the spec of an earlier deployment again.
@Command(
        name = "rollback",
        description = "Deploy the version and the spec of an earlier deployment again, and follow the deployment.",
        footer = {
            "",
            "Examples:",
            "  openproton rollback 6f1ed1a5-8e9f-4f0f-9d7e-0a3a4a1f2b3c",
            "  openproton rollback 6f1ed1a5-8e9f-4f0f-9d7e-0a3a4a1f2b3c --yes --no-wait",
            "",
            "List the ids of earlier deployments with: aws proton list-deployments"
        })
public final class RollbackCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final EndpointOptions server;

    @Parameters(paramLabel = "DEPLOYMENT-ID", description = "The deployment to go back to.")
    private String id = "";

    @Mixin
    private final ConfirmOptions confirm = new ConfirmOptions();

    @Mixin
    private final WaitOptions wait;

    public RollbackCommand(CommandContext context) {
        this.context = context;
        this.server = new EndpointOptions(context);
        this.wait = new WaitOptions(context);
    }

    @Override
    public Integer call() {
        var client = server.client();
        Deployment earlier = client.call(
                        ApiModel.GET_DEPLOYMENT,
                        GetDeploymentInput.builder().id(id).build())
                .deployment()
                .orElseThrow(() -> CommandFailure.failed("there is no deployment '%s'".formatted(id)));
        DeploymentTarget target = target(earlier);
        show(earlier, target);
        var confirmation =
                new Confirmation("Deploy this again?", "roll %s back to deployment %s".formatted(target.title(), id));
        if (!confirm.isConfirmed(confirmation)) {
            context.terminal().note("Nothing was deployed.");
            return ExitCode.FAILED.status();
        }
        Set<String> old = target.deployments(client);
        client.call(ApiModel.ROLLBACK_DEPLOYMENT, new RollbackDeploymentInput(earlier.targetArn(), id));
        return wait.finish(client, target, old);
    }

    private void show(Deployment earlier, DeploymentTarget target) {
        String status = earlier.deploymentStatus().value();
        context.terminal()
                .note("Deployment %s of %s: %s, created at %s, %s"
                        .formatted(
                                id,
                                target.title(),
                                earlier.targetState()
                                        .map(RollbackCommand::content)
                                        .orElse("its version and spec"),
                                earlier.createdAt(),
                                context.terminal().status(status)));
    }

    private static DeploymentTarget target(Deployment deployment) {
        return switch (deployment.targetResourceType()) {
            case ENVIRONMENT -> new EnvironmentTarget(deployment.environmentName());
            case SERVICE_INSTANCE ->
                new ServiceTarget(
                        deployment.serviceName().orElse(""),
                        deployment.serviceInstanceName().map(PartStatus::instance));
            case SERVICE_PIPELINE ->
                new ServiceTarget(deployment.serviceName().orElse(""), Optional.of(PartStatus.PIPELINE));
            case COMPONENT -> new ComponentTarget(deployment.componentName().orElse(""));
        };
    }

    /// What the rollback would deploy.
    private static String content(DeploymentState state) {
        return switch (state) {
            case DeploymentState.OfEnvironment(var was) ->
                version(was.templateName(), was.templateMajorVersion(), was.templateMinorVersion());
            case DeploymentState.OfServiceInstance(var was) ->
                version(was.templateName(), was.templateMajorVersion(), was.templateMinorVersion());
            case DeploymentState.OfServicePipeline(var was) ->
                version(was.templateName(), was.templateMajorVersion(), was.templateMinorVersion());
            case DeploymentState.OfComponent _ -> "the component's file of that time";
        };
    }

    private static String version(String template, String major, String minor) {
        return "version " + new VersionInUse(template, major, minor);
    }
}
