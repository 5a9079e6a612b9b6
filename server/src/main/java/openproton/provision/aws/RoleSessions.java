package openproton.provision.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.auth.credential.SessionCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/// Assumes roles, and keeps the credentials until they are about to expire.
final class RoleSessions {
    /// Every role allows this much, also when the caller is in a role itself.
    private static final Duration LIFE = Duration.ofHours(1);

    /// No role allows more.
    private static final Duration LIFE_MAX = Duration.ofHours(12);

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Optional<String> externalId;
    private final InstantSource clock;
    private final Map<AwsIdentity, Assumed> sessions = new HashMap<>();

    private record Assumed(AwsCredentials credentials, Instant until) {}

    /// @param externalId sent whenever a role is assumed
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
        return sessions.computeIfAbsent(identity, _ -> session(assume(identity, role, sts, LIFE)))
                .credentials();
    }

    /// New credentials of a role, shared with no other caller. A role says how long its sessions may be, which is not
    /// asked for anywhere: half as much is tried until it is granted.
    ///
    /// @param life how long they should last; between an hour and twelve
    /// @throws AwsRefusal when it may not be assumed
    SessionCredentials open(AwsIdentity identity, String role, StsClient sts, Duration life) {
        Credentials found = longest(identity, role, sts, Collections.min(List.of(LIFE_MAX, life)));
        return new SessionCredentials(
                found.accessKeyId(), found.secretAccessKey(), found.sessionToken(), found.expiration());
    }

    private Credentials longest(AwsIdentity identity, String role, StsClient sts, Duration life) {
        if (life.compareTo(LIFE) <= 0) {
            return assume(identity, role, sts, LIFE);
        }
        try {
            return assume(identity, role, sts, life);
        } catch (StsException refused) {
            if (AwsFault.text(refused).contains("DurationSeconds")) {
                return longest(identity, role, sts, life.dividedBy(2));
            }
            throw refused;
        }
    }

    /// Forgets the credentials of a role, which AWS did not take any more.
    synchronized void forget(AwsIdentity identity) {
        sessions.remove(identity);
    }

    private Assumed session(Credentials found) {
        var credentials =
                AwsSessionCredentials.create(found.accessKeyId(), found.secretAccessKey(), found.sessionToken());
        return new Assumed(credentials, clock.instant().plus(LIFE).minus(MARGIN));
    }

    private Credentials assume(AwsIdentity identity, String role, StsClient sts, Duration life) {
        var request = AssumeRoleRequest.builder()
                .roleArn(role)
                .roleSessionName(identity.session())
                .durationSeconds((int) life.toSeconds());
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
                AwsRefusal.Reason.RIGHTS,
                ("The role %s cannot be assumed: %s. Its trust policy must allow sts:AssumeRole for the identity that"
                                + " this server runs as%s; the service principal of AWS Proton alone does not do.")
                        .formatted(role, AwsFault.text(refused), condition));
    }
}
