package openproton.api;

import java.util.List;

/// The resources for which the caller of an operation needs permission.
///
/// @param resources what the operation is for: ARN endings with members in braces, such as `environment/{name}`, or a
///     whole ARN such as `{resourceArn}`; empty for `*`
/// @param passed members that name what OpenProton will use for the caller, who must be allowed to pass it on: roles,
///     and connections to git hosts
public record Authorization(List<String> resources, List<String> passed) {}
