package openproton.resource.environment;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateEnvironmentInput;
import openproton.api.UpdateEnvironmentInput;
import openproton.api.ValidationException;
import openproton.base.Arn;
import openproton.render.bundle.TemplateBundle;
import openproton.resource.deployment.Engines;
import openproton.resource.template.Method;
import openproton.resource.template.StoredVersion;

/// What an environment needs to be provisioned in the way its template asks for (§4.2, §5.2).
///
/// @param engines how this server provisions
public record EnvironmentRules(Engines engines) {

    void check(CreateEnvironmentInput input, StoredVersion version, boolean customerManaged, Caller caller) {
        refuseBoth(input.protonServiceRoleArn(), input.environmentAccountConnectionId());
        input.environmentAccountConnectionId().ifPresent(EnvironmentRules::refuseConnection);
        input.provisioningRepository().ifPresent(repository -> refuseRepository(repository.name()));
        var roles = new StoredEnvironment.Roles(
                input.protonServiceRoleArn(), input.codebuildRoleArn(), input.componentRoleArn());
        check(roles, version, customerManaged, caller);
    }

    void check(UpdateEnvironmentInput input) {
        refuseBoth(input.protonServiceRoleArn(), input.environmentAccountConnectionId());
        input.environmentAccountConnectionId().ifPresent(EnvironmentRules::refuseConnection);
        input.provisioningRepository().ifPresent(repository -> refuseRepository(repository.name()));
    }

    /// That the roles are there which the method of a version needs, and belong to the caller.
    void check(StoredEnvironment.Roles roles, StoredVersion version, boolean customerManaged, Caller caller) {
        roles.service().ifPresent(role -> requireOwn("protonServiceRoleArn", role, caller));
        roles.codebuild().ifPresent(role -> requireOwn("codebuildRoleArn", role, caller));
        roles.component().ifPresent(role -> requireOwn("componentRoleArn", role, caller));
        String template = "version %s of %s"
                .formatted(version.key().number(), version.key().template().words());
        if (customerManaged) {
            requireAny(roles, template);
            return;
        }
        Method method = version.method(TemplateBundle.INFRASTRUCTURE);
        engines.require(method, template);
        switch (method) {
            case CODEBUILD -> require("codebuildRoleArn", roles.codebuild(), template, "runs commands (CodeBuild)");
            case CLOUDFORMATION ->
                require("protonServiceRoleArn", roles.service(), template, "is provisioned by CloudFormation");
            case TERRAFORM, NONE -> {}
        }
    }

    private static void requireAny(StoredEnvironment.Roles roles, String template) {
        if (roles.service().isEmpty() && roles.codebuild().isEmpty()) {
            throw new ValidationException(
                    "%s is customer managed; give protonServiceRoleArn or codebuildRoleArn, so that services can be deployed to the environment"
                            .formatted(template));
        }
    }

    private static void require(String member, Optional<String> role, String template, String why) {
        if (role.isEmpty()) {
            throw new ValidationException("%s is required, because %s %s".formatted(member, template, why));
        }
    }

    private static void requireOwn(String member, String role, Caller caller) {
        boolean own = Arn.parse(role)
                .map(arn -> arn.account().equals(caller.account()))
                .orElse(false);
        if (!own) {
            throw new ValidationException(
                    "%s '%s' is not a role of account %s".formatted(member, role, caller.account()));
        }
    }

    private static void refuseBoth(Optional<String> role, Optional<String> connection) {
        if (role.isPresent() && connection.isPresent()) {
            throw new ValidationException(
                    "give either protonServiceRoleArn or environmentAccountConnectionId, not both");
        }
    }

    private static void refuseConnection(String id) {
        throw new ValidationException(
                "environmentAccountConnectionId '%s' does not name a connection of this account".formatted(id));
    }

    private static void refuseRepository(String name) {
        throw new ValidationException("provisioningRepository '%s' is not a linked repository".formatted(name));
    }
}
