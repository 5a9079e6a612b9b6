package openproton.cli.command.deploy;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.CreateEnvironmentInput;
import openproton.api.DeploymentStatus;
import openproton.api.Environment;
import openproton.api.UpdateEnvironmentInput;
import openproton.base.LocalRole;
import openproton.cli.follow.EnvironmentTarget;
import openproton.cli.terminal.CommandContext;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateReference;
import openproton.cli.wire.VersionInUse;
import openproton.cli.wire.VersionMove;
import openproton.render.bundle.TemplateKind;
import openproton.render.spec.EnvironmentSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `openproton deploy environment`: creates or updates an environment.
@Command(
        name = "environment",
        description = "Create an environment, or update it to a spec and a version, and follow the deployment.",
        footer = {
            "",
            "Examples:",
            "  openproton deploy environment staging --template web-environment \\",
            "      --spec spec.yaml",
            "  openproton deploy environment staging --template web-environment:2 \\",
            "      --spec spec.yaml --no-wait"
        })
final class DeployEnvironmentCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final DeployOptions options;

    @Mixin
    private final SpecOptions specs = new SpecOptions();

    @Mixin
    private final RoleOptions roles = new RoleOptions();

    DeployEnvironmentCommand(CommandContext context) {
        this.context = context;
        this.options = new DeployOptions(context);
    }

    @Override
    public Integer call() {
        String spec = specs.read(context);
        EnvironmentSpec.parse(spec);
        var client = options.client();
        var target = new EnvironmentTarget(options.name());
        Optional<Environment> existing = target.find(client);
        Set<String> old = target.deployments(client);
        if (existing.isEmpty()) {
            create(client, spec);
        } else if (!update(client, existing.get(), spec)) {
            return options.upToDate(target);
        }
        return options.finish(client, target, old);
    }

    private void create(ServerClient client, String spec) {
        TemplateReference choice = options.template();
        var template = new TemplateCalls(client, TemplateKind.ENVIRONMENT).require(choice.name());
        client.call(
                ApiModel.CREATE_ENVIRONMENT,
                CreateEnvironmentInput.builder()
                        .name(options.name())
                        .templateName(choice.name())
                        .templateMajorVersion(choice.majorOf(template))
                        .templateMinorVersion(choice.minor())
                        .spec(spec)
                        .codebuildRoleArn(roles.codebuild().orElseGet(() -> localRole(template.arn())))
                        .protonServiceRoleArn(roles.service())
                        .componentRoleArn(roles.component())
                        .build());
    }

    private String localRole(String templateArn) {
        String role = LocalRole.of(templateArn);
        context.terminal()
                .note("No --codebuild-role given: commands run without AWS credentials (role %s)".formatted(role));
        return role;
    }

    /// @return false when the environment is up to date
    private boolean update(ServerClient client, Environment environment, String spec) {
        TemplateReference choice = options.template();
        choice.requireSame("environment '%s'".formatted(options.name()), environment.templateName());
        var inUse = new VersionInUse(
                environment.templateName(), environment.templateMajorVersion(), environment.templateMinorVersion());
        var move = VersionMove.to(choice, inUse, new TemplateCalls(client, TemplateKind.ENVIRONMENT));
        if (!specs.again() && !move.changesVersion() && isDeployed(environment, spec) && !roles.isGiven()) {
            return false;
        }
        client.call(
                ApiModel.UPDATE_ENVIRONMENT,
                UpdateEnvironmentInput.builder()
                        .name(options.name())
                        .spec(spec)
                        .deploymentType(move.type())
                        .templateMajorVersion(move.major())
                        .templateMinorVersion(move.minor())
                        .codebuildRoleArn(roles.codebuild())
                        .protonServiceRoleArn(roles.service())
                        .componentRoleArn(roles.component())
                        .build());
        return true;
    }

    private static boolean isDeployed(Environment environment, String spec) {
        return environment.deploymentStatus() == DeploymentStatus.SUCCEEDED
                && environment.spec().map(EnvironmentSpec::parse).equals(Optional.of(EnvironmentSpec.parse(spec)));
    }
}
