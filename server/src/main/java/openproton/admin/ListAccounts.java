package openproton.admin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openproton.auth.key.AccessKey;
import openproton.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `openproton admin accounts list`: lists the accounts and how many keys each has.
@Command(name = "list", description = "List the accounts and how many access keys each has.")
final class ListAccounts implements Callable<Integer> {
    private final Map<String, String> variables;

    @Mixin
    private Installation installation = new Installation();

    ListAccounts(Map<String, String> variables) {
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
