package openproton;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import openproton.cli.ServerStarter;
import openproton.git.Connection;
import openproton.git.GitConnections;
import openproton.settings.AwsConfig;
import openproton.settings.Config;
import openproton.settings.DataFolder;
import openproton.settings.GitConfig;
import openproton.settings.Setting;
import openproton.settings.Settings;
import openproton.settings.TerraformConfig;

/// The real house with the real clock, started from settings.
final class RunningServer implements ServerStarter.Running {
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
                data -> ExternalSystems.of(data, config, aws, terraform, new GitConnections(hosts, data)));
        return new RunningServer(lock, new House(parts).start());
    }

    @Override
    public URI address() {
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
