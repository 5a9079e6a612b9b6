package openproton.provision.terraform;

import java.time.Duration;
import java.util.Map;

/// How Terraform is run.
///
/// @param command its name on the PATH, or its path; empty for `tofu`, else `terraform`
/// @param backends what is done with a backend that a bundle configures itself
/// @param grace how long it may take to end well once it is interrupted
/// @param variables what it is given besides the variables of the order
public record TerraformSettings(String command, Backends backends, Duration grace, Map<String, String> variables) {

    public TerraformSettings {
        variables = Map.copyOf(variables);
    }

    /// `tofu`, else `terraform`; no backends of bundles; five minutes to end well.
    public static TerraformSettings defaults() {
        return new TerraformSettings("", Backends.REFUSE, Duration.ofMinutes(5), Map.of());
    }

    /// What is done with a `backend` or `cloud` block in a bundle.
    public enum Backends {
        /// The deployment fails and says why.
        REFUSE,
        /// The block is overridden: the state is kept by OpenProton.
        REPLACE,
        /// The block counts: the state is kept wherever it says.
        KEEP
    }
}
