package openproton.admin;

import java.util.Map;
import java.util.concurrent.Callable;
import openproton.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `openproton admin keys disable`: refuses an access key from now on.
@Command(
        name = "disable",
        description = "Refuse every request signed with a key; a running server does so within a second.")
final class DisableKey implements Callable<Integer> {
    private final Map<String, String> variables;

    @Mixin
    private Installation installation = new Installation();

    @Parameters(paramLabel = "KEY", description = "The id of the key, as 'list' shows it.")
    private String id = "";

    DisableKey(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        installation.use(variables, keys -> keys.disable(id));
        installation.out().println(id + " is disabled");
        return ExitCode.OK.status();
    }
}
