package openproton.cli.command.deploy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.CreateServiceInput;
import openproton.api.Service;
import openproton.cli.follow.ServiceTarget;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.ExitCode;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateReference;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.ServiceSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `openproton deploy service`: creates or updates a service.
@Command(
        name = "service",
        description = {
            "Create a service, or update it to a spec and a version, and follow the deployments.",
            "An update deploys the instances that are new or changed in the spec, and removes those that the spec does"
                    + " not name any more. Other instances stay as they are."
        },
        footer = {
            "",
            "Examples:",
            "  openproton deploy service shop --template web-service --spec spec.yaml \\",
            "      --repository-id me/shop",
            "  openproton deploy service shop --template web-service:1.2 \\",
            "      --spec spec.yaml --no-wait"
        })
final class DeployServiceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final DeployOptions options;

    @Mixin
    private final SpecOptions specs = new SpecOptions();

    @Mixin
    private final PipelineOptions pipeline = new PipelineOptions();

    DeployServiceCommand(CommandContext context) {
        this.context = context;
        this.options = new DeployOptions(context);
    }

    @Override
    public Integer call() {
        String spec = specs.read(context);
        ServiceSpec.parse(spec);
        var client = options.client();
        var target = new ServiceTarget(options.name());
        Set<String> old = target.deployments(client);
        pipeline.setRole(client);
        Optional<Service> existing = target.find(client);
        if (existing.isEmpty()) {
            create(client, spec);
            return options.finish(client, target, old);
        }
        return update(new ServiceUpdate(client, context, existing.get(), options.template(), specs.again()), spec, old);
    }

    private void create(ServerClient client, String spec) {
        TemplateReference choice = options.template();
        var template = new TemplateCalls(client, TemplateKind.SERVICE).require(choice.name());
        var repository = pipeline.repository();
        client.call(
                ApiModel.CREATE_SERVICE,
                CreateServiceInput.builder()
                        .name(options.name())
                        .templateName(choice.name())
                        .templateMajorVersion(choice.majorOf(template))
                        .templateMinorVersion(choice.minor())
                        .spec(spec)
                        .repositoryId(repository.id())
                        .branchName(repository.branchName())
                        .repositoryConnectionArn(repository.connectionArn(template.arn()))
                        .build());
    }

    private int update(ServiceUpdate update, String spec, Set<String> old) {
        return switch (update.start(spec)) {
            case ServiceUpdate.UpToDate() -> options.upToDate(update.target());
            case ServiceUpdate.Failed() -> ExitCode.FAILED.status();
            case ServiceUpdate.Started(Set<String> shown) -> {
                var seen = new HashSet<>(old);
                seen.addAll(shown);
                yield options.finish(update.client(), update.target(), seen);
            }
        };
    }
}
