package openproton.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.proton.ProtonClient;
import software.amazon.awssdk.services.proton.model.AccessDeniedException;
import software.amazon.awssdk.services.proton.model.ProtonException;
import software.amazon.awssdk.services.proton.model.ResourceNotFoundException;
import software.amazon.awssdk.services.proton.model.Tag;

/// The door as the last AWS SDK for Java that knows Proton sees it.
/// That release marks every call as deprecated, because the original was switched off.
@SuppressWarnings("deprecation")
class RealClientTest {
    private static final String SHOP = "arn:aws:proton:eu-west-1:000000000000:service/shop";

    @Test
    void speaksWithTheAwsSdk() {
        var options = TestDoor.options(64 * 1024, 8);
        try (var house = new TestDoor(options, Optional.of(InstantSource.system()));
                ProtonClient administrator = client(house, "administrator");
                ProtonClient reader = client(house, "readonly");
                ProtonClient stranger = client(house, "stranger")) {
            Tag tag = Tag.builder().key("team").value("Kältetechnik").build();

            assertThat(administrator
                            .tagResource(tags -> tags.resourceArn(SHOP).tags(tag))
                            .responseMetadata()
                            .requestId())
                    .startsWith("request-");
            assertThatThrownBy(() -> administrator.getEnvironment(get -> get.name("prod")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("there is no environment 'prod'")
                    .hasMessageContaining("Status Code: 400");
            assertThatThrownBy(() ->
                            reader.tagResource(tags -> tags.resourceArn(SHOP).tags(tag)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> stranger.getEnvironment(get -> get.name("prod")))
                    .isInstanceOfSatisfying(
                            ProtonException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("UnrecognizedClientException"));
        }
    }

    private static ProtonClient client(TestDoor house, String user) {
        return ProtonClient.builder()
                .endpointOverride(URI.create("http://localhost:" + house.door.port()))
                .region(Region.EU_WEST_1)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(user, TestDoor.SECRET)))
                .build();
    }
}
