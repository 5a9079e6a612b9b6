package openproton;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import openproton.auth.credential.RoleSource;
import openproton.auth.key.FirstKeys;
import openproton.git.GitConnections;
import openproton.git.host.Hosts;
import openproton.provision.DeploymentLog;
import openproton.provision.Engine;
import openproton.provision.EngineKind;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsRoles;
import openproton.provision.aws.S3Objects;
import openproton.provision.cloudformation.CloudFormationEngine;
import openproton.provision.command.CommandEngine;
import openproton.provision.command.CommandSettings;
import openproton.provision.command.SecretFolder;
import openproton.provision.pullrequest.PullRequestEngine;
import openproton.provision.terraform.TerraformEngine;
import openproton.settings.AwsConfig;
import openproton.settings.Config;
import openproton.settings.TerraformConfig;

/// The systems that a house works with: engines, buckets, roles in AWS, repositories.
///
/// @param engines provision infrastructure
/// @param bundles where bundles come from; empty when buckets are folders
/// @param roles assumes roles for builds; empty where this server does not
/// @param connections reach repositories
/// @param customerTags whether infrastructure carries the tags that people gave a resource, too
record ExternalSystems(
        Map<EngineKind, Engine> engines,
        Optional<S3Objects> bundles,
        Optional<RoleSource> roles,
        GitConnections connections,
        boolean customerTags) {

    /// Those that the settings lead to, with the real clock.
    static ExternalSystems of(
            Path data, Config config, AwsConfig aws, TerraformConfig terraform, GitConnections connections) {
        var commands = commands(data, config.builds());
        var hosts = new Hosts(connections, Clock.systemUTC());
        var clients = new AwsClients(aws.settings(), Clock.systemUTC());
        var stacks = new CloudFormationEngine(data, clients, aws.stacks(), Clock.systemUTC(), ExternalSystems::sleep);
        return new ExternalSystems(
                Map.of(
                        EngineKind.COMMAND,
                        commands,
                        EngineKind.TERRAFORM,
                        new TerraformEngine(
                                commands, new DeploymentLog(data), terraform.settings(), ExternalSystems::sleep),
                        EngineKind.CLOUDFORMATION,
                        stacks,
                        EngineKind.PULL_REQUEST,
                        new PullRequestEngine(data, connections, hosts, Clock.systemUTC())),
                aws.bundlesFromS3() ? Optional.of(new S3Objects(clients)) : Optional.empty(),
                aws.buildRoles() ? Optional.of(new AwsRoles(clients, aws.settings())) : Optional.empty(),
                connections,
                aws.customerTags());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server is being stopped", end);
        }
    }

    private static CommandEngine commands(Path data, Config.Builds builds) {
        var usual = CommandSettings.Limits.DEFAULT;
        var settings = new CommandSettings(
                builds.atOnceMax(),
                new CommandSettings.Limits(builds.timeMax(), usual.grace(), usual.logBytes(), usual.workBytes()),
                builds.sandbox() ? CommandSettings.Sandbox.BWRAP : CommandSettings.Sandbox.NONE,
                launcher());
        var secrets = new SecretFolder(data.resolve("secrets"), FirstKeys.ACCOUNT);
        return new CommandEngine(data, settings, secrets, Clock.systemUTC());
    }

    /// The command that started this process, which builds notify with.
    private static Optional<Path> launcher() {
        return Optional.ofNullable(System.getProperty("openproton.launcher")).map(Path::of);
    }
}
