package openproton.request;

import java.util.List;
import java.util.Optional;

/// One page of a list.
///
/// @param items in the order of the list
/// @param nextToken where the next page starts; empty on the last page
public record Page<T>(List<T> items, Optional<String> nextToken) {}
