package openproton.render.jinja.filter;

import java.util.function.Supplier;

/// Where a filter's result will stand.
///
/// @param line what has been written so far on the line of output
public record OutputPlace(Supplier<String> line) {}
