package openproton.auth.credential;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import openproton.auth.AuthenticationFailure;
import openproton.auth.Credential;
import openproton.auth.Identity;
import openproton.auth.policy.Policy;
import openproton.base.Json;
import openproton.base.JsonData;

/// The facts behind the credentials of one build, which may only notify for their own resource.
///
/// @param account the account of the resource, twelve digits
/// @param resourceArn the environment, instance, pipeline or component that the build provisions
/// @param expires when this server stops to accept them
record BuildSession(String keyId, String secret, String account, String resourceArn, Instant expires) {

    /// As text that only the server may see.
    String write() {
        return Json.write(Map.of(
                "id", keyId,
                "secret", secret,
                "account", account,
                "resourceArn", resourceArn,
                "expires", Long.toString(expires.toEpochMilli())));
    }

    static BuildSession read(String text) {
        Map<String, Object> members = JsonData.object(text);
        return new BuildSession(
                text(members, "id"),
                text(members, "secret"),
                text(members, "account"),
                text(members, "resourceArn"),
                Instant.ofEpochMilli(Long.parseLong(text(members, "expires"))));
    }

    /// @throws AuthenticationFailure when the session is over
    Credential credential(InstantSource clock) {
        if (!clock.instant().isBefore(expires)) {
            throw new AuthenticationFailure(
                    AuthenticationFailure.Reason.EXPIRED, "the session of this build ended at " + expires);
        }
        String principal = "arn:aws:sts::%s:assumed-role/openproton-build/%s".formatted(account, keyId);
        var policies = List.of(Policy.allowing("proton:NotifyResourceDeploymentStatusChange", resourceArn));
        return new Credential(new Identity(keyId, account, principal, policies), secret);
    }

    private static String text(Map<String, Object> members, String name) {
        return String.valueOf(members.get(name));
    }

    /// Names the key, never the secret.
    @Override
    public String toString() {
        return "session " + keyId;
    }
}
