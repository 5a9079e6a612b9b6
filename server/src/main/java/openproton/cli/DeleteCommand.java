package openproton.cli;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openproton.api.ApiModel;
import openproton.api.DeleteComponentInput;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.DeleteServiceInput;
import openproton.api.ForceDeleteInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Deletes an environment, a service or a component with everything that was provisioned for it.
@Command(
        name = "delete",
        description = "Delete an environment, a service or a component, with everything that was provisioned for it.",
        footer = {
            "",
            "Examples:",
            "  openproton delete service shop",
            "  openproton delete environment staging --yes",
            "  openproton delete environment staging --force",
            "",
            "--force is the last resort, for administrators and for what is DELETE_FAILED: only the record goes."
        })
final class DeleteCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private ServerChoice server = new ServerChoice();

    @Parameters(index = "0", paramLabel = "KIND", description = "environment, service or component")
    private Optional<ThingChoice> kind = Optional.empty();

    @Parameters(index = "1", paramLabel = "NAME")
    private String name = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--force",
            description = "Forget what cannot be removed; what is left of its infrastructure is yours from then on.")
    private boolean force;

    DeleteCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Followed followed = kind.orElseThrow().named(name);
        var client = server.client(outside);
        var look = followed.look(client)
                .orElseThrow(() -> new CommandFailure(ExitCode.FAILED, "there is no %s".formatted(followed.words())));
        if (!yes && !question(followed).isAgreed()) {
            outside.terminal().note("Nothing was deleted.");
            return ExitCode.FAILED.status();
        }
        if (force) {
            forget(client, followed);
            return ExitCode.OK.status();
        }
        return delete(client, outside, followed, look.deployments()) ? ExitCode.OK.status() : ExitCode.FAILED.status();
    }

    private Question question(Followed followed) {
        String text = force
                ? "Take %s off the books? Whatever is left of its infrastructure stays and is yours to remove."
                : "Delete %s and everything provisioned for it?";
        return new Question(text.formatted(followed.words()), "delete " + followed.words());
    }

    private void forget(ApiClient client, Followed followed) {
        String arn = followed.arn(client).orElseThrow();
        var left = client.call(ApiModel.FORCE_DELETE, new ForceDeleteInput(arn)).leftBehind();
        outside.terminal().note("%s is off the books".formatted(followed.words()));
        outside.terminal()
                .note(
                        left.isEmpty()
                                ? "Nothing that was provisioned for it is known by name."
                                : "What may still be there:");
        var table = new Table(outside.terminal(), "LEFT BEHIND", "IDENTIFIER", "PROVISIONED BY");
        left.forEach(one -> table.row(
                one.name().orElse(""),
                one.identifier().orElse(""),
                one.provisioningEngine().map(engine -> engine.value()).orElse("")));
        table.print();
    }

    /// Deletes something and follows it to its end.
    ///
    /// @return whether it is gone
    static boolean delete(ApiClient client, Outside outside, Followed followed, Set<String> old) {
        switch (followed) {
            case Followed.OfEnvironment(String name) ->
                client.call(ApiModel.DELETE_ENVIRONMENT, new DeleteEnvironmentInput(name));
            case Followed.OfService service ->
                client.call(ApiModel.DELETE_SERVICE, new DeleteServiceInput(service.name()));
            case FollowedComponent(String name) ->
                client.call(ApiModel.DELETE_COMPONENT, new DeleteComponentInput(name));
        }
        boolean gone = new Follower(client, outside, "The deletion").follow(followed, old) == Follower.End.GONE;
        if (gone) {
            outside.terminal().note("%s is deleted".formatted(followed.words()));
        }
        return gone;
    }
}
