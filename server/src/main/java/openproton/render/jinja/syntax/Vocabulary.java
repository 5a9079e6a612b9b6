package openproton.render.jinja.syntax;

import java.util.Set;

/// The names of all filters and tests.
public record Vocabulary(Set<String> filters, Set<String> tests) {}
