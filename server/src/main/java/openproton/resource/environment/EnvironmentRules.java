package openproton.resource.environment;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.ValidationException;
import openproton.change.ProvisioningMethod;
import openproton.change.order.Engines;
import openproton.render.bundle.TemplateBundle;
import openproton.request.OwnRole;
import openproton.resource.template.version.StoredVersion;

/// What an environment needs to be provisioned in the way its template asks for
/// (docs/behaviour/provisioning.md#what-an-environment-needs).
///
/// @param engines how this server provisions
public record EnvironmentRules(Engines engines) {

    /// What a request gives: roles, and whether it names an account connection.
    static void refuseBoth(Optional<String> role, Optional<String> connection) {
        if (role.isPresent() && connection.isPresent()) {
            throw new ValidationException(
                    "give either protonServiceRoleArn or environmentAccountConnectionId, not both");
        }
    }

    /// That roles belong to the caller's account, and that there are none beside a connection or for a repository that
    /// takes their place.
    ///
    /// @param given the roles that a request gives
    /// @param place where the environment is, or shall be, provisioned
    static void checkGiven(StoredEnvironment.Roles given, StoredEnvironment.Place place, Caller caller) {
        OwnRole.require("protonServiceRoleArn", given.service(), caller);
        OwnRole.require("codebuildRoleArn", given.codebuild(), caller);
        OwnRole.require("componentRoleArn", given.component(), caller);
        if (place.connection().isPresent()) {
            String why = "the roles of an environment in another account come from its account connection";
            refuse("protonServiceRoleArn", given.service(), why);
            refuse("codebuildRoleArn", given.codebuild(), why);
            refuse("componentRoleArn", given.component(), why);
        }
        if (place.repository().isPresent()) {
            refuse("protonServiceRoleArn", given.service(), "pull requests provision this environment, not a role");
        }
    }

    /// That everything is there which the method of a version needs.
    ///
    /// @param roles those that can be used
    void check(
            StoredEnvironment.Roles roles,
            StoredEnvironment.Place place,
            StoredVersion version,
            boolean customerManaged) {
        String template = "version %s of %s"
                .formatted(version.key().number(), version.key().template().words());
        if (customerManaged) {
            requireAny(roles, place, template);
            return;
        }
        ProvisioningMethod method = version.method(TemplateBundle.INFRASTRUCTURE);
        engines.require(method, place.repository().isPresent(), template);
        switch (method) {
            case CODEBUILD -> {
                refuseRepository(place, template, "runs commands (CodeBuild)");
                require("codebuildRoleArn", roles.codebuild(), place, template, "runs commands (CodeBuild)");
            }
            case CLOUDFORMATION -> {
                refuseRepository(place, template, "is provisioned by CloudFormation");
                require("protonServiceRoleArn", roles.service(), place, template, "is provisioned by CloudFormation");
            }
            case TERRAFORM -> checkTerraform(roles, place, template);
            case NONE -> {}
        }
    }

    private static void requireAny(StoredEnvironment.Roles roles, StoredEnvironment.Place place, String template) {
        boolean any = roles.service().isPresent()
                || roles.codebuild().isPresent()
                || place.repository().isPresent()
                || place.connection().isPresent();
        if (!any) {
            throw new ValidationException(
                    "%s is customer managed; give protonServiceRoleArn, codebuildRoleArn, environmentAccountConnectionId or provisioningRepository, so that services can be deployed to the environment"
                            .formatted(template));
        }
    }

    private static void require(
            String member, Optional<String> role, StoredEnvironment.Place place, String template, String why) {
        if (role.isEmpty()) {
            String whose = place.connection()
                    .map(other -> " in the account connection '%s'".formatted(other.connectionId()))
                    .orElse("");
            throw new ValidationException("%s is required%s, because %s %s".formatted(member, whose, template, why));
        }
    }

    private static void refuse(String member, Optional<String> role, String why) {
        if (role.isPresent()) {
            throw new ValidationException("%s must be left out: %s".formatted(member, why));
        }
    }

    private static void refuseRepository(StoredEnvironment.Place place, String template, String why) {
        if (place.repository().isPresent()) {
            throw new ValidationException(
                    "provisioningRepository must be left out, because %s %s; repositories provision Terraform"
                            .formatted(template, why));
        }
    }

    /// Pull requests are applied by others, with credentials of their own; in another account, this server needs a
    /// role.
    private static void checkTerraform(StoredEnvironment.Roles roles, StoredEnvironment.Place place, String template) {
        if (place.connection().isEmpty()) {
            return;
        }
        if (place.repository().isPresent()) {
            throw new ValidationException(
                    "environmentAccountConnectionId must be left out: pull requests provision this environment, with"
                            + " the credentials of those who apply them");
        }
        if (roles.codebuild().isEmpty() && roles.service().isEmpty()) {
            throw new ValidationException(
                    "codebuildRoleArn is required in the account connection, because %s is Terraform, which this server runs with the credentials of that role"
                            .formatted(template));
        }
    }
}
