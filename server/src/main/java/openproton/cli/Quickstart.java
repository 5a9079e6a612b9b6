package openproton.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openproton.api.ApiModel;
import openproton.api.CompatibleEnvironmentTemplateInput;
import openproton.api.CreateEnvironmentInput;
import openproton.api.CreateServiceInput;
import openproton.api.DeploymentUpdateType;
import openproton.api.GetAccountSettingsInput;
import openproton.api.GetResourcesSummaryInput;
import openproton.api.Output;
import openproton.api.Service;
import openproton.api.UpdateAccountSettingsInput;
import openproton.api.UpdateEnvironmentInput;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServicePipelineInput;
import openproton.base.LocalRole;
import openproton.render.bundle.TemplateKind;

/// Brings the sample to life on a server, from wherever it was left.
record Quickstart(ApiClient client, Outside outside, QuickstartSample sample) {
    private static final Followed.OfEnvironment ENVIRONMENT = new Followed.OfEnvironment(QuickstartSample.ENVIRONMENT);
    private static final Followed.OfService SERVICE = new Followed.OfService(QuickstartSample.SERVICE);

    /// Deploys what is missing or does not answer.
    ///
    /// @return the addresses of the pages by instance
    /// @throws CommandFailure when a deployment fails or a page does not answer afterwards
    Map<String, URI> run() {
        step("Registering the sample templates");
        String arn = templates();
        step("Deploying the environment '%s'".formatted(ENVIRONMENT.name()));
        environment(arn);
        step("Deploying the service '%s': two web pages and a pipeline".formatted(SERVICE.name()));
        service(arn);
        step("Opening the pages");
        return pages();
    }

    private String templates() {
        var samples = new SampleTemplates(client, outside);
        samples.publish(QuickstartSample.ENVIRONMENT_TEMPLATE, TemplateKind.ENVIRONMENT, List.of());
        samples.publish(
                QuickstartSample.SERVICE_TEMPLATE,
                TemplateKind.SERVICE,
                List.of(new CompatibleEnvironmentTemplateInput(QuickstartSample.ENVIRONMENT_TEMPLATE, "1")));
        return TemplateCalls.of(TemplateKind.SERVICE, client)
                .find(QuickstartSample.SERVICE_TEMPLATE)
                .orElseThrow()
                .arn();
    }

    private void environment(String arn) {
        Optional<Followed.Look> look = ENVIRONMENT.look(client);
        if (look.isEmpty()) {
            client.call(
                    ApiModel.CREATE_ENVIRONMENT,
                    CreateEnvironmentInput.builder()
                            .name(ENVIRONMENT.name())
                            .templateName(QuickstartSample.ENVIRONMENT_TEMPLATE)
                            .templateMajorVersion("1")
                            .spec(sample.environmentSpec())
                            .codebuildRoleArn(LocalRole.of(arn))
                            .build());
        } else if (look.get().isFailed()) {
            client.call(
                    ApiModel.UPDATE_ENVIRONMENT,
                    UpdateEnvironmentInput.builder()
                            .name(ENVIRONMENT.name())
                            .spec(sample.environmentSpec())
                            .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                            .build());
        } else if (!look.get().isBusy()) {
            note("The environment is there already");
            return;
        }
        follow(ENVIRONMENT, look);
    }

    private void service(String arn) {
        var settings = client.call(ApiModel.GET_ACCOUNT_SETTINGS, new GetAccountSettingsInput())
                .accountSettings();
        if (settings.flatMap(found -> found.pipelineCodebuildRoleArn()).isEmpty()) {
            client.call(
                    ApiModel.UPDATE_ACCOUNT_SETTINGS,
                    UpdateAccountSettingsInput.builder()
                            .pipelineCodebuildRoleArn(LocalRole.of(arn))
                            .build());
        }
        Optional<Followed.Look> look = SERVICE.look(client);
        if (look.isEmpty()) {
            client.call(
                    ApiModel.CREATE_SERVICE,
                    CreateServiceInput.builder()
                            .name(SERVICE.name())
                            .templateName(QuickstartSample.SERVICE_TEMPLATE)
                            .templateMajorVersion("1")
                            .spec(sample.serviceSpec())
                            .repositoryId("openproton/" + SERVICE.name())
                            .branchName(Repository.USUAL_BRANCH)
                            .repositoryConnectionArn(Repository.connection(arn))
                            .build());
        } else if (look.get().isBusy()) {
            note("The service is being deployed already");
        } else if (!repair(SERVICE.find(client).orElseThrow(), look.get())) {
            note("The service is there already, and its pages answer");
            return;
        }
        follow(SERVICE, look);
    }

