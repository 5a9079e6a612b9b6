package openproton.auth.credential;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import openproton.api.state.StateKeeper;
import openproton.api.state.StateKeeper.Asker;
import openproton.base.Arn;

/// Lends one build the environment variables with which its process reaches this server, and AWS in its role.
///
/// @param known makes the credentials that this server accepts
/// @param roles assumes roles in AWS; empty where this server does not
/// @param address where this server answers
/// @param life how long the credentials are accepted
public record LentCredentials(
        KnownCredentials known, Optional<RoleSource> roles, Supplier<URI> address, Duration life) {

    /// Whether builds act in roles at all.
    public boolean assumesRoles() {
        return roles.isPresent();
    }

    /// The variables for commands. One set of keys serves for AWS and for this server, because a process has room for
    /// one; without a role the keys serve for this server alone.
    ///
    /// @throws openproton.api.ConflictException when the role cannot be assumed
    public Map<String, String> forCommands(Arn resource, Optional<String> role) {
        var variables = new HashMap<String, String>();
        Optional<SessionCredentials> session = session(resource, role);
        session.ifPresentOrElse(
                found -> {
                    accept(found, resource);
                    variables.putAll(inRole(found));
                },
                () -> variables.putAll(keys(known.builds().issue(resource.account(), resource.toString(), life))));
        variables.put("AWS_ENDPOINT_URL_PROTON", address.get().toString());
        return variables;
    }

    /// The variables for Terraform: it reaches the state of its resource, and retries while this server restarts.
    ///
    /// @throws openproton.api.ConflictException when the role cannot be assumed
    public Map<String, String> forTerraform(Arn resource, String deploymentId, Optional<String> role) {
        var variables = new HashMap<String, String>();
        session(resource, role).ifPresent(session -> variables.putAll(inRole(session)));
        String state = address.get() + StateKeeper.PATHS + resource;
        variables.putAll(Map.of(
                "TF_HTTP_ADDRESS", state,
                "TF_HTTP_LOCK_ADDRESS", state,
                "TF_HTTP_UNLOCK_ADDRESS", state,
                "TF_HTTP_USERNAME", deploymentId,
                "TF_HTTP_PASSWORD", known.states().password(new Asker(resource.toString(), deploymentId), life),
                "TF_HTTP_RETRY_MAX", "60",
                "TF_HTTP_RETRY_WAIT_MAX", "10"));
        return variables;
    }

    private Optional<SessionCredentials> session(Arn resource, Optional<String> role) {
        return roles.flatMap(source -> role.map(arn -> source.open(resource.region(), arn, resource.toString(), life)));
    }

    private void accept(SessionCredentials session, Arn resource) {
        known.roles().accept(session.keyId(), session.secret(), resource.account(), resource.toString(), life);
    }

    private Map<String, String> inRole(SessionCredentials session) {
        var variables = new HashMap<String, String>();
        roles.ifPresent(source -> variables.putAll(source.variables()));
        variables.putAll(keys(session));
        variables.put("AWS_CREDENTIAL_EXPIRATION", session.expires().toString());
        return variables;
    }

    private static Map<String, String> keys(SessionCredentials session) {
        return Map.of(
                "AWS_ACCESS_KEY_ID", session.keyId(),
                "AWS_SECRET_ACCESS_KEY", session.secret(),
                "AWS_SESSION_TOKEN", session.token());
    }
}
