package openproton.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import openproton.provision.aws.AwsSettings;
import openproton.provision.aws.AwsSettings.AwsService;
import org.junit.jupiter.api.Test;

class AwsConfigTest {

    private static AwsConfig config(Map<String, String> flags) {
        return AwsConfig.of(new Settings(flags, Map.of(), Map.of()));
    }

    @Test
    void withoutSettingsItIsAwsItselfAndBucketsAreFolders() {
        AwsConfig config = config(Map.of());

        assertThat(config.settings()).isEqualTo(AwsSettings.DEFAULT);
        assertThat(config.bundlesFromS3()).isFalse();
        assertThat(config.customerTags()).isFalse();
    }

    @Test
    void anEndpointOfItsOwnComesBeforeTheOneForAll() {
        var endpoints = config(Map.of("aws.endpoint", "http://all:1", "aws.endpoints.s3", "http://s3:2"))
                .settings()
                .endpoints();

        assertThat(endpoints.of(AwsService.S3)).contains(URI.create("http://s3:2"));
        assertThat(endpoints.of(AwsService.STS)).contains(URI.create("http://all:1"));
    }

    @Test
    void bundlesComeFromS3WhereItIsConfiguredOrAskedFor() {
        assertThat(config(Map.of("aws.endpoints.s3", "http://s3:2")).bundlesFromS3())
                .isTrue();
        assertThat(config(Map.of("aws.access-key-id", "a", "aws.secret-access-key", "b"))
                        .bundlesFromS3())
                .isTrue();
        assertThat(config(Map.of("bundles.source", "s3")).bundlesFromS3()).isTrue();
        assertThat(config(Map.of("bundles.source", "folder", "aws.endpoint", "http://all:1"))
                        .bundlesFromS3())
                .isFalse();
    }

    @Test
    void buildsActInRolesWhereAwsIsConfiguredOrItIsAskedFor() {
        assertThat(config(Map.of()).buildRoles()).isFalse();
        assertThat(config(Map.of("aws.build-roles", "true")).buildRoles()).isTrue();
        assertThat(config(Map.of("aws.endpoints.sts", "http://sts:2")).buildRoles())
                .isTrue();
        assertThat(config(Map.of("aws.access-key-id", "a", "aws.secret-access-key", "b"))
                        .buildRoles())
                .isTrue();
        assertThat(config(Map.of("aws.build-roles", "false", "aws.endpoint", "http://all:1"))
                        .buildRoles())
                .isFalse();
        assertThat(config(Map.of("aws.assume-roles", "false", "aws.endpoint", "http://all:1"))
                        .buildRoles())
                .isFalse();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> config(Map.of("aws.endpoint", "localhost:5000")))
                .hasMessageContaining("aws.endpoint (OPENPROTON_AWS_ENDPOINT) is 'localhost:5000'");
        assertThatThrownBy(() -> config(Map.of("bundles.source", "ftp"))).hasMessageContaining("folder or s3");
        assertThatThrownBy(() -> config(Map.of("aws.build-roles", "yes"))).hasMessageContaining("true or false");
        assertThatThrownBy(() -> config(Map.of("aws.access-key-id", "a"))).hasMessageContaining("belong together");
    }

    @Test
    void theSecretIsNeverShown() {
        var config = config(Map.of("aws.access-key-id", "a", "aws.secret-access-key", "hush"));

        assertThat(config.toString()).doesNotContain("hush");
    }
}