    /// Deploys again what failed or does not answer.
    private boolean repair(Service service, Followed.Look look) {
        boolean repaired = false;
        for (Standing part : look.parts()) {
            if (part.label().equals("pipeline") ? part.isFailed() : needsRepair(part)) {
                note("%s: deploying it again".formatted(part.label()));
                deployAgain(service, part);
                repaired = true;
            }
        }
        return repaired;
    }

    private boolean needsRepair(Standing instance) {
        return instance.isFailed()
                || address(nameOf(instance))
                        .flatMap(page -> new WebPage(page).text())
                        .isEmpty();
    }

    private void deployAgain(Service service, Standing part) {
        if (part.label().equals("pipeline")) {
            client.call(
                    ApiModel.UPDATE_SERVICE_PIPELINE,
                    UpdateServicePipelineInput.builder()
                            .serviceName(SERVICE.name())
                            .spec(service.spec())
                            .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                            .build());
        } else {
            client.call(
                    ApiModel.UPDATE_SERVICE_INSTANCE,
                    UpdateServiceInstanceInput.builder()
                            .serviceName(SERVICE.name())
                            .name(nameOf(part))
                            .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                            .clientToken(outside.ids().next())
                            .build());
        }
    }

    private static String nameOf(Standing instance) {
        return instance.label().substring("instance ".length());
    }

    private void follow(Followed followed, Optional<Followed.Look> before) {
        Set<String> old = before.filter(look -> !look.isBusy())
                .map(Followed.Look::deployments)
                .orElse(Set.of());
        var end = new Follower(client, outside, "The deployment").follow(followed, old);
        if (end != Follower.End.SUCCEEDED) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "%s was not deployed; the lines above say why. Run the quickstart again to try once more, or with --clean-up to remove it"
                            .formatted(followed.words()));
        }
    }

    private Map<String, URI> pages() {
        var pages = new LinkedHashMap<String, URI>();
        for (var instance : SERVICE.instances(client)) {
            URI page = address(instance.name())
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.FAILED, "instance '%s' has no output 'Url'".formatted(instance.name())));
            if (new WebPage(page).text().filter(text -> text.contains("<h1>")).isEmpty()) {
                throw new CommandFailure(ExitCode.FAILED, "the page at %s does not answer".formatted(page));
            }
            note("%s answers at %s".formatted(instance.name(), page));
            pages.put(instance.name(), page);
        }
        return pages;
    }

    private Optional<URI> address(String instance) {
        return SERVICE.instanceOutputs(client, instance).stream()
                .filter(output -> output.key().equals(Optional.of("Url")))
                .flatMap((Output output) -> output.valueString().stream())
                .map(URI::create)
                .findFirst();
    }

    /// Deletes everything that [#run] made, as far as it is there.
    ///
    /// @throws CommandFailure when something cannot be deleted
    void cleanUp() {
        for (Followed followed : List.of(SERVICE, ENVIRONMENT)) {
            var look = followed.look(client);
            if (look.isPresent()
                    && !DeleteCommand.delete(
                            client, outside, followed, look.get().deployments())) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "%s could not be deleted; the lines above say why".formatted(followed.words()));
            }
        }
        var samples = new SampleTemplates(client, outside);
        samples.remove(TemplateKind.SERVICE, QuickstartSample.SERVICE_TEMPLATE);
        samples.remove(TemplateKind.ENVIRONMENT, QuickstartSample.ENVIRONMENT_TEMPLATE);
    }

    /// Whether the server holds no templates any more, and so nothing that was made from one.
    static boolean isNothingLeft(ApiClient client) {
        var counts = client.call(ApiModel.GET_RESOURCES_SUMMARY, new GetResourcesSummaryInput())
                .counts();
        return Stream.of(counts.environmentTemplates(), counts.serviceTemplates())
                .allMatch(summary -> summary.map(found -> found.total() == 0).orElse(true));
    }

    private void step(String text) {
        outside.terminal().note("");
        outside.terminal().note(outside.terminal().tinted(Terminal.Tone.STRONG, "==> " + text));
    }

    private void note(String text) {
        outside.terminal().note("    " + text);
    }
}
