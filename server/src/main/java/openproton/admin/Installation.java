package openproton.admin;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import openproton.auth.key.AccessKeys;
import openproton.auth.key.FirstKeys;
import openproton.auth.key.IssuedKey;
import openproton.auth.key.MasterKey;
import openproton.cli.CommandFailure;
import openproton.cli.ExitCode;
import openproton.settings.Config;
import openproton.settings.DataFolder;
import openproton.settings.Setting;
import openproton.settings.Settings;
import openproton.store.Database;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options that say which installation a command is for, and the access keys of that installation, straight from
/// its database: a running server is not needed.
final class Installation {
    @Option(names = "--data", paramLabel = "DIR", description = "The server's data folder (default: ./data).")
    private Optional<String> data = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "The server's database (default: in the data folder).")
    private Optional<String> database = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /// @throws CommandFailure when a text is not the number of an account
    static void requireAccount(String account) {
        if (!account.matches("\\d{12}")) {
            throw new CommandFailure(
                    ExitCode.USAGE, "'%s' is not an account: expected twelve digits".formatted(account));
        }
    }

    /// Where the results of the command go.
    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /// Shows a key, this once, in the form of a credentials file.
    void show(String profile, IssuedKey issued) {
        out().printf(
                        "[%s]%naws_access_key_id = %s%naws_secret_access_key = %s%n",
                        profile, issued.key().id(), issued.secret());
    }

    /// Opens the database and works on its access keys; makes the first ones if there are none.
    ///
    /// @throws CommandFailure when a setting is wrong, or the work fails for a reason that its message tells
    void use(Map<String, String> variables, Consumer<AccessKeys> work) {
        var flags = new LinkedHashMap<String, String>();
        data.ifPresent(folder -> flags.put(Setting.DATA.key(), folder));
        database.ifPresent(url -> flags.put(Setting.DATABASE.key(), url));
        try {
            var settings = Settings.read(flags, variables, Path.of(""));
            use(Config.of(settings), settings.text(Setting.MASTER_KEY), work);
        } catch (IllegalArgumentException | NoSuchElementException refusal) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(refusal.getMessage()));
        }
    }

    private static void use(Config config, String masterKey, Consumer<AccessKeys> work) {
        var random = new SecureRandom();
        var folder = DataFolder.at(config.data());
        try (Database opened = Database.open(config.database())) {
            var master = new MasterKey(folder.masterKey(masterKey, random, opened), random);
            var keys = new AccessKeys(opened, master, random, Clock.systemUTC());
            new FirstKeys(opened, keys).ensure(folder.credentials());
            work.accept(keys);
        }
    }
}
