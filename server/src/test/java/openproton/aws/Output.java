package openproton.aws;

import java.util.Optional;

/// One output of a stack.
///
/// @param export the name other stacks import it by
record Output(String key, String value, Optional<String> description, Optional<String> export) {}
