package openproton.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    private final MasterKey key = new MasterKey(new byte[MasterKey.BYTES], new Random(7));

    @Test
    void opensWhatItSealedForTheSamePurpose() {
        assertThat(key.open(key.seal("hush", "row 1"), "row 1")).contains("hush");
    }

    @Test
    void opensNothingForAnotherPurpose() {
        assertThat(key.open(key.seal("hush", "row 1"), "row 2")).isEmpty();
    }

    @Test
    void opensNothingThatAnotherKeySealed() {
        byte[] bytes = new byte[MasterKey.BYTES];
        bytes[0] = 1;
        var other = new MasterKey(bytes, new Random(7));

        assertThat(key.open(other.seal("hush", "row 1"), "row 1")).isEmpty();
    }

    @Test
    void opensNothingThatWasChangedOrCutOffAnywhere() {
        byte[] sealed = key.seal("hush", "row 1");

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(key.open(changed, "row 1")).as("byte %d changed", i).isEmpty();
            assertThat(key.open(Arrays.copyOf(sealed, i), "row 1"))
                    .as("cut off at byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(key.seal("hush", "row 1")).isNotEqualTo(key.seal("hush", "row 1"));
    }

    @Test
    void leavesNothingOfTheTextInWhatItSealed() {
        assertThat(new String(key.seal("a long secret", "row 1"), UTF_8)).doesNotContain("secret");
    }

    @Test
    void derivesTheSameKeyForTheSamePurposeAlone() {
        assertThat(key.derive("page tokens"))
                .hasSize(MasterKey.BYTES)
                .isEqualTo(key.derive("page tokens"))
                .isNotEqualTo(key.derive("terraform state"))
                .isNotEqualTo(new byte[MasterKey.BYTES]);
    }

    /// A database of today must open with the server of tomorrow.
    @Test
    void derivesTheKeysThatStoredDataWasSealedWith() {
        assertThat(HexFormat.of().withUpperCase().formatHex(key.derive("terraform state")))
                .isEqualTo("3D77CE3E553CA65794DCB5BF786F4FA256333B72D3E9ED522EF5576449277EF9");
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new MasterKey(new byte[16], new Random(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the master key must have 32 bytes, not 16");
    }
}
