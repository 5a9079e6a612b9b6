package openproton.provision.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import openproton.auth.credential.SessionCredentials;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;

/// AWS, as the settings say it is reached. Nothing of the SDK is loaded before the first client is asked for.
public final class AwsClients {
    /// Where the server's own calls go when no Region is set; S3 finds the right one from there.
    private static final String HOME_REGION = "us-east-1";

    private final AwsSettings settings;
    private final Transport transport;
    private final InstantSource clock;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable Clients clients;

    /// @param clock tells when the credentials of a role are about to expire
    public AwsClients(AwsSettings settings, InstantSource clock) {
        this(settings, clock, new PlainHttp());
    }

    /// With another way for requests to travel.
    public AwsClients(AwsSettings settings, InstantSource clock, Transport transport) {
        this.settings = settings;
        this.transport = transport;
        this.clock = clock;
    }

    /// The Region in which a call is made.
    public String region(String meant) {
        return settings.region().orElse(meant);
    }

    /// The server itself, in no Region in particular.
    AwsIdentity server() {
        return new AwsIdentity(region(HOME_REGION), Optional.empty(), "openproton");
    }

    /// A client without credentials of its own: each request brings [#as].
    public CloudFormationClient cloudFormation(String region) {
        return clients().cloudFormation(region);
    }

    S3Client s3(String region) {
        return clients().s3(region);
    }

    /// The credentials of an identity, for one request.
    ///
    /// @throws AwsRefusal when there are none, or the role may not be assumed
    public AwsRequestOverrideConfiguration as(AwsIdentity identity) {
        return clients().as(identity);
    }

    /// New credentials of a role, to be handed to commands that act in its name.
    ///
    /// @param resource the ARN that the commands provision; the session shows it
    /// @param life how long they should last; roles that allow less give less, an hour at least
    /// @throws AwsRefusal when there are none, saying what to change
    SessionCredentials open(String region, String role, String resource, Duration life) {
        var identity = AwsIdentity.of(region(region), Optional.of(role), resource);
        try {
            return clients().open(identity, role, life);
        } catch (SdkException failure) {
            if (AwsFault.of(failure) instanceof AwsFault.Lasting(var why)) {
                throw new AwsRefusal(
                        AwsRefusal.Reason.RIGHTS, "The role %s cannot be assumed: %s".formatted(role, why));
            }
            throw failure;
        }
    }

    /// Forgets the credentials of a role, which AWS did not take any more.
    public void forget(AwsIdentity identity) {
        clients().forget(identity);
    }

    private Clients clients() {
        opening.lock();
        try {
            Clients open = clients;
            if (open == null) {
                open = new Clients(settings, transport, clock);
                clients = open;
            }
            return open;
        } finally {
            opening.unlock();
        }
    }
}
