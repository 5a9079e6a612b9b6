package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `openproton deploy synced-service`, called against a house.
@SuppressWarnings("deprecation")
class SyncedServiceCommandTest {
    private static final String OPS = "sync: {services: {shop: {a: {branch: main, spec: a.yaml}}}}\n";

    private final TestStories stories = TestStories.open().usual();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void prepare() {
        stories.house()
                .repository("me/shop")
                .commit(Map.of(
                        "proton-ops.yaml",
                        OPS,
                        "deploy/ops.yaml",
                        OPS,
                        "a.yaml",
                        TestStories.serviceSpec(TestStories.instance("a", "dev", 80))));
    }

    @AfterEach
    void close() {
        stories.close();
    }

    @Test
    void aServiceComesFromTheOpsFileOfALinkedRepository() {
        link();

        var deploy = plays("shop", "--template", "web", "--repository", "me/shop", "--no-wait");
        stories.house().runDueWork();

        assertThat(deploy.status()).as(deploy.problems()).isZero();
        assertThat(deploy.problems()).contains("openproton logs service shop --follow");
        assertThat(stories.instance("shop", "a").spec()).contains("port: 80");
        assertThat(stories.sdk()
                        .getServiceSyncConfig(get -> get.serviceName("shop"))
                        .serviceSyncConfig()
                        .filePath())
                .isEqualTo("proton-ops.yaml");

        var again = plays("shop", "--template", "web", "--repository", "me/shop");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.problems()).contains("service 'shop' exists already").contains("update-service-sync-config");
    }

    @Test
    void aRepositoryThatIsNotLinkedOrLinkedTwiceIsNamed() {
        var unknown = plays("shop", "--template", "web", "--repository", "me/shop", "--no-wait");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.problems())
                .contains("no repository 'me/shop' is linked")
                .contains("aws proton create-repository");

        link();
        linkAnother();
        var ambiguous = plays("shop", "--template", "web", "--repository", "me/shop", "--no-wait");
        assertThat(ambiguous.problems()).contains("linked from BITBUCKET and GITHUB; choose one with --provider");

        var chosen = plays(
                "shop",
                "--template",
                "web",
                "--repository",
                "me/shop",
                "--provider",
                "github",
                "--ops-file",
                "deploy/ops.yaml",
                "--no-wait");
        assertThat(chosen.status()).as(chosen.problems()).isZero();
    }

    @Test
    void aBranchWithoutTheOpsFileIsAClearFailure() {
        link();

        var deploy = plays("shop", "--template", "web", "--repository", "me/shop", "--ops-file", "ops.yml");

        assertThat(deploy.status()).isEqualTo(1);
        assertThat(deploy.problems()).contains("'ops.yml' is not in the repository");
    }

    private void link() {
        stories.sdk()
                .createRepository(
                        create -> create.provider("GITHUB").name("me/shop").connectionArn(TestStories.CONNECTION));
    }

    /// As if a second connection were configured, for another provider.
    private void linkAnother() {
        stories.house().database().change(tx -> tx.update("""
            INSERT INTO repository (arn, account, region, provider, name, connection_arn)
            SELECT replace(arn, 'github', 'bitbucket'), account, region, 'BITBUCKET', name, connection_arn
              FROM repository
            """));
    }

    private Stage.Played plays(String... words) {
        return Stage.of(stories.house(), folder).plays("deploy", "synced-service", words);
    }
}
