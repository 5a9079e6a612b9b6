package openproton.cli.tour;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openproton.api.ApiModel;
import openproton.api.GetResourcesSummaryInput;
import openproton.cli.follow.Deletion;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.Follower;
import openproton.cli.follow.TargetStatus;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateReference;
import openproton.render.bundle.TemplateKind;

/// Deploys the sample on a server, as far as it is not deployed yet.
record Quickstart(ServerClient client, CommandContext context, QuickstartSample sample) {

    /// Deploys what is missing, what failed, and pages that do not answer.
    ///
    /// @return the address of each page, by instance
    /// @throws CommandFailure when a deployment fails or a page does not answer afterwards
    Map<String, URI> run() {
        var terminal = context.terminal();
        terminal.step("Registering the sample templates");
        String arn = templates();
        terminal.step("Deploying the environment '%s'".formatted(QuickstartSample.ENVIRONMENT));
        new SampleEnvironment(client, context, sample).deploy(arn);
        terminal.step("Deploying the service '%s': two web pages and a pipeline".formatted(QuickstartSample.SERVICE));
        var service = new SampleService(client, context, sample);
        service.deploy(arn);
        terminal.step("Opening the pages");
        return service.pages();
    }

    /// @return the ARN of a template, which names the account
    private String templates() {
        var samples = new SampleTemplates(client, context);
        samples.publish(TemplateKind.ENVIRONMENT, QuickstartSample.ENVIRONMENT_TEMPLATE, List.of());
        return samples.publish(
                TemplateKind.SERVICE,
                QuickstartSample.SERVICE_TEMPLATE,
                List.of(TemplateReference.compatible(QuickstartSample.ENVIRONMENT_TEMPLATE + ":1")));
    }

    /// Follows deployments that were started.
    ///
    /// @param before the status before the start; empty when the target did not exist
    /// @throws CommandFailure when a deployment fails
    static void follow(
            ServerClient client, CommandContext context, DeploymentTarget target, Optional<TargetStatus> before) {
        Set<String> old = before.filter(status -> !status.isBusy())
                .map(TargetStatus::deployments)
                .orElse(Set.of());
        if (Follower.ofDeployments(client, context).follow(target, old) != Follower.End.SUCCEEDED) {
            throw CommandFailure.failed(
                    "the deployment of %s failed; see the lines above. Run the quickstart again to retry, or run it with --clean-up to remove the sample"
                            .formatted(target.title()));
        }
    }

    /// Deletes everything that [#run] created.
    ///
    /// @throws CommandFailure when a deletion fails
    void cleanUp() {
        var deletion = new Deletion(client, context);
        for (DeploymentTarget target : List.of(SampleService.TARGET, SampleEnvironment.TARGET)) {
            if (target.status(client).isPresent() && !deletion.delete(target)) {
                throw CommandFailure.failed("the deletion of %s failed; see the lines above".formatted(target.title()));
            }
        }
        var samples = new SampleTemplates(client, context);
        samples.remove(TemplateKind.SERVICE, QuickstartSample.SERVICE_TEMPLATE);
        samples.remove(TemplateKind.ENVIRONMENT, QuickstartSample.ENVIRONMENT_TEMPLATE);
    }

    /// Whether the server has no templates, and so no resources at all.
    static boolean isNothingLeft(ServerClient client) {
        var counts = client.call(ApiModel.GET_RESOURCES_SUMMARY, new GetResourcesSummaryInput())
                .counts();
        return Stream.of(counts.environmentTemplates(), counts.serviceTemplates())
                .allMatch(summary -> summary.map(found -> found.total() == 0).orElse(true));
    }
}
