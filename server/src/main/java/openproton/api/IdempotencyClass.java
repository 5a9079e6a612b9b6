package openproton.api;

/// The effect of a repeated request; the classes of the trait `openproton.traits#idempotencyClass`.
public enum IdempotencyClass {
    /// A client token makes a retry answer what the first request made, for eight hours.
    CLIENT_TOKEN,
    /// The same create request again answers the resource as it is now; a different one is refused.
    CREATE,
    /// The same create request again answers the resource as it is now; a different one is a conflict.
    CREATE_ONCE,
    /// Deleting again what was deleted answers as the first time; deleting nothing answers nothing.
    DELETE,
    /// Deleting what does not exist is refused as not found.
    DELETE_KNOWN,
    /// Starts a deletion; asking again answers where it stands, or nothing once it is over.
    DELETE_LATER,
    /// Doing it twice is doing it once.
    NATURAL,
    /// Changes nothing.
    READ,
    /// Every request counts.
    NONE
}
