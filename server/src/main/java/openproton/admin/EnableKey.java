package openproton.admin;

import java.util.Map;
import java.util.concurrent.Callable;
import openproton.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `openproton admin keys enable`: accepts a disabled access key again.
@Command(name = "enable", description = "Accept a disabled key again.")
final class EnableKey implements Callable<Integer> {
    private final Map<String, String> variables;

    @Mixin
    private Installation installation = new Installation();

    @Parameters(paramLabel = "KEY", description = "The id of the key, as 'list' shows it.")
    private String id = "";

    EnableKey(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        installation.use(variables, keys -> keys.enable(id));
        installation.out().println(id + " is active");
        return ExitCode.OK.status();
    }
}
