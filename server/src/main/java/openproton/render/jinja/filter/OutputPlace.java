package openproton.render.jinja.filter;

import java.util.function.Supplier;

/// The place of a filter's result in the output.
///
/// @param line what has been written so far on the line of output
public record OutputPlace(Supplier<String> line) {}
