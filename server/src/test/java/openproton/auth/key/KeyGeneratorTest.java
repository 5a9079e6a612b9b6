package openproton.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyGeneratorTest {
    private final KeyGenerator generator = new KeyGenerator(new Random(7));

    @Test
    void spellsIdsAsAwsDoes() {
        assertThat(generator.id("AKIA")).matches("AKIA[A-Z2-7]{16}");
    }

    @Test
    void spellsSecretsAsAwsDoes() {
        assertThat(generator.secret()).matches("[A-Za-z0-9+/]{40}");
    }

    @Test
    void repeatsNeitherIdsNorSecrets() {
        assertThat(generator.id("AKIA")).isNotEqualTo(generator.id("AKIA"));
        assertThat(generator.secret()).isNotEqualTo(generator.secret());
    }
}
