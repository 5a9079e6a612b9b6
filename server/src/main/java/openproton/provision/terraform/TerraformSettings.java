package openproton.provision.terraform;

import java.time.Duration;
import java.util.Map;

/// How to run Terraform.
///
/// @param command its name on the PATH, or its path; empty for `tofu`, else `terraform`
/// @param backends what to do with a backend in a bundle
/// @param grace how long an interrupted Terraform may take to end
/// @param variables the variables of the server that Terraform gets
public record TerraformSettings(String command, Backends backends, Duration grace, Map<String, String> variables) {

    public TerraformSettings {
        variables = Map.copyOf(variables);
    }

    /// `tofu`, else `terraform`; no backends of bundles; five minutes to end.
    public static TerraformSettings defaults() {
        return new TerraformSettings("", Backends.REFUSE, Duration.ofMinutes(5), Map.of());
    }

    /// What to do with a `backend` or `cloud` block in a bundle.
    public enum Backends {
        /// The deployment fails and says why.
        REFUSE,
        /// OpenProton overrides the block and keeps the state.
        REPLACE,
        /// Terraform uses the block.
        KEEP
    }
}
