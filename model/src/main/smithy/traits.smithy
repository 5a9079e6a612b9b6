$version: "2.0"

namespace openproton.traits

/// What a repeated request does: the idempotency class of an operation.
@trait(selector: "operation")
enum idempotencyClass {
    /// A client token makes a retry answer what the first request made, for eight hours.
    CLIENT_TOKEN

    /// The same create request again answers the resource as it is now; a different one is refused.
    CREATE

    /// The same create request again answers the resource as it is now; a different one is a conflict.
    CREATE_ONCE

    /// Deleting again what was deleted answers as the first time; deleting nothing answers nothing.
    DELETE

    /// Deleting what does not exist is refused as not found.
    DELETE_KNOWN

    /// Starts a deletion; asking again answers where it stands, or nothing once it is over.
    DELETE_LATER

    /// Doing it twice is doing it once.
    NATURAL

    /// Changes nothing.
    READ

    /// Every request counts.
    NONE
}

/// The resources that the permission of an operation is checked on: endings of ARNs with input members in braces.
@trait(selector: "operation")
list authorizedOn {
    member: String
}

/// Names something of the caller's that OpenProton will use: a role, or a connection to a git host. The caller must be
/// allowed to pass it on (docs/behaviour/accounts-and-permissions.md#passed-roles-and-connections).
@trait(selector: "structure > member")
structure passed {}

/// Required by the model, but left out until it is known: a time that has not come yet
/// (docs/behaviour/deployments.md#times).
@trait(selector: "structure > member")
structure untilKnownAbsent {}
