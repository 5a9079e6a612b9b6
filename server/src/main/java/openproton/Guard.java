package openproton;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openproton.auth.AccessKeys;
import openproton.auth.BuildCredentials;
import openproton.auth.FirstKeys;
import openproton.auth.KnownCredentials;
import openproton.auth.MasterKey;
import openproton.auth.Permissions;
import openproton.auth.RoleCredentials;
import openproton.auth.SignatureVerifier;
import openproton.auth.StateCredentials;
import openproton.base.Ids;
import openproton.resource.condition.Conditions;
import openproton.resource.state.States;
import openproton.server.AwsJson;
import openproton.server.CheckPermission;
import openproton.server.Gates;
import openproton.server.LimitRate;
import openproton.server.NameRequest;
import openproton.server.ReadInput;
import openproton.server.RefuseLargeBody;
import openproton.server.ServerOptions;
import openproton.server.VerifySignature;
import openproton.store.Database;

/// Who may come in: keys, credentials of builds, and the gates that every request passes.
final class Guard {
    private static final String SERVICE = "proton";
    private static final double REQUESTS_PER_SECOND_MAX = 20_000;
    private static final int REQUESTS_AT_ONCE_MAX = 20_000;

    private final byte[] secret;
    private final Database database;
    private final InstantSource clock;
    private final AccessKeys keys;
    private final BuildCredentials sessions;
    private final RoleCredentials roles;
    private final StateCredentials states;
    private final RandomGenerator random;

    /// @param secret the master key
    Guard(byte[] secret, Database database, RandomGenerator random, InstantSource clock) {
        this.secret = secret.clone();
        this.database = database;
        this.clock = clock;
        var master = new MasterKey(secret, random);
        this.keys = new AccessKeys(database, master, random, clock);
        this.sessions = new BuildCredentials(master, random, clock);
        this.roles = new RoleCredentials(database, master, clock);
        this.states = new StateCredentials(master, clock);
        this.random = random;
    }

    AccessKeys keys() {
        return keys;
    }

    BuildCredentials sessions() {
        return sessions;
    }

    RoleCredentials roles() {
        return roles;
    }

    StateCredentials states() {
        return states;
    }

    /// Seals the states of Terraform with a key of their own.
    States.Seal stateSeal() {
        var key = new MasterKey(keyFor("terraform state"), random);
        return new States.Seal() {
            @Override
            public byte[] close(String text, String purpose) {
                return key.seal(text, purpose);
            }

            @Override
            public Optional<String> open(byte[] sealed, String purpose) {
                return key.open(sealed, purpose);
            }
        };
    }

    /// Makes the first account and its keys, unless there are keys already.
    void ensureKeys(DataFolder folder) {
        new FirstKeys(database, keys).ensure(folder.credentials());
    }

    /// A key for one purpose, derived from the master key.
    byte[] keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// What every request passes: authentication, then its shape, then authorization, then the operation.
    Gates gates(AwsJson json, ServerOptions options, Ids ids) {
        var conditions = new Conditions(database);
        var verifier = new SignatureVerifier(SERVICE, new KnownCredentials(keys, sessions, roles), clock);
        var permissions = new Permissions(
                (_, input, caller, resource) -> conditions.of(input, caller, resource), conditions::target, clock);
        return new Gates(
                List.of(
                        new NameRequest(ids),
                        new RefuseLargeBody(options.bodyBytesMax()),
                        new VerifySignature(verifier),
                        new LimitRate(clock, REQUESTS_PER_SECOND_MAX, REQUESTS_AT_ONCE_MAX),
                        new ReadInput(json),
                        new CheckPermission(permissions)),
                json::call);
    }
}
