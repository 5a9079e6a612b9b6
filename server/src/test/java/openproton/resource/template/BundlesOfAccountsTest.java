package openproton.resource.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import openproton.TestBundles;
import openproton.TestHouse;
import openproton.WireAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an account brings to the server is neither read nor replaced by another one.
class BundlesOfAccountsTest {
    private final TestHouse house = TestHouse.open();
    private String first = "default";
    private String second = "";

    @BeforeEach
    void prepare() {
        second = house.otherAccount("222222222222");
        for (String profile : new String[] {first, second}) {
            house.callAs(profile, "CreateEnvironmentTemplate", "{\"name\": \"vpc\"}");
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aBundleIsThereForTheAccountThatBroughtItAlone() throws Exception {
        assertThat(bring(first, "openproton-bundles", TestBundles.environment()).status())
                .isEqualTo(200);

        for (String key : new String[] {"vpc.tar.gz", "000000000000/vpc.tar.gz", "../000000000000/vpc.tar.gz"}) {
            assertThat(registered(second, key))
                    .as(key)
                    .matches(message -> message.contains("There is no object") || message.contains("leaves bucket"));
        }
        assertThat(registered(first, "vpc.tar.gz")).isEqualTo("DRAFT");
        assertThat(Files.size(house.data().resolve("buckets/openproton-bundles/000000000000/vpc.tar.gz")))
                .isPositive();
    }

    @Test
    void twoAccountsBringBundlesUnderOneKey() {
        bring(first, "openproton-bundles", TestBundles.environment());
        bring(second, "openproton-bundles", "no bundle".getBytes(StandardCharsets.UTF_8));

        assertThat(registered(first, "vpc.tar.gz")).isEqualTo("DRAFT");
        assertThat(registered(second, "vpc.tar.gz")).contains("archive");
    }

    @Test
    void whatAllAccountsShareIsNotReplaced() {
        house.put("vpc.tar.gz", TestBundles.environment());

        var answer = bring(second, "bundles", "mine".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("ValidationException", "openproton-bundles");
    }

    private WireAnswer bring(String profile, String bucket, byte[] bundle) {
        return house.callAs(profile, "UploadBundle", """
            {"bucket": "%s", "key": "vpc.tar.gz", "uploadId": "00000000-0000-4000-8000-000000000000",
             "position": 0, "content": "%s", "complete": true}
            """.formatted(
                        bucket, Base64.getEncoder().encodeToString(bundle)));
    }

    /// The status of a version that was made from a bundle, or why there is none.
    private String registered(String profile, String key) {
        var created = house.callAs(profile, "CreateEnvironmentTemplateVersion", """
            {"templateName": "vpc", "source": {"s3": {"bucket": "openproton-bundles", "key": "%s"}}}
            """.formatted(key));
        assertThat(created.status()).as(created.body()).isEqualTo(200);
        house.runDueWork();
        var version = house.callAs(profile, "GetEnvironmentTemplateVersion", """
            {"templateName": "vpc", "majorVersion": "1", "minorVersion": "%s"}
            """.formatted(
                        created.text("environmentTemplateVersion.minorVersion")));
        String status = version.text("environmentTemplateVersion.status");
        return status.equals("DRAFT") ? status : version.text("environmentTemplateVersion.statusMessage");
    }
}
