package openproton;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openproton.auth.AccessKey;
import openproton.auth.AccessKeys;
import openproton.auth.BuiltInPolicy;
import openproton.auth.IssuedKey;
import openproton.cli.terminal.CommandFailure;
import openproton.cli.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `openproton admin accounts`: several accounts in one installation, straight in the database. An account is there
/// once a key of it is.
final class AdminAccounts {
    private AdminAccounts() {}

    /// Makes the first key of an account and shows it, once, in the form of a credentials file.
    @Command(
            name = "create",
            description = {
                "Make an account with a key for its administrator.",
                "The secret is shown this once, in the form of a credentials file."
            },
            footer = {
                "",
                "Example:",
                "  openproton admin accounts create 111122223333 --profile prod >> ~/.aws/credentials"
            })
    static final class Create implements Callable<Integer> {
        private static final String USER = "administrator";

        private final Map<String, String> variables;

        @Mixin
        private AdminKeys.Installation installation = new AdminKeys.Installation();

        @Parameters(paramLabel = "ACCOUNT", description = "The new account: twelve digits.")
        private String account = "";

        @Option(
                names = "--profile",
                paramLabel = "NAME",
                description = "What the credentials file calls the key (default: account-ACCOUNT).")
        private Optional<String> profile = Optional.empty();

        Create(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public Integer call() {
            if (!account.matches("\\d{12}")) {
                throw new CommandFailure(
                        ExitCode.USAGE, "'%s' is not an account: expected twelve digits".formatted(account));
            }
            if (!profile.orElse("default").matches("[\\w.-]{1,64}")) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "'%s' is not the name of a profile: expected letters, digits and _.-"
                                .formatted(profile.orElse("")));
            }
            installation.use(variables, this::create);
            return ExitCode.OK.status();
        }

        private void create(AccessKeys keys) {
            if (keys.list().stream().anyMatch(key -> key.account().equals(account))) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "account %s is there already; 'openproton admin keys create --account %s' makes another key"
                                .formatted(account, account));
            }
            IssuedKey issued = keys.create(account, USER, List.of(BuiltInPolicy.ADMINISTRATOR.title()));
            installation.show(profile.orElse("account-" + account), issued);
        }
    }

    /// Lists the accounts and how many keys they have.
    @Command(name = "list", description = "List the accounts and how many access keys each has.")
    static final class ListAll implements Callable<Integer> {
        private final Map<String, String> variables;

        @Mixin
        private AdminKeys.Installation installation = new AdminKeys.Installation();

        ListAll(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public Integer call() {
            installation.use(
                    variables,
                    keys -> keys.list().stream()
                            .collect(Collectors.groupingBy(AccessKey::account, TreeMap::new, Collectors.toList()))
                            .forEach(this::show));
            return ExitCode.OK.status();
        }

        private void show(String account, List<AccessKey> keys) {
            long active = keys.stream()
                    .filter(key -> key.status() == AccessKey.Status.ACTIVE)
                    .count();
            installation.out().printf("%s  keys: %d active, %d disabled%n", account, active, keys.size() - active);
        }
    }
}
