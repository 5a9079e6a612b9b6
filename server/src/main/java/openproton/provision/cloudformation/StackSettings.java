package openproton.provision.cloudformation;

import java.util.Optional;

/// How stacks are made.
///
/// @param templateBucket the bucket for templates that are too large for a request
/// @param changeSets whether stacks are changed through change sets; directly otherwise, which suits emulators that
/// know no outputs of change sets
public record StackSettings(Optional<String> templateBucket, boolean changeSets) {}
