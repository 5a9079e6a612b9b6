package openproton.change.order;

import java.util.Map;
import java.util.Optional;
import openproton.api.ConflictException;
import openproton.auth.credential.LentCredentials;
import openproton.base.Arn;
import openproton.change.Target;
import openproton.provision.EngineKind;

/// Gives each engine the credentials with which it carries out one deployment.
public record BuildAccess(LentCredentials lent) {

    /// What the engine of a kind may use to carry out one deployment.
    ///
    /// @throws ConflictException when the role should be used and cannot be
    Grant grant(EngineKind kind, Target target, String deploymentId, Actor actor) {
        Arn resource = Arn.parse(target.arn()).orElseThrow();
        Optional<String> role = actor.role().filter(_ -> lent.assumesRoles());
        return switch (kind) {
            case COMMAND -> new Grant(lent.forCommands(resource, role), role);
            case TERRAFORM -> {
                if (role.isEmpty() && !actor.account().equals(resource.account())) {
                    throw unreachable(target, actor);
                }
                yield new Grant(lent.forTerraform(resource, deploymentId, role), role);
            }
            case CLOUDFORMATION, PULL_REQUEST -> new Grant(Map.of(), actor.role());
        };
    }

    /// Without the role, Terraform would take whatever credentials it finds, and provision in the wrong account.
    private static ConflictException unreachable(Target target, Actor actor) {
        String why = actor.role()
                .map(role -> ("with the role %s, but this server assumes no roles for builds: its operator sets"
                                + " aws.build-roles to true")
                        .formatted(role))
                .orElse("and the account connection of its environment names no role for it;"
                        + " UpdateEnvironmentAccountConnection can add one");
        return new ConflictException(
                "%s is provisioned in another account (%s) %s".formatted(target.words(), actor.account(), why));
    }

    /// As whom an engine should act.
    ///
    /// @param account where it provisions, twelve digits
    /// @param role the ARN of the role that it should act in; empty where none is named
    record Actor(String account, Optional<String> role) {}

    /// What an engine may use.
    ///
    /// @param environment variables for a process: they reach this server for the target alone, and AWS in the role
    /// @param role the role that it acts in; empty for none
    record Grant(Map<String, String> environment, Optional<String> role) {
        Grant {
            environment = Map.copyOf(environment);
        }

        /// Leaves the environment out: it holds credentials.
        @Override
        public String toString() {
            return "Grant[%s]".formatted(role);
        }
    }
}
