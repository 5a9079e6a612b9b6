package openproton.auth.key;

import java.nio.file.Path;
import java.util.List;
import openproton.auth.policy.BuiltInPolicy;
import openproton.store.Database;
import openproton.store.Transaction;

/// Gives a new installation its account and three users with keys, so that the first request needs no set-up.
public record FirstKeys(Database database, AccessKeys keys) {
    /// The account that a new installation starts with.
    public static final String ACCOUNT = "000000000000";

    /// Whether there are keys, whose secrets only the master key opens.
    public static boolean areThere(Database database) {
        return !database.read(tx -> new AccessKeyTable(tx).list()).isEmpty();
    }

    /// Makes the keys and writes the credentials file, unless there are keys already.
    ///
    /// The file is in place before the keys are kept: a crash between the two leaves no key whose
    /// secret is lost, and the next start makes new keys. A file that is already there cannot hold working keys; it
    /// is moved aside.
    ///
    /// @param credentials where to write, in the form of an AWS shared-credentials file
    /// @return whether keys were made
    public boolean ensure(Path credentials) {
        return database.inTransaction(tx -> {
            if (!new AccessKeyTable(tx).list().isEmpty()) {
                return false;
            }
            new CredentialsFile(credentials)
                    .write(List.of(
                            profile(tx, "default", "administrator", BuiltInPolicy.ADMINISTRATOR),
                            profile(tx, "developer", "developer", BuiltInPolicy.DEVELOPER),
                            profile(tx, "readonly", "readonly", BuiltInPolicy.READ_ONLY)));
            return true;
        });
    }

    private CredentialsFile.Profile profile(Transaction tx, String name, String userName, BuiltInPolicy policy) {
        return new CredentialsFile.Profile(name, keys.create(tx, ACCOUNT, userName, List.of(policy.title())));
    }
}
