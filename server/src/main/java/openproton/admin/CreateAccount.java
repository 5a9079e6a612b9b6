package openproton.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import openproton.auth.key.AccessKeys;
import openproton.auth.key.IssuedKey;
import openproton.auth.policy.BuiltInPolicy;
import openproton.cli.CommandFailure;
import openproton.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `openproton admin accounts create`: makes the first key of an account and shows it, once, in the form of a
/// credentials file. An account exists as soon as it has a key.
@Command(
        name = "create",
        description = {
            "Make an account with a key for its administrator.",
            "The secret is shown this once, in the form of a credentials file."
        },
        footer = {"", "Example:", "  openproton admin accounts create 111122223333 --profile prod >> ~/.aws/credentials"
        })
final class CreateAccount implements Callable<Integer> {
    private static final String USER = "administrator";

    private final Map<String, String> variables;

    @Mixin
    private Installation installation = new Installation();

    @Parameters(paramLabel = "ACCOUNT", description = "The new account: twelve digits.")
    private String account = "";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "What the credentials file calls the key (default: account-ACCOUNT).")
    private Optional<String> profile = Optional.empty();

    CreateAccount(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        Installation.requireAccount(account);
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
