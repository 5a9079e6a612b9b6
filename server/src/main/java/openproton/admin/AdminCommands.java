package openproton.admin;

import java.util.Map;
import openproton.cli.CommandTree;
import picocli.CommandLine;

/// The group `openproton admin`: every command that needs the data folder instead of an access key.
public final class AdminCommands {
    private AdminCommands() {}

    /// The group with its commands.
    ///
    /// @param variables the environment
    public static CommandLine group(Map<String, String> variables) {
        var keys = CommandTree.group(
                "Access keys of this installation. Works on the data folder, with or without a running server.",
                Map.of(
                        "create", new CreateKey(variables),
                        "list", new ListKeys(variables),
                        "disable", new DisableKey(variables),
                        "enable", new EnableKey(variables)));
        var accounts = CommandTree.group(
                "Accounts of this installation: one account sees nothing of another.",
                Map.of("create", new CreateAccount(variables), "list", new ListAccounts(variables)));
        return CommandTree.group(
                "What only the owner of the data folder may do.", Map.of("keys", keys, "accounts", accounts));
    }
}
