package openproton.provision.aws;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import openproton.auth.credential.SessionCredentials;
import openproton.provision.aws.AwsSettings.AwsService;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// The clients of the services, one for each Region; made when they are needed, used by every identity.
final class Clients {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(25);

    private final AwsSettings settings;
    private final int attemptsMax;
    private final SdkHttpClient http;
    private final OwnCredentials own;
    private final RoleSessions sessions;
    private final Map<String, CloudFormationClient> cloudFormation = new ConcurrentHashMap<>();
    private final Map<String, S3Client> s3 = new ConcurrentHashMap<>();
    private final Map<String, StsClient> sts = new ConcurrentHashMap<>();

    Clients(AwsSettings settings, Transport transport, InstantSource clock) {
        this.settings = settings;
        this.attemptsMax = transport.attemptsMax();
        this.http = transport.open();
        this.own = new OwnCredentials(settings.keys());
        this.sessions = new RoleSessions(settings.externalId(), clock);
    }

    CloudFormationClient cloudFormation(String region) {
        return cloudFormation.computeIfAbsent(
                region,
                _ -> set(CloudFormationClient.builder(), AwsService.CLOUDFORMATION, region)
                        .build());
    }

    StsClient sts(String region) {
        return sts.computeIfAbsent(
                region, _ -> set(StsClient.builder(), AwsService.STS, region).build());
    }

    /// Other servers than that of AWS want the bucket in the path, and know no checksums but MD5.
    S3Client s3(String region) {
        boolean other = settings.endpoints().of(AwsService.S3).isPresent();
        return s3.computeIfAbsent(
                region,
                _ -> set(S3Client.builder(), AwsService.S3, region)
                        .forcePathStyle(other)
                        .crossRegionAccessEnabled(!other)
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .build());
    }

    /// The credentials of an identity, for one request.
    ///
    /// @throws AwsRefusal when there are none, or the role may not be assumed
    AwsRequestOverrideConfiguration as(AwsIdentity identity) {
        return AwsRequestOverrideConfiguration.builder()
                .credentialsProvider(StaticCredentialsProvider.create(credentials(identity)))
                .build();
    }

    private AwsCredentials credentials(AwsIdentity identity) {
        Optional<String> role = identity.role().filter(_ -> settings.assumeRoles());
        return role.isPresent() ? sessions.credentials(identity, role.get(), sts(identity.region())) : own.get();
    }

    /// New credentials of a role, to be lent.
    ///
    /// @throws AwsRefusal when it may not be assumed
    SessionCredentials open(AwsIdentity identity, String role, Duration life) {
        return sessions.open(identity, role, sts(identity.region()), life);
    }

    /// Forgets the credentials of a role that AWS no longer accepts.
    void forget(AwsIdentity identity) {
        sessions.forget(identity);
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B set(
            B builder, AwsService service, String region) {
        Optional<URI> endpoint = settings.endpoints().of(service);
        builder.region(Region.of(region))
                .httpClient(http)
                .credentialsProvider(() -> own.get())
                .overrideConfiguration(override -> override.apiCallTimeout(CALL_TIMEOUT)
                        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(attemptsMax)
                                .build()));
        endpoint.ifPresent(builder::endpointOverride);
        return builder;
    }
}
