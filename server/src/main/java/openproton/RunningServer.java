package openproton;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openproton.auth.FirstKeys;
import openproton.git.Connection;
import openproton.git.Connections;
import openproton.git.host.Hosts;
import openproton.provision.DeploymentLog;
import openproton.provision.EngineKind;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.S3Objects;
import openproton.provision.cloudformation.CloudFormationEngine;
import openproton.provision.command.CommandEngine;
import openproton.provision.command.CommandSettings;
import openproton.provision.command.SecretFolder;
import openproton.provision.pullrequest.PullRequestEngine;
import openproton.provision.terraform.TerraformEngine;

/// The real house with the real clock, started from settings.
final class RunningServer implements AutoCloseable {
    private final AutoCloseable lock;
    private final House house;

    private RunningServer(AutoCloseable lock, House house) {
        this.lock = lock;
        this.house = house;
    }

    /// Starts a server; when it returns, it answers.
    ///
    /// @throws IllegalArgumentException when a setting is wrong, or another server uses the data folder
    static RunningServer start(Settings settings) {
        Config config = Config.of(settings);
        AwsConfig aws = AwsConfig.of(settings);
        List<Connection> hosts = GitConfig.of(settings);
        TerraformConfig terraform = TerraformConfig.of(settings, System.getenv());
        DataFolder folder = DataFolder.at(config.data());
        folder.warning().ifPresent(warning -> System.err.println("openproton: " + warning));
        AutoCloseable lock = folder.lock();
        var parts = new House.Parts(
                config,
                settings.text(Setting.MASTER_KEY),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                new SecureRandom(),
                data -> outside(data, config, aws, terraform, new Connections(hosts, data)));
        return new RunningServer(lock, new House(parts).start());
    }

    private static House.Outside outside(
            Path data, Config config, AwsConfig aws, TerraformConfig terraform, Connections connections) {
        var commands = commands(data, config.builds());
        var hosts = new Hosts(connections, Clock.systemUTC());
        var clients = new AwsClients(aws.settings(), Clock.systemUTC());
        var stacks = new CloudFormationEngine(data, clients, aws.stacks(), Clock.systemUTC(), RunningServer::sleep);
        return new House.Outside(
                Map.of(
                        EngineKind.COMMAND,
                        commands,
                        EngineKind.TERRAFORM,
                        new TerraformEngine(
                                commands, new DeploymentLog(data), terraform.settings(), RunningServer::sleep),
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

    URI address() {
        return house.address();
    }

    @Override
    public void close() {
        house.close();
        try {
            lock.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
