package openproton.auth.key;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import openproton.auth.Credential;
import openproton.auth.Identity;
import openproton.auth.policy.Policy;
import openproton.store.Database;
import openproton.store.Transaction;

/// The access keys of this installation; their secrets are kept sealed.
///
/// A key that was found is remembered for a second, so that checking signatures costs no query on each request.
public final class AccessKeys {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final Database database;
    private final MasterKey master;
    private final KeyGenerator text;
    private final InstantSource clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(Credential credential, Instant until) {}

    public AccessKeys(Database database, MasterKey master, RandomGenerator random, InstantSource clock) {
        this.database = database;
        this.master = master;
        this.text = new KeyGenerator(random);
        this.clock = clock;
    }

    /// Makes a key for a user.
    ///
    /// @param policies names of built-in policies, or whole policy documents as JSON
    /// @throws IllegalArgumentException when a policy cannot be understood
    public IssuedKey create(String account, String userName, List<String> policies) {
        return database.inTransaction(tx -> create(tx, account, userName, policies));
    }

    IssuedKey create(Transaction tx, String account, String userName, List<String> policies) {
        policies.forEach(Policy::of);
        String id = text.id("AKIA");
        var key = new AccessKey(id, account, userName, policies, AccessKey.Status.ACTIVE, clock.instant());
        var issued = new IssuedKey(key, text.secret());
        new AccessKeyTable(tx).insert(key, master.seal(issued.secret(), id));
        return issued;
    }

    /// Every key, the oldest first.
    public List<AccessKey> list() {
        return database.read(tx -> new AccessKeyTable(tx).list());
    }

    /// Refuses every request signed with a key: at once here, within a second on other nodes.
    ///
    /// @throws NoSuchElementException when there is no such key
    public void disable(String id) {
        setStatus(id, AccessKey.Status.DISABLED);
    }

    /// Accepts a disabled key again.
    ///
    /// @throws NoSuchElementException when there is no such key
    public void enable(String id) {
        setStatus(id, AccessKey.Status.ACTIVE);
    }

    private void setStatus(String id, AccessKey.Status status) {
        database.change(tx -> {
            if (!new AccessKeyTable(tx).setStatus(id, status)) {
                throw new NoSuchElementException("there is no access key '%s'".formatted(id));
            }
        });
        remembered.remove(id);
    }

    /// The credential of an active key.
    public Optional<Credential> find(String id) {
        Remembered known = remembered.get(id);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Optional.of(known.credential());
        }
        remembered.remove(id);
        Optional<Credential> found = look(id);
        found.ifPresent(credential ->
                remembered.put(id, new Remembered(credential, clock.instant().plus(REMEMBERED))));
        return found;
    }

    private Optional<Credential> look(String id) {
        return database.read(tx -> new AccessKeyTable(tx).find(id))
                .filter(found -> found.key().status() == AccessKey.Status.ACTIVE)
                .map(this::open);
    }

    private Credential open(AccessKeyTable.Sealed found) {
        AccessKey key = found.key();
        String secret = master.open(found.secret(), key.id())
                .orElseThrow(() -> new IllegalStateException(
                        "the secret of access key %s was sealed under another master key".formatted(key.id())));
        List<Policy> policies = key.policies().stream().map(Policy::of).toList();
        return new Credential(new Identity(key.id(), key.account(), key.principal(), policies), secret);
    }
}
