package openproton.cli.offline;

import java.util.List;

/// All results of one bundle.
///
/// @param path as it is shown
/// @param warnings what a server would accept, but ignore
public record TestedBundle(String path, List<TestResult> results, List<String> warnings) {}
