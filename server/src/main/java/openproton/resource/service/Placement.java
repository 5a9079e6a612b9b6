package openproton.resource.service;

import java.util.Optional;
import openproton.api.ConflictException;
import openproton.api.ResourceNotFoundException;
import openproton.api.ValidationException;
import openproton.change.Deployable;
import openproton.change.Phase;
import openproton.change.ProvisioningMethod;
import openproton.change.order.Engines;
import openproton.render.bundle.TemplateBundle;
import openproton.request.Scope;
import openproton.resource.account.SettingsTable;
import openproton.resource.environment.EnvironmentFamily;
import openproton.resource.environment.EnvironmentTable;
import openproton.resource.environment.StoredEnvironment;
import openproton.resource.template.version.StoredVersion;
import openproton.store.Transaction;

/// Where instances and pipelines may be deployed (docs/behaviour/provisioning.md#where-instances-and-pipelines-may-go).
///
/// @param engines how this server provisions
/// @param family what goes into which environment
public record Placement(Engines engines, EnvironmentFamily family) {

    /// That an instance of a version can be deployed to an environment now.
    ///
    /// @throws ResourceNotFoundException when there is no such environment
    /// @throws ValidationException when the two do not go together
    /// @throws ConflictException when the environment is not ready
    public void requireEnvironment(Transaction tx, Scope scope, String name, StoredVersion version) {
        StoredEnvironment environment = new EnvironmentTable(tx)
                .find(scope, name)
                .orElseThrow(() -> new ResourceNotFoundException("environment '%s' does not exist".formatted(name)));
        requireCompatible(environment.deployable(), version);
        ProvisioningMethod method = version.method(TemplateBundle.INSTANCE_INFRASTRUCTURE);
        String words = "instances of %s".formatted(words(version));
        engines.require(method, environment.place().repository().isPresent(), words);
        family.require(tx, environment, method, words);
        requireOffered(environment, method, words);
        requireReady(environment.deployable());
    }

    private static void requireCompatible(Deployable environment, StoredVersion version) {
        boolean compatible = version.relations().environments().stream()
                .anyMatch(template -> template.templateName()
                                .equals(environment.version().template())
                        && template.majorVersion().equals(environment.version().majorText()));
        if (!compatible) {
            throw new ValidationException(
                    "%s is made from environment template '%s' major version %s, which %s is not compatible with"
                            .formatted(
                                    environment.target().words(),
                                    environment.version().template(),
                                    environment.version().majorText(),
                                    words(version)));
        }
    }

    private static void requireOffered(StoredEnvironment environment, ProvisioningMethod method, String words) {
        var roles = environment.usableRoles();
        String target = environment.deployable().target().words();
        switch (method) {
            case CODEBUILD -> requireRole(roles.codebuild(), "codebuildRoleArn", words, target);
            case CLOUDFORMATION -> requireRole(roles.service(), "protonServiceRoleArn", words, target);
            case TERRAFORM, NONE -> {}
        }
    }

    private static void requireRole(Optional<String> role, String member, String words, String target) {
        if (role.isEmpty()) {
            throw new ValidationException("%s need a %s, which %s does not have; add it with UpdateEnvironment"
                    .formatted(words, member, target));
        }
    }

    private static void requireReady(Deployable environment) {
        boolean leaving = environment.isLeaving() || environment.phase() instanceof Phase.DeleteFailed;
        if (leaving || !environment.hasSucceeded()) {
            throw new ConflictException("%s is %s; services can be deployed to it once it was deployed with success"
                    .formatted(
                            environment.target().words(),
                            environment.phase().status().value()));
        }
    }

    /// That the account's settings offer what the pipeline of a version needs.
    ///
    /// @throws ValidationException when they do not
    public void requirePipeline(Transaction tx, Scope scope, StoredVersion version) {
        var settings = new SettingsTable(tx).find(scope);
        ProvisioningMethod method = version.method(TemplateBundle.PIPELINE_INFRASTRUCTURE);
        engines.require(method, settings.repository().isPresent(), "the pipeline of %s".formatted(words(version)));
        switch (method) {
            case CODEBUILD -> requireSetting(settings.codebuildRole(), "pipelineCodebuildRoleArn", version);
            case CLOUDFORMATION -> requireSetting(settings.serviceRole(), "pipelineServiceRoleArn", version);
            case TERRAFORM, NONE -> {}
        }
    }

    private static void requireSetting(Optional<String> role, String member, StoredVersion version) {
        if (role.isEmpty()) {
            throw new ValidationException(
                    "pipeline roles are not configured: the pipeline of %s needs %s in the account settings; set it with UpdateAccountSettings"
                            .formatted(words(version), member));
        }
    }

    private static String words(StoredVersion version) {
        return "version %s of %s"
                .formatted(version.key().number(), version.key().template().words());
    }
}
