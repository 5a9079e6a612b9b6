package openproton;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import openproton.api.ConflictException;
import openproton.api.state.StateKeeper.Asker;
import openproton.auth.SessionCredentials;
import openproton.change.Target;
import openproton.change.order.BuildAccess;
import openproton.provision.EngineKind;
import openproton.provision.aws.AwsRefusal;
import openproton.provision.aws.RoleSession;
import openproton.server.StateDesk;

/// What builds reach this house, and AWS, with.
///
/// @param address where the house answers
/// @param life how long the credentials of a build are accepted
/// @param roles assumes roles for builds; empty where this server does not
record HouseAccess(Guard guard, Supplier<URI> address, Duration life, Optional<Roles> roles) implements BuildAccess {

    /// Assumes roles in AWS for somebody else.
    interface Roles {

        /// New credentials of a role.
        ///
        /// @param resource the ARN of what is provisioned with them
        /// @param life how long they should last; roles that allow less give less
        /// @throws AwsRefusal when it cannot be assumed
        RoleSession open(String region, String role, String resource, Duration life);

        /// Variables that lead the tools of AWS to where AWS answers; none where that is AWS itself.
        Map<String, String> variables();
    }

    @Override
    public Grant grant(EngineKind kind, Target target, String deploymentId, Actor actor) {
        return switch (kind) {
            case COMMAND -> forCommands(target, actor.role());
            case TERRAFORM -> forTerraform(target, deploymentId, actor);
            case CLOUDFORMATION, PULL_REQUEST -> new Grant(Map.of(), actor.role());
        };
    }

    /// One set of keys serves commands for AWS and for this house; without a role it serves for this house alone.
    private Grant forCommands(Target target, Optional<String> role) {
        var environment = new HashMap<String, String>();
        Optional<RoleSession> session = open(target, role);
        session.ifPresentOrElse(
                found -> environment.putAll(inRole(accepted(found, target))),
                () -> environment.putAll(ownKeys(target)));
        environment.put("AWS_ENDPOINT_URL_PROTON", address.get().toString());
        return new Grant(environment, role.filter(_ -> session.isPresent()));
    }

    /// Terraform reaches the state of its resource, and waits for a server that is being started anew.
    private Grant forTerraform(Target target, String deploymentId, Actor actor) {
        var environment = new HashMap<String, String>();
        Optional<RoleSession> session = open(target, actor.role());
        session.ifPresentOrElse(found -> environment.putAll(inRole(found)), () -> refuseForeign(target, actor));
        String state = address.get() + StateDesk.PREFIX + target.arn();
        environment.putAll(Map.of(
                "TF_HTTP_ADDRESS", state,
                "TF_HTTP_LOCK_ADDRESS", state,
                "TF_HTTP_UNLOCK_ADDRESS", state,
                "TF_HTTP_USERNAME", deploymentId,
                "TF_HTTP_PASSWORD", guard.states().password(new Asker(target.arn(), deploymentId), life),
                "TF_HTTP_RETRY_MAX", "60",
                "TF_HTTP_RETRY_WAIT_MAX", "10"));
        return new Grant(environment, actor.role().filter(_ -> session.isPresent()));
    }

    private Optional<RoleSession> open(Target target, Optional<String> role) {
        try {
            return roles.flatMap(
                    open -> role.map(arn -> open.open(target.scope().region(), arn, target.arn(), life)));
        } catch (AwsRefusal refusal) {
            throw new ConflictException(String.valueOf(refusal.getMessage()));
        }
    }

    private RoleSession accepted(RoleSession session, Target target) {
        guard.roles().accept(session.keyId(), session.secret(), target.scope().account(), target.arn(), life);
        return session;
    }

    /// Without the role, Terraform would take whatever it finds, and provision in the wrong account.
    private static void refuseForeign(Target target, Actor actor) {
        if (actor.account().equals(target.scope().account())) {
            return;
        }
        String why = actor.role()
                .map(role ->
                        "with the role %s, but this server assumes no roles for builds: its operator sets %s to true"
                                .formatted(role, Setting.AWS_BUILD_ROLES.key()))
                .orElse("and the account connection of its environment names no role for it;"
                        + " UpdateEnvironmentAccountConnection can add one");
        throw new ConflictException(
                "%s is provisioned in another account (%s) %s".formatted(target.words(), actor.account(), why));
    }

    private Map<String, String> inRole(RoleSession session) {
        var variables = new HashMap<String, String>();
        roles.ifPresent(found -> variables.putAll(found.variables()));
        variables.putAll(keys(session.keyId(), session.secret(), session.token()));
        variables.put("AWS_CREDENTIAL_EXPIRATION", session.expires().toString());
        return variables;
    }

    private Map<String, String> ownKeys(Target target) {
        SessionCredentials session = guard.sessions().issue(target.scope().account(), target.arn(), life);
        return keys(session.keyId(), session.secret(), session.token());
    }

    private static Map<String, String> keys(String id, String secret, String token) {
        return Map.of("AWS_ACCESS_KEY_ID", id, "AWS_SECRET_ACCESS_KEY", secret, "AWS_SESSION_TOKEN", token);
    }
}
