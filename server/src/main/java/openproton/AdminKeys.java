package openproton;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import openproton.auth.AccessKey;
import openproton.auth.AccessKeys;
import openproton.auth.BuiltInPolicy;
import openproton.auth.FirstKeys;
import openproton.auth.IssuedKey;
import openproton.auth.MasterKey;
import openproton.cli.CommandFailure;
import openproton.cli.ExitCode;
import openproton.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `openproton admin keys`: makes, lists and disables access keys, straight in the database.
final class AdminKeys {
    private AdminKeys() {}

    /// Which installation is meant.
    static final class Installation {
        @Option(names = "--data", paramLabel = "DIR", description = "The server's data folder (default: ./data).")
        private Optional<String> data = Optional.empty();

        @Option(
                names = "--database",
                paramLabel = "URL",
                description = "The server's database (default: in the data folder).")
        private Optional<String> database = Optional.empty();

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
            try (Database database = Database.open(config.database())) {
                var master = new MasterKey(folder.masterKey(masterKey, random, database), random);
                var keys = new AccessKeys(database, master, random, Clock.systemUTC());
                new FirstKeys(database, keys).ensure(folder.credentials());
                work.accept(keys);
            }
        }
    }

    /// What a user may do, in words.
    enum Role {
        ADMINISTRATOR(BuiltInPolicy.ADMINISTRATOR),
        DEVELOPER(BuiltInPolicy.DEVELOPER),
        READONLY(BuiltInPolicy.READ_ONLY);

        private final BuiltInPolicy policy;

        Role(BuiltInPolicy policy) {
            this.policy = policy;
        }
    }

    /// Makes a key and shows it, once, in the form of a credentials file.
    @Command(
            name = "create",
            description = "Make an access key. Its secret is shown this once, in the form of a credentials file.",
            footer = {
                "",
                "Example:",
                "  openproton admin keys create --user anna --policy developer >> ~/.aws/credentials"
            })
    static final class Create implements Callable<Integer> {
        private final Map<String, String> variables;

        @Mixin
        private Installation installation = new Installation();

        @Option(names = "--user", paramLabel = "NAME", description = "Who it is for (default: ${DEFAULT-VALUE}).")
        private String user = "administrator";

        @Option(
                names = "--policy",
                paramLabel = "POLICY",
                description = "administrator, developer or readonly (default: ${DEFAULT-VALUE}).")
        private Role policy = Role.ADMINISTRATOR;

        @Option(names = "--account", paramLabel = "ID", description = "Twelve digits (default: ${DEFAULT-VALUE}).")
        private String account = FirstKeys.ACCOUNT;

        Create(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public Integer call() {
            if (!account.matches("\\d{12}")) {
                throw new CommandFailure(
                        ExitCode.USAGE, "'%s' is not an account: expected twelve digits".formatted(account));
            }
            if (!user.matches("[\\w+=,.@-]{1,64}")) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "'%s' is not a user name: expected letters, digits and _+=,.@-".formatted(user));
            }
            installation.use(variables, keys -> show(keys.create(account, user, List.of(policy.policy.title()))));
            return ExitCode.OK.status();
        }

        private void show(IssuedKey issued) {
            System.out.printf(
                    "[%s]%naws_access_key_id = %s%naws_secret_access_key = %s%n",
                    user, issued.key().id(), issued.secret());
        }
    }

    /// Lists the keys, without secrets.
    @Command(name = "list", description = "List the access keys, the oldest first.")
    static final class ListAll implements Callable<Integer> {
        private final Map<String, String> variables;

        @Mixin
        private Installation installation = new Installation();

        ListAll(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public Integer call() {
            installation.use(variables, keys -> keys.list().forEach(ListAll::show));
            return ExitCode.OK.status();
        }

        private static void show(AccessKey key) {
            System.out.printf(
                    "%s  %-8s  %s  %-20s  %s%n",
                    key.id(), key.status(), key.account(), key.userName(), String.join(", ", key.policies()));
        }
    }

    /// Refuses a key from now on.
    @Command(
            name = "disable",
            description = "Refuse every request signed with a key; a running server does so within a second.")
    static final class Disable implements Callable<Integer> {
        private final Map<String, String> variables;

        @Mixin
        private Installation installation = new Installation();

        @Parameters(paramLabel = "KEY", description = "The id of the key, as 'list' shows it.")
        private String id = "";

        Disable(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public Integer call() {
            installation.use(variables, keys -> keys.disable(id));
            System.out.println(id + " is disabled");
            return ExitCode.OK.status();
        }
    }

    /// Accepts a disabled key again.
    @Command(name = "enable", description = "Accept a disabled key again.")
    static final class Enable implements Callable<Integer> {
        private final Map<String, String> variables;

        @Mixin
        private Installation installation = new Installation();

        @Parameters(paramLabel = "KEY", description = "The id of the key, as 'list' shows it.")
        private String id = "";

        Enable(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public Integer call() {
            installation.use(variables, keys -> keys.enable(id));
            System.out.println(id + " is active");
            return ExitCode.OK.status();
        }
    }
}
