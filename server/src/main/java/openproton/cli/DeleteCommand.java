package openproton.cli;

import java.io.Console;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.DeleteServiceInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Deletes an environment or a service with everything that was provisioned for it.
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Delete an environment or a service, with everything that was provisioned for it.",
        footer = {"", "Examples:", "  openproton delete service shop", "  openproton delete environment staging --yes"})
final class DeleteCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Parameters(index = "0", paramLabel = "KIND", description = "environment or service")
    private Optional<ThingChoice> kind = Optional.empty();

    @Parameters(index = "1", paramLabel = "NAME")
    private String name = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    DeleteCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Followed followed = kind.orElseThrow().named(name);
        var client = server.client(outside);
        var look = followed.look(client)
                .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, "there is no %s".formatted(followed.words())));
        if (!yes && !isConfirmed(followed)) {
            outside.terminal().note("Nothing was deleted.");
            return ExitCode.FAILED.status();
        }
        return delete(client, outside, followed, look.deployments()) ? ExitCode.OK.status() : ExitCode.FAILED.status();
    }

    /// Deletes something and follows it to its end.
    ///
    /// @return whether it is gone
    static boolean delete(ApiClient client, Outside outside, Followed followed, Set<String> old) {
        switch (followed) {
            case Followed.OfEnvironment(String name) ->
                client.call(ApiModel.DELETE_ENVIRONMENT, new DeleteEnvironmentInput(name));
            case Followed.OfService(String name) -> client.call(ApiModel.DELETE_SERVICE, new DeleteServiceInput(name));
        }
        boolean gone = new Follower(client, outside, "The deletion").follow(followed, old) == Follower.End.GONE;
        if (gone) {
            outside.terminal().note("%s is deleted".formatted(followed.words()));
        }
        return gone;
    }

    private boolean isConfirmed(Followed followed) {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, "there is nobody to ask; add --yes to delete " + followed.words()));
        String answer = console.readLine("Delete %s and everything provisioned for it? [y/N] ", followed.words());
        return "y".equalsIgnoreCase(answer) || "yes".equalsIgnoreCase(answer);
    }
}
