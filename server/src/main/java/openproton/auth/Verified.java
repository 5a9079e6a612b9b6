package openproton.auth;

import openproton.api.Caller;

/// The result of a valid signature: the identity that signed, and the Region the request is for.
public record Verified(Identity identity, Caller caller) {}
