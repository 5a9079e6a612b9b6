package openproton.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import openproton.auth.Credential;
import openproton.auth.policy.BuiltInPolicy;
import openproton.base.SettableClock;
import openproton.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What access keys promise on every database.
abstract class AccessKeysContract {
    private final SettableClock clock = new SettableClock();
    private final Random random = new Random(7);
    private final MasterKey master = new MasterKey(new byte[MasterKey.BYTES], random);
    private Database database;
    private AccessKeys keys;

    @TempDir
    private Path folder;

    abstract String address();

    @BeforeEach
    void open() {
        database = Database.open(address());
        keys = node();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void findsTheSecretAndThePoliciesOfAKey() {
        IssuedKey issued = keys.create("000000000000", "ann", List.of("AWSProtonReadOnlyAccess"));

        assertThat(issued.key().id()).matches("AKIA[A-Z2-7]{16}");
        assertThat(issued.secret()).hasSize(40);
        Credential found = keys.find(issued.key().id()).orElseThrow();
        assertThat(found.secret()).isEqualTo(issued.secret());
        assertThat(found.identity().principal()).isEqualTo("arn:aws:iam::000000000000:user/ann");
        assertThat(found.identity().policies()).containsExactly(BuiltInPolicy.READ_ONLY.policy());
        assertThat(keys.list()).containsExactly(issued.key());
    }

    @Test
    void keepsNoSecretInTheClear() {
        IssuedKey issued = keys.create("000000000000", "ann", List.of("AWSProtonReadOnlyAccess"));

        byte[] sealed = database.read(
                        tx -> tx.find("SELECT sealed_secret FROM access_key", row -> row.bytes("sealed_secret")))
                .orElseThrow();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(issued.secret());
        assertThat(master.open(sealed, issued.key().id())).contains(issued.secret());
        assertThat(master.open(sealed, "AKIAANOTHER")).isEmpty();
    }

    @Test
    void refusesADisabledKeyAtOnceHereAndWithinASecondElsewhere() {
        String id = keys.create("000000000000", "ann", List.of()).key().id();
        AccessKeys otherNode = node();
        assertThat(otherNode.find(id)).isPresent();

        keys.disable(id);

        assertThat(keys.find(id)).isEmpty();
        assertThat(otherNode.find(id)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(otherNode.find(id)).isEmpty();

        keys.enable(id);
        assertThat(otherNode.find(id)).isPresent();
    }

    @Test
    void asksTheDatabaseOnceASecondForAKeyInUse() {
        String id = keys.create("000000000000", "ann", List.of()).key().id();
        keys.find(id);

        database.change(tx -> tx.update("DELETE FROM access_key"));

        assertThat(keys.find(id)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(keys.find(id)).isEmpty();
    }

    @Test
    void refusesUnknownKeysAndPolicies() {
        assertThat(keys.find("AKIANOBODY")).isEmpty();
        assertThatThrownBy(() -> keys.disable("AKIANOBODY"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("AKIANOBODY");
        assertThatThrownBy(() -> keys.create("000000000000", "ann", List.of("AllOfIt")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys.list()).isEmpty();
    }

    @Test
    void writesTheFirstKeysOnceForTheirOwnerOnly() throws Exception {
        Path file = folder.resolve("data/credentials");
        var first = new FirstKeys(database, keys);

        assertThat(first.ensure(file)).isTrue();
        String written = Files.readString(file);
        assertThat(first.ensure(file)).isFalse();

        assertThat(Files.readString(file)).isEqualTo(written);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(written.lines().filter(line -> line.startsWith("[")))
                .containsExactly("[default]", "[developer]", "[readonly]");
        for (AccessKey key : keys.list()) {
            assertThat(written)
                    .contains(key.id(), keys.find(key.id()).orElseThrow().secret());
        }
        assertThat(keys.list())
                .extracting(AccessKey::policies)
                .containsExactlyInAnyOrder(
                        List.of("AWSProtonFullAccess"),
                        List.of("AWSProtonDeveloperAccess"),
                        List.of("AWSProtonReadOnlyAccess"));
    }

    @Test
    void movesACredentialsFileOfAnotherInstallationAside() throws Exception {
        Path file = Files.writeString(folder.resolve("credentials"), "[default]\n");

        assertThat(new FirstKeys(database, keys).ensure(file)).isTrue();

        assertThat(folder.resolve("credentials.replaced")).hasContent("[default]\n");
        assertThat(Files.readString(file)).contains("[developer]");
    }

    private AccessKeys node() {
        return new AccessKeys(database, master, random, clock);
    }
}
