package openproton.cli;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.CreateEnvironmentInput;
import openproton.api.Environment;
import openproton.api.GetEnvironmentInput;
import openproton.api.GetEnvironmentOutput;
import openproton.api.UpdateEnvironmentInput;
import openproton.base.LocalRole;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.EnvironmentSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Creates an environment or brings it up to date.
@Command(
        name = "environment",
        description = "Create an environment, or update it to a spec and a version, and follow the deployment.",
        footer = {
            "",
            "Examples:",
            "  openproton deploy environment staging --template web-environment --spec spec.yaml",
            "  openproton deploy environment staging --template web-environment:2 --spec spec.yaml --no-wait"
        })
final class DeployEnvironment implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Mixin
    private DeployOptions options = new DeployOptions();

    @Mixin
    private SpecOptions specs = new SpecOptions();

    @Parameters(paramLabel = "NAME", description = "The environment.")
    private String name = "";

    @Option(
            names = "--codebuild-role",
            paramLabel = "ARN",
            description = "The role its commands run with; a server with the local runner only keeps the name.")
    private Optional<String> codebuildRole = Optional.empty();

    @Option(
            names = "--service-role",
            paramLabel = "ARN",
            description = "The role that its CloudFormation stacks are made with.")
    private Optional<String> serviceRole = Optional.empty();

    @Option(
            names = "--component-role",
            paramLabel = "ARN",
            description = "The role that components in it are made with; without one, it takes none.")
    private Optional<String> componentRole = Optional.empty();

    DeployEnvironment(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        String spec = specs.spec(outside);
        EnvironmentSpec.parse(spec);
        var client = server.client(outside);
        var followed = new Followed.OfEnvironment(name);
        Set<String> old = followed.look(client).map(Followed.Look::deployments).orElse(Set.of());
        var existing = client.find(ApiModel.GET_ENVIRONMENT, new GetEnvironmentInput(name))
                .map(GetEnvironmentOutput::environment);
        if (existing.isEmpty()) {
            create(client, spec);
        } else if (!update(client, existing.get(), spec)) {
            outside.terminal()
                    .note("%s is deployed like this already; --again deploys it once more".formatted(followed.words()));
            return ExitCode.OK.status();
        }
        return options.finish(client, outside, followed, old);
    }

    private void create(ApiClient client, String spec) {
        var choice = options.template();
        var template = TemplateCalls.of(TemplateKind.ENVIRONMENT, client)
                .find(choice.name())
                .orElseThrow(() -> DeployOptions.noTemplate("environment", choice));
        client.call(
                ApiModel.CREATE_ENVIRONMENT,
                CreateEnvironmentInput.builder()
                        .name(name)
                        .templateName(choice.name())
                        .templateMajorVersion(choice.majorOf(template))
                        .templateMinorVersion(choice.minor())
                        .spec(spec)
                        .codebuildRoleArn(codebuildRole.orElseGet(() -> localRole(template.arn())))
                        .protonServiceRoleArn(serviceRole)
                        .componentRoleArn(componentRole)
                        .build());
    }

    private String localRole(String templateArn) {
        String role = LocalRole.of(templateArn);
        outside.terminal()
                .note("No --codebuild-role given: commands run without credentials for AWS (%s)".formatted(role));
        return role;
    }

    private boolean update(ApiClient client, Environment environment, String spec) {
        var choice = options.template();
        choice.requireSame("environment '%s'".formatted(name), environment.templateName());
        var move = VersionMove.of(
                choice,
                environment.templateMajorVersion(),
                environment.templateMinorVersion(),
                TemplateCalls.of(TemplateKind.ENVIRONMENT, client));
        if (!specs.again() && !move.changesVersion() && isDeployed(environment, spec) && !changesRoles()) {
            return false;
        }
        client.call(
                ApiModel.UPDATE_ENVIRONMENT,
                UpdateEnvironmentInput.builder()
                        .name(name)
                        .spec(spec)
                        .deploymentType(move.type())
                        .templateMajorVersion(move.major())
                        .templateMinorVersion(move.minor())
                        .codebuildRoleArn(codebuildRole)
                        .protonServiceRoleArn(serviceRole)
                        .componentRoleArn(componentRole)
                        .build());
        return true;
    }

    private boolean changesRoles() {
        return codebuildRole.isPresent() || serviceRole.isPresent() || componentRole.isPresent();
    }

    private static boolean isDeployed(Environment environment, String spec) {
        return environment.deploymentStatus().value().equals("SUCCEEDED")
                && environment.spec().map(EnvironmentSpec::parse).equals(Optional.of(EnvironmentSpec.parse(spec)));
    }
}
