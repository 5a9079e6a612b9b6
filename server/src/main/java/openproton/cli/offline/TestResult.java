package openproton.cli.offline;

import java.time.Duration;
import java.util.List;

/// The result of one deployment of one spec, or of the bundle itself.
///
/// @param spec the path of the spec below its bundle; empty for the bundle itself
/// @param deployment such as `instance blue`; empty when the spec has errors
/// @param outputs where the outputs for rendering came from; empty when none were needed
/// @param errors empty when the test passed
/// @param time how long the test took
public record TestResult(String spec, String deployment, String outputs, List<String> errors, Duration time) {

    public TestResult {
        errors = List.copyOf(errors);
    }

    public boolean isPassed() {
        return errors.isEmpty();
    }

    /// Spec and deployment in one text.
    public String label() {
        if (spec.isEmpty()) {
            return "bundle";
        }
        return deployment.isEmpty() ? spec : "%s: %s".formatted(spec, deployment);
    }
}
