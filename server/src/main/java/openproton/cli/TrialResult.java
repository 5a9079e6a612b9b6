package openproton.cli;

import java.time.Duration;
import java.util.List;

/// How one deployment of one spec came out, or the bundle itself.
///
/// @param spec the path of the spec below its bundle; empty for the bundle itself
/// @param deployment such as `instance blue`; empty where there was nothing to deploy
/// @param outputs where the outputs came from that it was rendered with; empty where none were needed
/// @param problems empty when all is right
/// @param time how long it took
record TrialResult(String spec, String deployment, String outputs, List<String> problems, Duration time) {

    TrialResult {
        problems = List.copyOf(problems);
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    /// What it is called where there is one line for it.
    String label() {
        if (spec.isEmpty()) {
            return "bundle";
        }
        return deployment.isEmpty() ? spec : "%s: %s".formatted(spec, deployment);
    }

    /// All results of one bundle.
    ///
    /// @param warnings what a server would ignore
    record OfBundle(String bundle, List<TrialResult> results, List<String> warnings) {}
}
