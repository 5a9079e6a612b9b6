package openproton.resource.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import openproton.aws.StandIn;
import openproton.base.SettableClock;
import openproton.provision.aws.AwsClients;
import openproton.provision.aws.AwsSettings;
import openproton.provision.aws.S3Objects;
import openproton.provision.aws.ShakenTransport;
import openproton.render.BundleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3BucketsTest {
    private static final String ACCOUNT = "000000000000";
    private static final long BYTES_MAX = 1 << 20;

    @TempDir
    private Path folder;

    private final StandIn aws = StandIn.open();

    @AfterEach
    void close() {
        aws.close();
    }

    private S3Buckets buckets() {
        return buckets(aws.uri());
    }

    private S3Buckets buckets(URI address) {
        var settings = new AwsSettings(
                new AwsSettings.Endpoints(Optional.empty(), Map.of(AwsSettings.AwsService.S3, address)),
                Optional.of("eu-west-1"),
                Optional.of(new AwsSettings.AccessKeyPair("AKIASTANDIN", "secret")),
                true,
                Optional.empty());
        var objects = new S3Objects(new AwsClients(settings, new SettableClock(), new ShakenTransport()));
        return new S3Buckets(objects, new BucketFolder(folder, BYTES_MAX), BYTES_MAX);
    }

    @Test
    void aBundleIsReadFromItsBucket() {
        aws.putObject("bundles", "a/bundle.tar.gz", "content".getBytes(StandardCharsets.UTF_8));

        assertThat(buckets().fetch(ACCOUNT, "bundles", "a/bundle.tar.gz"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("content");
    }

    @Test
    void whatIsMissingIsNamed() {
        aws.putObject("bundles", "other", new byte[0]);

        assertRefused("bundles", "a.tar.gz", "There is no object 'a.tar.gz' in bucket 'bundles'");
        assertRefused("none", "a.tar.gz", "There is no bucket 'none' in S3");
    }

    @Test
    void whatMayNotBeReadIsNamed() {
        aws.putObject("bundles", "a.tar.gz", new byte[0]);
        aws.denyBucket("bundles");

        assertRefused("bundles", "a.tar.gz", "The server may not read the object 'a.tar.gz' of bucket 'bundles'");
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        aws.putObject("bundles", "a.tar.gz", new byte[(int) BYTES_MAX + 1]);

        assertRefused("bundles", "a.tar.gz", "is larger than 1 MB");
    }

    @Test
    void aServerThatIsNotThereIsNoRefusal() {
        assertThatThrownBy(() -> buckets(URI.create("http://127.0.0.1:1")).fetch(ACCOUNT, "bundles", "a.tar.gz"))
                .isNotInstanceOf(BundleException.class);
    }

    @Test
    void whatTheCommandLineBringsStaysHere() {
        var part = new Buckets.Part("upload", 0, "content".getBytes(StandardCharsets.UTF_8), true);
        buckets().put(ACCOUNT, S3Buckets.OWN, "a.tar.gz", part);

        assertThat(buckets().fetch(ACCOUNT, S3Buckets.OWN, "a.tar.gz"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("content");
        assertThatThrownBy(() -> buckets().put(ACCOUNT, "bundles", "a.tar.gz", part))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("bucket 'bundles' is one of S3");
    }

    private void assertRefused(String bucket, String key, String message) {
        assertThatThrownBy(() -> buckets().fetch(ACCOUNT, bucket, key))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(message);
    }
}
