package openproton.cli;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.Deployment;
import openproton.api.DeploymentState;
import openproton.api.GetDeploymentInput;
import openproton.api.RollbackDeploymentInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Deploys again what an earlier deployment had.
@Command(
        name = "rollback",
        description = "Deploy again what an earlier deployment had, its version and its spec, and follow it.",
        footer = {
            "",
            "Examples:",
            "  openproton rollback 6f1ed1a5-8e9f-4f0f-9d7e-0a3a4a1f2b3c",
            "  openproton rollback 6f1ed1a5-8e9f-4f0f-9d7e-0a3a4a1f2b3c --yes --no-wait",
            "",
            "Ids of earlier deployments: aws proton list-deployments"
        })
final class RollbackCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Parameters(paramLabel = "DEPLOYMENT-ID", description = "The deployment to go back to.")
    private String id = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--no-wait", description = "Do not follow the deployment.")
    private boolean noWait;

    RollbackCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        var client = server.client(outside);
        Deployment earlier = client.call(
                        ApiModel.GET_DEPLOYMENT,
                        GetDeploymentInput.builder().id(id).build())
                .deployment()
                .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, "there is no deployment '%s'".formatted(id)));
        Followed followed = target(earlier);
        outside.terminal()
                .note("Deployment %s of %s: %s, created at %s, %s"
                        .formatted(
                                id,
                                followed.words(),
                                content(earlier),
                                earlier.createdAt(),
                                outside.terminal()
                                        .status(earlier.deploymentStatus().value())));
        var question =
                new Question("Deploy that again?", "roll %s back to deployment %s".formatted(followed.words(), id));
        if (!yes && !question.isAgreed()) {
            outside.terminal().note("Nothing was deployed.");
            return ExitCode.FAILED.status();
        }
        return roll(client, earlier, followed);
    }

    private int roll(ApiClient client, Deployment earlier, Followed followed) {
        Set<String> old = followed.look(client).map(Followed.Look::deployments).orElse(Set.of());
        client.call(ApiModel.ROLLBACK_DEPLOYMENT, new RollbackDeploymentInput(earlier.targetArn(), id));
        if (noWait) {
            outside.terminal().note("Started. Follow it with: %s".formatted(followed.logsCommand()));
            return ExitCode.OK.status();
        }
        return DeployOptions.follow(client, outside, followed, old);
    }

    private static Followed target(Deployment deployment) {
        return switch (deployment.targetResourceType()) {
            case ENVIRONMENT -> new Followed.OfEnvironment(deployment.environmentName());
            case SERVICE_INSTANCE ->
                new Followed.OfService(
                        deployment.serviceName().orElse(""),
                        deployment.serviceInstanceName().map("instance "::concat));
            case SERVICE_PIPELINE ->
                new Followed.OfService(deployment.serviceName().orElse(""), Optional.of("pipeline"));
            case COMPONENT -> new FollowedComponent(deployment.componentName().orElse(""));
        };
    }

    /// What it would bring back.
    private static String content(Deployment deployment) {
        return deployment.targetState().map(RollbackCommand::words).orElse("its version and spec");
    }

    private static String words(DeploymentState state) {
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
        return "version %s:%s.%s".formatted(template, major, minor);
    }
}
