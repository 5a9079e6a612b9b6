package openproton.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// AWS's own clients, pointed at a stand-in.
///
/// @param uri where the stand-in listens
public record StandInClients(URI uri) {
    static final Region REGION = Region.EU_WEST_1;
    private static final AwsCredentials KEYS = AwsBasicCredentials.create("AKIASTANDIN", "secret");

    public CloudFormationClient cloudFormation() {
        return cloudFormation(KEYS);
    }

    public CloudFormationClient cloudFormation(AwsCredentials keys) {
        return CloudFormationClient.builder()
                .endpointOverride(uri)
                .region(REGION)
                .credentialsProvider(provider(keys))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public S3Client s3() {
        return S3Client.builder()
                .endpointOverride(uri)
                .region(REGION)
                .forcePathStyle(true)
                .credentialsProvider(provider(KEYS))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public StsClient sts() {
        return StsClient.builder()
                .endpointOverride(uri)
                .region(REGION)
                .credentialsProvider(provider(KEYS))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static AwsCredentialsProvider provider(AwsCredentials keys) {
        return StaticCredentialsProvider.create(keys);
    }
}
