package openproton.cli;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.CreateServiceInput;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.ServiceSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Creates a service or brings it up to date.
@Command(
        name = "service",
        description = {
            "Create a service, or bring it to a spec and a version, and follow the deployments.",
            "Instances that are new, gone or changed in the spec are deployed, removed or updated; the rest stays."
        },
        footer = {
            "",
            "Examples:",
            "  openproton deploy service shop --template web-service --spec spec.yaml --repository-id me/shop",
            "  openproton deploy service shop --template web-service:1.2 --spec spec.yaml --no-wait"
        })
final class DeployService implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Mixin
    private DeployOptions options = new DeployOptions();

    @Mixin
    private SpecOptions specs = new SpecOptions();

    @Parameters(paramLabel = "NAME", description = "The service.")
    private String name = "";

    @Mixin
    private PipelineOptions pipeline = new PipelineOptions();

    DeployService(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        String spec = specs.spec(outside);
        ServiceSpec.parse(spec);
        var client = server.client(outside);
        var followed = new Followed.OfService(name);
        Set<String> old = followed.look(client).map(Followed.Look::deployments).orElse(Set.of());
        pipeline.setRole(client);
        var existing = followed.find(client);
        if (existing.isEmpty()) {
            create(client, spec);
            return options.finish(client, outside, followed, old);
        }
        var update = new ServiceUpdate(client, outside, existing.get(), options.template(), specs.again());
        Optional<ServiceUpdate.Started> started = update.start(spec);
        if (started.isEmpty()) {
            outside.terminal()
                    .note("%s is deployed like this already; --again deploys it once more".formatted(followed.words()));
            return ExitCode.OK.status();
        }
        var seen = new HashSet<>(old);
        seen.addAll(started.get().shown());
        return started.get().isGood() ? options.finish(client, outside, followed, seen) : ExitCode.FAILED.status();
    }

    private void create(ApiClient client, String spec) {
        var choice = options.template();
        var template = TemplateCalls.of(TemplateKind.SERVICE, client)
                .find(choice.name())
                .orElseThrow(() -> DeployOptions.noTemplate("service", choice));
        var repository = pipeline.repository();
        client.call(
                ApiModel.CREATE_SERVICE,
                CreateServiceInput.builder()
                        .name(name)
                        .templateName(choice.name())
                        .templateMajorVersion(choice.majorOf(template))
                        .templateMinorVersion(choice.minor())
                        .spec(spec)
                        .repositoryId(repository.id())
                        .branchName(repository.branchName())
                        .repositoryConnectionArn(repository.connectionArn(template.arn()))
                        .build());
    }
}
