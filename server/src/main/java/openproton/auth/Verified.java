package openproton.auth;

import openproton.api.Caller;

/// What a valid signature proves: who signed, and for which Region.
public record Verified(Identity identity, Caller caller) {}
