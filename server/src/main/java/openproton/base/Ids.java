package openproton.base;

/// Makes new ids; comes in through constructors so that tests can count.
@FunctionalInterface
public interface Ids {

    /// A lower-case UUID in the form `8-4-4-4-12` that was never given out before.
    String next();
}
