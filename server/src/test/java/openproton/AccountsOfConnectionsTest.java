package openproton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import openproton.settings.GitConfig;
import openproton.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.proton.model.DeploymentStatus;
import software.amazon.awssdk.services.proton.model.RepositorySyncStatus;

/// A connection that is kept for some accounts is none to the others.
@SuppressWarnings("deprecation")
class AccountsOfConnectionsTest extends SelfManagedStories {
    private static final String THEIRS = TestStories.CONNECTION.replace("/main", "/theirs");
    private static final String REFUSAL = "No connection 'theirs' is configured; configured: main";

    @Test
    void anAccountThatIsNotNamedIsAnsweredAsIfThereWereNone() {
        stories.house().repository("shop/other");
        String link = """
            {"provider": "GITHUB", "name": "shop/other",
             "connectionArn": "arn:aws:codestar-connections:eu-west-1:222222222222:connection/%s"}
            """;

        var refused = stories.house().call("CreateRepository", link.formatted("theirs"));
        var unknown = stories.house().call("CreateRepository", link.formatted("unknown"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("ValidationException", REFUSAL);
        assertThat(refused.body()).isEqualTo(unknown.body().replace("unknown", "theirs"));

        String other = stories.house().otherAccount("222222222222");
        assertThat(stories.house()
                        .callAs(other, "CreateRepository", link.formatted("theirs"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothingIsProposedThroughAConnectionThatWasTakenAway() {
        takeAway();

        create();

        assertThat(status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(environment().deploymentStatusMessage())
                .isEqualTo("nothing can be proposed to repository 'shop/infra': " + REFUSAL);
        assertThat(proposals()).isEmpty();
    }

    @Test
    void nothingIsReadThroughAConnectionThatWasTakenAway() {
        stories.sdk()
                .createTemplateSyncConfig(sync -> sync.templateName("vpc")
                        .templateType("ENVIRONMENT")
                        .repositoryProvider("GITHUB")
                        .repositoryName("shop/infra")
                        .branch("main"));
        takeAway();

        pass();

        var latest = stories.sdk()
                .getRepositorySyncStatus(get -> get.repositoryProvider("GITHUB")
                        .repositoryName("shop/infra")
                        .branch("main")
                        .syncType("TEMPLATE_SYNC"))
                .latestSync();
        assertThat(latest.status()).isEqualTo(RepositorySyncStatus.FAILED);
        assertThat(latest.events())
                .anySatisfy(event -> assertThat(event.event()).isEqualTo(REFUSAL));
    }

    @Test
    void accountsAreConfiguredAsAList() {
        var connection =
                GitConfig.of(configured("['111111111111', '000000000001']")).getFirst();

        assertThat(connection.isOpenTo("111111111111")).isTrue();
        assertThat(connection.isOpenTo("000000000001")).isTrue();
        assertThat(connection.isOpenTo("000000000000")).isFalse();
        assertThat(GitConfig.of(configured("'111111111111'")).getFirst().isOpenTo("111111111111"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "['12']", "[000000000000]", "[prod]", "{prod: '111111111111'}"})
    void accountsThatAreNoneAreRefused(String accounts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitConfig.of(configured(accounts)))
                .withMessageContaining("accounts");
    }

    private static Settings configured(String accounts) {
        String connections = "{main: {url: 'file:///srv/git', accounts: %s}}".formatted(accounts);
        return new Settings(Map.of(), Map.of("OPENPROTON_CONNECTIONS", connections), Map.of());
    }

    /// As if the configuration had been changed since the repository was linked.
    private void takeAway() {
        stories.house().database().change(tx -> tx.update("UPDATE repository SET connection_arn = ?", THEIRS));
    }
}
