package openproton.cli.follow;

import java.util.Set;
import openproton.api.ApiModel;
import openproton.api.DeleteComponentInput;
import openproton.api.DeleteEnvironmentInput;
import openproton.api.DeleteServiceInput;
import openproton.cli.terminal.CommandContext;
import openproton.cli.wire.ServerClient;

/// Deletes a target and follows the deletion to its end.
public record Deletion(ServerClient client, CommandContext context) {

    /// @return whether the target is gone; false when the deletion failed
    /// @throws CommandFailure when the target does not exist
    public boolean delete(DeploymentTarget target) {
        Set<String> before = target.requireStatus(client).deployments();
        switch (target) {
            case EnvironmentTarget(String name) ->
                client.call(ApiModel.DELETE_ENVIRONMENT, new DeleteEnvironmentInput(name));
            case ServiceTarget service -> client.call(ApiModel.DELETE_SERVICE, new DeleteServiceInput(service.name()));
            case ComponentTarget(String name) -> client.call(ApiModel.DELETE_COMPONENT, new DeleteComponentInput(name));
        }
        var end = new Follower(client, context, "The deletion").follow(target, before);
        if (end != Follower.End.GONE) {
            return false;
        }
        context.terminal().note("%s was deleted".formatted(target.title()));
        return true;
    }
}
