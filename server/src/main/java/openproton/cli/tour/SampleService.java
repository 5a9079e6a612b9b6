package openproton.cli.tour;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.CreateServiceInput;
import openproton.api.DeploymentUpdateType;
import openproton.api.GetAccountSettingsInput;
import openproton.api.Output;
import openproton.api.Service;
import openproton.api.UpdateAccountSettingsInput;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServicePipelineInput;
import openproton.base.LocalRole;
import openproton.cli.command.deploy.PipelineRepository;
import openproton.cli.follow.PartStatus;
import openproton.cli.follow.ServiceTarget;
import openproton.cli.follow.TargetStatus;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.wire.ServerClient;

/// The service of the quickstart: two instances that serve web pages, and a pipeline.
record SampleService(ServerClient client, CommandContext context, QuickstartSample sample) {
    static final ServiceTarget TARGET = new ServiceTarget(QuickstartSample.SERVICE);

    /// Creates the service, or deploys the parts again that failed or whose page does not answer.
    ///
    /// @param arn of any resource in the caller's account
    /// @throws CommandFailure when a deployment fails
    void deploy(String arn) {
        setPipelineRole(arn);
        Optional<TargetStatus> status = TARGET.status(client);
        if (status.isEmpty()) {
            client.call(
                    ApiModel.CREATE_SERVICE,
                    CreateServiceInput.builder()
                            .name(TARGET.name())
                            .templateName(QuickstartSample.SERVICE_TEMPLATE)
                            .templateMajorVersion("1")
                            .spec(sample.serviceSpec())
                            .repositoryId("openproton/" + TARGET.name())
                            .branchName(PipelineRepository.DEFAULT_BRANCH)
                            .repositoryConnectionArn(PipelineRepository.localConnection(arn))
                            .build());
        } else if (status.get().isBusy()) {
            context.terminal().detail("The service is being deployed already");
        } else if (!repair(TARGET.find(client).orElseThrow(), status.get())) {
            context.terminal().detail("The service exists already, and its pages answer");
            return;
        }
        Quickstart.follow(client, context, TARGET, status);
    }

    private void setPipelineRole(String arn) {
        var settings = client.call(ApiModel.GET_ACCOUNT_SETTINGS, new GetAccountSettingsInput())
                .accountSettings();
        if (settings.flatMap(found -> found.pipelineCodebuildRoleArn()).isEmpty()) {
            client.call(
                    ApiModel.UPDATE_ACCOUNT_SETTINGS,
                    UpdateAccountSettingsInput.builder()
                            .pipelineCodebuildRoleArn(LocalRole.of(arn))
                            .build());
        }
    }

    /// Deploys parts again that failed, and instances whose page does not answer.
    ///
    /// @return whether there were any
    private boolean repair(Service service, TargetStatus status) {
        var broken = status.parts().stream().filter(this::isBroken).toList();
        broken.forEach(part -> {
            context.terminal().detail("%s: deploying again".formatted(part.label()));
            part.instanceName().ifPresentOrElse(this::deployInstance, () -> deployPipeline(service));
        });
        return !broken.isEmpty();
    }

    private boolean isBroken(PartStatus part) {
        return part.isFailed()
                || part.instanceName()
                        .filter(instance ->
                                page(instance).flatMap(WebPage::text).isEmpty())
                        .isPresent();
    }

    private void deployInstance(String name) {
        client.call(
                ApiModel.UPDATE_SERVICE_INSTANCE,
                UpdateServiceInstanceInput.builder()
                        .serviceName(TARGET.name())
                        .name(name)
                        .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                        .clientToken(context.ids().next())
                        .build());
    }

    private void deployPipeline(Service service) {
        client.call(
                ApiModel.UPDATE_SERVICE_PIPELINE,
                UpdateServicePipelineInput.builder()
                        .serviceName(TARGET.name())
                        .spec(service.spec())
                        .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                        .build());
    }

    /// The address of each page, by instance.
    ///
    /// @throws CommandFailure when a page does not answer
    Map<String, URI> pages() {
        var pages = new LinkedHashMap<String, URI>();
        for (var instance : TARGET.instances(client)) {
            WebPage page = page(instance.name())
                    .orElseThrow(() ->
                            CommandFailure.failed("instance '%s' has no output 'Url'".formatted(instance.name())));
            if (page.text().filter(text -> text.contains("<h1>")).isEmpty()) {
                throw CommandFailure.failed("the page at %s does not answer".formatted(page.address()));
            }
            context.terminal().detail("%s answers at %s".formatted(instance.name(), page.address()));
            pages.put(instance.name(), page.address());
        }
        return pages;
    }

    private Optional<WebPage> page(String instance) {
        return TARGET.instanceOutputs(client, instance).stream()
                .filter(output -> output.key().equals(Optional.of("Url")))
                .flatMap((Output output) -> output.valueString().stream())
                .map(address -> new WebPage(URI.create(address)))
                .findFirst();
    }
}
