package openproton.admin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import openproton.auth.key.FirstKeys;
import openproton.cli.CommandFailure;
import openproton.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `openproton admin keys create`: makes an access key and shows it, once, in the form of a credentials file.
@Command(
        name = "create",
        description = "Make an access key. Its secret is shown this once, in the form of a credentials file.",
        footer = {
            "",
            "Examples:",
            "  openproton admin keys create --user anna --policy developer >> ~/.aws/credentials",
            "  openproton admin keys create --user team --policy readonly --policy team.json"
        })
final class CreateKey implements Callable<Integer> {
    private static final List<String> USUAL_POLICIES = List.of("administrator");

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

    CreateKey(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        Installation.requireAccount(account);
        if (!user.matches("[\\w+=,.@-]{1,64}")) {
            throw new CommandFailure(
                    ExitCode.USAGE, "'%s' is not a user name: expected letters, digits and _+=,.@-".formatted(user));
        }
        List<String> given = (policies.isEmpty() ? USUAL_POLICIES : policies)
                .stream().map(policy -> GivenPolicy.of(policy).text()).toList();
        installation.use(variables, keys -> installation.show(user, keys.create(account, user, given)));
        return ExitCode.OK.status();
    }
}
