package openproton;

import java.io.PrintWriter;
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
import openproton.auth.FirstKeys;
import openproton.auth.IssuedKey;
import openproton.auth.MasterKey;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import openproton.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

        @Spec(Spec.Target.MIXEE)
        private CommandSpec command = CommandSpec.create();

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

    /// Makes a key and shows it, once, in the form of a credentials file.
    @Command(
            name = "create",
            description = "Make an access key. Its secret is shown this once, in the form of a credentials file.",
            footer = {
                "",
                "Examples:",
                "  openproton admin keys create --user anna --policy developer >> ~/.aws/credentials",
                "  openproton admin keys create --user team --policy readonly --policy team.json"
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
                description = {
                    "administrator, developer or readonly, or the file of a policy document as IAM has them;",
                    "may be given more than once (default: administrator)."
                })
        private List<String> policies = List.of();

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
            List<String> given = (policies.isEmpty() ? List.of("administrator") : policies)
                    .stream().map(policy -> GivenPolicy.of(policy).text()).toList();
            installation.use(variables, keys -> installation.show(user, keys.create(account, user, given)));
            return ExitCode.OK.status();
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
            installation.use(variables, keys -> keys.list().forEach(this::show));
            return ExitCode.OK.status();
        }

        private void show(AccessKey key) {
            installation
                    .out()
                    .printf(
                            "%s  %-8s  %s  %-20s  %s%n",
                            key.id(), key.status(), key.account(), key.userName(), GivenPolicy.shown(key.policies()));
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
            installation.out().println(id + " is disabled");
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
            installation.out().println(id + " is active");
            return ExitCode.OK.status();
        }
    }
}
