package openproton.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import openproton.api.state.StateKeeper.Asker;
import openproton.auth.Credential;
import openproton.auth.key.MasterKey;
import openproton.auth.policy.Policy;
import openproton.base.Arn;
import openproton.base.SettableClock;
import openproton.store.Database;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LentCredentialsTest {
    private static final Arn PROD = Arn.proton("eu-west-1", "000000000000", "environment/prod");
    private static final String ROLE = "arn:aws:iam::222222222222:role/builds";
    private static final Instant END = Instant.parse("2026-11-21T11:00:00Z");

    private final Database database = Database.open(TestDatabases.sqlite());
    private final KnownCredentials known = KnownCredentials.in(
            database, new MasterKey(new byte[MasterKey.BYTES], new Random(7)), new Random(7), new SettableClock());
    private final LentCredentials alone = lending(Optional.empty());
    private final LentCredentials inRoles = lending(Optional.of(new OneRole()));

    /// A role that can always be assumed, at an endpoint of its own.
    private static final class OneRole implements RoleSource {
        @Override
        public SessionCredentials open(String region, String role, String resource, Duration life) {
            assertThat(List.of(region, role, resource)).containsExactly("eu-west-1", ROLE, PROD.toString());
            return new SessionCredentials("ASIAROLE", "role secret", "role token", END);
        }

        @Override
        public Map<String, String> variables() {
            return Map.of("AWS_ENDPOINT_URL", "http://sts.example");
        }
    }

    private LentCredentials lending(Optional<RoleSource> roles) {
        return new LentCredentials(known, roles, () -> URI.create("http://proton.example:7720"), Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void commandsWithoutARoleGetKeysThatThisServerAccepts() {
        Map<String, String> variables = alone.forCommands(PROD, Optional.empty());

        assertThat(accepted(variables)).isPresent();
        assertThat(variables)
                .containsEntry("AWS_ENDPOINT_URL_PROTON", "http://proton.example:7720")
                .doesNotContainKeys("AWS_ENDPOINT_URL", "AWS_CREDENTIAL_EXPIRATION");
    }

    @Test
    void commandsInARoleGetOneSetOfKeysForAwsAndForThisServer() {
        Map<String, String> variables = inRoles.forCommands(PROD, Optional.of(ROLE));

        assertThat(variables)
                .containsEntry("AWS_ACCESS_KEY_ID", "ASIAROLE")
                .containsEntry("AWS_SECRET_ACCESS_KEY", "role secret")
                .containsEntry("AWS_SESSION_TOKEN", "role token")
                .containsEntry("AWS_CREDENTIAL_EXPIRATION", END.toString())
                .containsEntry("AWS_ENDPOINT_URL", "http://sts.example");
        assertThat(accepted(variables).orElseThrow().identity().policies())
                .containsExactly(Policy.allowing("proton:NotifyResourceDeploymentStatusChange", PROD.toString()));
    }

    @Test
    void commandsForWhichNoRoleIsNamedActAsTheirBuildAlone() {
        Map<String, String> variables = inRoles.forCommands(PROD, Optional.empty());

        assertThat(variables).doesNotContainKeys("AWS_ENDPOINT_URL", "AWS_CREDENTIAL_EXPIRATION");
        assertThat(accepted(variables)).isPresent();
    }

    @Test
    void terraformReachesTheStateOfItsOwnResource() {
        Map<String, String> variables = alone.forTerraform(PROD, "deployment-1", Optional.empty());

        assertThat(variables)
                .containsEntry("TF_HTTP_ADDRESS", "http://proton.example:7720/terraform/state/" + PROD)
                .containsEntry("TF_HTTP_USERNAME", "deployment-1")
                .doesNotContainKey("AWS_ACCESS_KEY_ID");
        assertThat(known.states().find("deployment-1", variables.getOrDefault("TF_HTTP_PASSWORD", "")))
                .contains(new Asker(PROD.toString(), "deployment-1"));
    }

    @Test
    void terraformsRoleDoesNotOpenThisServer() {
        Map<String, String> variables = inRoles.forTerraform(PROD, "deployment-1", Optional.of(ROLE));

        assertThat(variables).containsEntry("AWS_ACCESS_KEY_ID", "ASIAROLE");
        assertThat(accepted(variables)).isEmpty();
    }

    @Test
    void keysWithoutATokenAreNoSession() {
        Map<String, String> variables = alone.forCommands(PROD, Optional.empty());

        assertThat(known.find(variables.getOrDefault("AWS_ACCESS_KEY_ID", ""), Optional.empty()))
                .isEmpty();
    }

    private Optional<Credential> accepted(Map<String, String> variables) {
        return known.find(
                variables.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                Optional.ofNullable(variables.get("AWS_SESSION_TOKEN")));
    }
}
