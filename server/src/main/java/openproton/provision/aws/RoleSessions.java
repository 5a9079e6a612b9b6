package openproton.provision.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/// Assumes roles, and keeps the credentials until they are about to expire.
final class RoleSessions {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Optional<String> externalId;
    private final InstantSource clock;
    private final Map<AwsIdentity, Session> sessions = new HashMap<>();

    private record Session(AwsCredentials credentials, Instant until) {}

    /// @param externalId told whenever a role is assumed
    RoleSessions(Optional<String> externalId, InstantSource clock) {
        this.externalId = externalId;
        this.clock = clock;
    }

    /// The credentials of a role.
    ///
    /// @throws AwsRefusal when it may not be assumed
    synchronized AwsCredentials credentials(AwsIdentity identity, String role, StsClient sts) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !now.isBefore(session.until()));
        return sessions.computeIfAbsent(identity, _ -> session(assume(identity, role, sts)))
                .credentials();
    }

    /// New credentials of a role, which nobody else has.
    ///
    /// @throws AwsRefusal when it may not be assumed
    RoleSession open(AwsIdentity identity, String role, StsClient sts) {
        Credentials found = assume(identity, role, sts);
        return new RoleSession(found.accessKeyId(), found.secretAccessKey(), found.sessionToken());
    }

    /// Forgets the credentials of a role, which AWS did not take any more.
    synchronized void forget(AwsIdentity identity) {
        sessions.remove(identity);
    }

    private Session session(Credentials found) {
        var credentials =
                AwsSessionCredentials.create(found.accessKeyId(), found.secretAccessKey(), found.sessionToken());
        return new Session(credentials, clock.instant().plus(LIFE).minus(MARGIN));
    }

    private Credentials assume(AwsIdentity identity, String role, StsClient sts) {
        var request = AssumeRoleRequest.builder()
                .roleArn(role)
                .roleSessionName(identity.session())
                .durationSeconds((int) LIFE.toSeconds());
        externalId.ifPresent(request::externalId);
        try {
            return sts.assumeRole(request.build()).credentials();
        } catch (StsException refused) {
            throw refused.statusCode() == 403 ? refusal(role, refused) : refused;
        }
    }

    private AwsRefusal refusal(String role, StsException refused) {
        String condition = externalId
                .map(id -> ", with the condition that sts:ExternalId is '%s'".formatted(id))
                .orElse("");
        return new AwsRefusal(
                AwsRefusal.Kind.RIGHTS,
                ("The role %s cannot be assumed: %s. Its trust policy must allow sts:AssumeRole for the identity that"
                                + " this server runs as%s; the service principal of AWS Proton alone does not do.")
                        .formatted(role, AwsFault.text(refused), condition));
    }
}
