package openproton.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import openproton.auth.AuthenticationFailure;
import openproton.auth.key.MasterKey;
import openproton.auth.policy.Policy;
import openproton.base.SettableClock;
import openproton.store.Database;
import openproton.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoleCredentialsTest {
    private static final String PROD = "arn:aws:proton:eu-west-1:000000000000:environment/prod";
    private static final Duration LIFE = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock();
    private final Database database = Database.open(TestDatabases.sqlite());
    private final RoleCredentials roles =
            new RoleCredentials(database, new MasterKey(new byte[MasterKey.BYTES], new Random(7)), clock);

    @BeforeEach
    void accept() {
        roles.accept("ASIAROLE", "hush", "000000000000", PROD, LIFE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void openTheirOwnResourceForNotifyingAlone() {
        var found = roles.find("ASIAROLE").orElseThrow();

        assertThat(found.secret()).isEqualTo("hush");
        assertThat(found.identity().account()).isEqualTo("000000000000");
        assertThat(found.identity().policies())
                .containsExactly(Policy.allowing("proton:NotifyResourceDeploymentStatusChange", PROD));
    }

    @Test
    void areUnknownUntilTheyAreAccepted() {
        assertThat(roles.find("ASIAOTHER")).isEmpty();
    }

    @Test
    void endWithTheBuildThatTheyWereLentTo() {
        clock.pass(LIFE);

        assertThatThrownBy(() -> roles.find("ASIAROLE"))
                .isInstanceOfSatisfying(
                        AuthenticationFailure.class,
                        failure -> assertThat(failure.type()).isEqualTo("ExpiredTokenException"));
    }

    @Test
    void areForgottenWhenTheNextOnesAreAcceptedAfterTheirEnd() {
        clock.pass(LIFE);
        roles.accept("ASIANEXT", "hush", "000000000000", PROD, LIFE);

        assertThat(roles.find("ASIAROLE")).isEmpty();
        assertThat(roles.find("ASIANEXT")).isPresent();
    }

    @Test
    void areKeptSealed() {
        var kept = database.read(tx -> tx.list(
                "SELECT sealed FROM role_session",
                row -> new String(row.bytes("sealed"), StandardCharsets.ISO_8859_1)));

        assertThat(kept).singleElement().satisfies(text -> assertThat(text).doesNotContain("hush"));
    }
}
