package openproton.resource.deployment;

import openproton.store.Transaction;

/// Tells where things are provisioned; environments and account settings know, whose folders use this one.
@FunctionalInterface
public interface Sites {

    /// The site of something that exists.
    Site of(Transaction tx, Target target);
}
