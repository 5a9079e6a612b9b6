package openproton.change.order;

import java.util.Map;
import java.util.Optional;
import openproton.base.LocalRole;
import openproton.change.ProvisioningMethod;
import openproton.provision.Order;

/// Where something is provisioned and as whom, and what marks it there.
///
/// @param account the account, 12 digits
/// @param roles what may provision it
/// @param repository the branch that takes changes as pull requests; empty where nobody proposes
/// @param tags for everything that is provisioned, such as `proton:environment`
public record Site(String account, Roles roles, Optional<Order.Place> repository, Map<String, String> tags) {

    /// The roles, as ARNs.
    ///
    /// @param cloudFormation makes stacks
    /// @param codeBuild runs commands, and Terraform where there is one
    public record Roles(Optional<String> cloudFormation, Optional<String> codeBuild) {

        private Optional<String> forCommands() {
            return codeBuild.filter(role -> !LocalRole.is(role));
        }
    }

    Optional<String> role(ProvisioningMethod method) {
        return switch (method) {
            case CLOUDFORMATION -> roles.cloudFormation();
            case CODEBUILD -> roles.forCommands();
            case TERRAFORM -> roles.forCommands().or(roles::cloudFormation);
            case NONE -> Optional.empty();
        };
    }
}
