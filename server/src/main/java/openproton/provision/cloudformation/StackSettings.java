package openproton.provision.cloudformation;

import java.util.Optional;

/// How stacks are created and updated.
///
/// @param templateBucket the bucket for templates that are too large for a request
/// @param changeSets whether stacks are changed through change sets; if not, directly, which suits emulators whose
/// change sets lose the outputs
public record StackSettings(Optional<String> templateBucket, boolean changeSets) {}
