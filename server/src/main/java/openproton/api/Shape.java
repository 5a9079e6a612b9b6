package openproton.api;

import java.util.Optional;

/// A structure of the API.
public interface Shape {

    /// Writes the members that are present as a JSON object.
    void write(WireWriter out);

    /// The text of a top-level string member; empty when it is absent or not a string.
    ///
    /// @param member the member's name in the API
    default Optional<String> text(String member) {
        return Optional.empty();
    }
}
