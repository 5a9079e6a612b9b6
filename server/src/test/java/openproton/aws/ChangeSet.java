package openproton.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A change that somebody looked at before making it.
///
/// @param id an ARN
/// @param definition what the stack shall become
/// @param changes the resource changes, as the API shows them
/// @param description as it was given
/// @param outcome CREATE_COMPLETE or FAILED with its reason
/// @param looks how often it was described; the first look sees it still being made
record ChangeSet(
        String id,
        String name,
        StackDefinition definition,
        List<Map<String, Object>> changes,
        Optional<String> description,
        StackResource.State outcome,
        AtomicInteger looks) {

    /// The state as the next look sees it.
    StackResource.State seen() {
        return looks.getAndIncrement() == 0 ? new StackResource.State("CREATE_IN_PROGRESS", "") : outcome;
    }
}
