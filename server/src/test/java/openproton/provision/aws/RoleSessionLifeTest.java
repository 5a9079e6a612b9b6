package openproton.provision.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.aws.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Credentials for builds last as long as the build may take, where the role allows it.
class RoleSessionLifeTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/builds";
    private static final String RESOURCE = "arn:aws:proton:us-east-1:111111111111:environment/prod";

    private final StandIn aws = StandIn.open();
    private final AwsClients clients = new AwsClients(
            new AwsSettings(
                    new AwsSettings.Endpoints(Optional.of(aws.uri()), Map.of()),
                    Optional.empty(),
                    Optional.of(new AwsSettings.AccessKeyPair("AKIASTANDIN", "secret")),
                    true,
                    Optional.empty()),
            InstantSource.system());

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void theyLastAsLongAsAskedFor() {
        open(Duration.ofHours(4));
        assertThat(asked()).containsExactly("14400");
    }

    @Test
    void anHourIsTheLeastAndTwelveTheMost() {
        open(Duration.ofMinutes(10));
        open(Duration.ofDays(1));
        assertThat(asked()).containsExactly("3600", "43200");
    }

    @Test
    void halfAsMuchIsAskedForUntilTheRoleAllowsIt() {
        aws.limitSessions(Duration.ofHours(2));
        open(Duration.ofHours(5));
        assertThat(asked()).containsExactly("18000", "9000", "4500");
    }

    @Test
    void whoeverIsInARoleHimselfGetsAnHour() {
        aws.limitSessions(Duration.ofHours(1));
        open(Duration.ofMinutes(90));
        assertThat(asked()).containsExactly("5400", "3600");
    }

    @Test
    void aRoleThatIsDeniedIsAskedForOnce() {
        aws.denyRole(ROLE);
        assertThatExceptionOfType(AwsRefusal.class).isThrownBy(() -> open(Duration.ofHours(4)));
        assertThat(asked()).hasSize(1);
    }

    private void open(Duration life) {
        assertThat(clients.open("us-east-1", ROLE, RESOURCE, life).keyId()).startsWith("ASIA");
    }

    /// For how many seconds credentials were asked for, one after the other.
    private List<String> asked() {
        return aws.calls("AssumeRole").stream()
                .map(call -> call.parameters().getOrDefault("DurationSeconds", ""))
                .toList();
    }
}
