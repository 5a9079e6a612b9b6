package openproton.settings;

import java.nio.file.Path;
import java.time.Duration;
import openproton.resource.request.Quotas;

/// The configuration of a server, complete and checked; [Settings] says where the values come from.
///
/// @param data the folder that everything lives in
/// @param host the address to listen on
/// @param port the port to listen on; 0 lets the system choose
/// @param database a JDBC address
/// @param builds how commands are run
/// @param quotas how many resources of each kind an account may have
public record Config(Path data, String host, int port, String database, Builds builds, Quotas quotas) {

    /// How commands are run.
    ///
    /// @param atOnceMax how many run at the same time; more wait
    /// @param timeMax how long one may take
    /// @param sandbox whether they run in bwrap
    public record Builds(int atOnceMax, Duration timeMax, boolean sandbox) {}

    /// The configuration of some settings.
    ///
    /// @throws IllegalArgumentException naming the setting that is wrong, and what would be right
    public static Config of(Settings settings) {
        Path data = Path.of(settings.text(Setting.DATA)).toAbsolutePath().normalize();
        String database = settings.text(Setting.DATABASE);
        return new Config(
                data,
                settings.text(Setting.HOST),
                settings.number(Setting.PORT, 0, 65535),
                database.isEmpty() ? "jdbc:sqlite:" + data.resolve("openproton.db") : database,
                new Builds(
                        settings.number(Setting.BUILDS_AT_ONCE, 1, 1000),
                        Duration.ofMinutes(settings.number(Setting.BUILDS_MINUTES, 1, 24 * 60)),
                        settings.flag(Setting.BUILDS_SANDBOX)),
                new Quotas(
                        settings.number(Setting.QUOTA_TEMPLATES, 1, Integer.MAX_VALUE),
                        settings.number(Setting.QUOTA_VERSIONS, 1, Integer.MAX_VALUE),
                        settings.number(Setting.QUOTA_ENVIRONMENTS, 1, Integer.MAX_VALUE),
                        settings.number(Setting.QUOTA_SERVICES, 1, Integer.MAX_VALUE),
                        settings.number(Setting.QUOTA_INSTANCES, 1, Integer.MAX_VALUE),
                        settings.number(Setting.QUOTA_COMPONENTS, 1, Integer.MAX_VALUE),
                        settings.number(Setting.QUOTA_CONNECTIONS, 1, Integer.MAX_VALUE)));
    }

    /// Whether this server alone uses its database.
    public boolean isOneNode() {
        return database.startsWith("jdbc:sqlite:");
    }
}
