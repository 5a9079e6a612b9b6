package openproton.provision.aws;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/// The credentials of the server itself: those of the settings, else those that the SDK finds.
final class OwnCredentials {
    private static final String MISSING =
            "This server has no AWS credentials: set aws.access-key-id and aws.secret-access-key, or give its process"
                    + " credentials as any AWS tool takes them (AWS_ACCESS_KEY_ID, AWS_PROFILE, an instance role).";

    private final AwsCredentialsProvider provider;

    OwnCredentials(Optional<AwsSettings.AccessKeyPair> keys) {
        this.provider = keys.<AwsCredentialsProvider>map(
                        key -> StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /// @throws AwsRefusal when there are none
    AwsCredentials get() {
        try {
            return provider.resolveCredentials();
        } catch (SdkClientException none) {
            throw new AwsRefusal(AwsRefusal.Reason.CREDENTIALS, MISSING);
        }
    }
}
