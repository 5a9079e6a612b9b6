package openproton.admin;

import java.util.Map;
import java.util.concurrent.Callable;
import openproton.auth.key.AccessKey;
import openproton.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `openproton admin keys list`: lists the access keys, without secrets.
@Command(name = "list", description = "List the access keys, the oldest first.")
final class ListKeys implements Callable<Integer> {
    private final Map<String, String> variables;

    @Mixin
    private Installation installation = new Installation();

    ListKeys(Map<String, String> variables) {
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
