package openproton.aws;

import java.util.Optional;

/// Who signed a request, as far as its credential scope says it.
///
/// @param account of the assumed role, or the stand-in's own
/// @param region of the signature
/// @param role the assumed role; empty for the stand-in's own keys
/// @param session the name the role was assumed under; empty without a role
record Caller(String account, String region, Optional<String> role, String session) {}
