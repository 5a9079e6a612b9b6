package openproton.change.order;

import openproton.change.Target;
import openproton.store.Transaction;

/// Tells where things are provisioned; environments and account settings know, whose folders use this one.
public interface Sites {

    /// The site of something that exists.
    ///
    /// @throws openproton.api.ConflictException when the account connection of its environment is gone, or the
    /// connection of its repository
    Site of(Transaction tx, Target target);

    /// Whether a repository takes the changes of something as pull requests; known even when a connection is gone.
    boolean areProposed(Transaction tx, Target target);

    /// The account that something is provisioned in, 12 digits; known even when the connection to it is gone.
    String account(Transaction tx, Target target);
}
