package openproton.aws;

import java.util.Map;
import java.util.Optional;

/// A request that reached the stand-in.
///
/// @param operation as the API names it, such as `CreateStack`
/// @param parameters form fields, lists as `Tags.member.1.Key`
/// @param role the ARN of the assumed role whose keys signed it; empty for other keys
/// @param session the name the role was assumed under
public record Call(String operation, Map<String, String> parameters, Optional<String> role, String session) {}
