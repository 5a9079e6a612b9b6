package openproton;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminAccountsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNewAccountHasAnAdministratorAndIsListed() {
        var created = play("create", "111122223333", "--profile", "prod");
        assertThat(created.status()).as(created.problems()).isZero();
        assertThat(created.results())
                .matches("(?s)\\[prod\\]\\Raws_access_key_id = \\w+\\Raws_secret_access_key = \\S{40}\\R");

        var list = play("list");
        assertThat(list.results().lines())
                .containsExactly(
                        "000000000000  keys: 3 active, 0 disabled", "111122223333  keys: 1 active, 0 disabled");
    }

    @Test
    void anAccountThatIsThereIsNotMadeAgain() {
        play("create", "111122223333");

        var again = play("create", "111122223333");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.results()).isEmpty();
        assertThat(again.problems()).contains("is there already", "openproton admin keys create --account");
    }

    @Test
    void anAccountHasTwelveDigits() {
        var refused = play("create", "prod");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.problems()).contains("'prod' is not an account: expected twelve digits");
    }

    private Stage.Played play(String... words) {
        return new Stage(folder, Map.of()).plays("admin", "accounts", words, "--data", folder.resolve("data"));
    }
}
