package openproton.resource.service;

import java.time.Instant;
import java.util.Optional;
import openproton.api.ServiceStatus;
import openproton.change.VersionNumber;
import openproton.render.namespace.ServiceFacts;
import openproton.render.spec.ServiceSpec;
import openproton.request.Scope;

/// A service as it is kept; its instances and its pipeline are deployables of their own.
///
/// @param name its name
/// @param description free text
/// @param version the version named at its creation
/// @param code where its code lies
/// @param lifecycle where it stands and why
/// @param specs what it is and what an edit under way makes of it
public record StoredService(
        Name name, Optional<String> description, VersionNumber version, Code code, Lifecycle lifecycle, Specs specs) {

    /// The name of a service.
    public record Name(Scope scope, String name) {

        /// The ARN.
        public String arn() {
            return scope.arn("service/" + name);
        }

        /// How a person would call it in a sentence.
        public String words() {
            return "service '%s'".formatted(name);
        }
    }

    /// Where the code of a service lies; all three or none.
    public record Code(Optional<String> connectionArn, Optional<String> repositoryId, Optional<String> branchName) {}

    /// Where a service stands.
    public record Lifecycle(ServiceStatus status, Optional<String> message, Instant createdAt, Instant modifiedAt) {}

    /// The spec of a service.
    ///
    /// @param current the complete spec as of the last edit that was kept
    /// @param wanted the spec of the edit under way
    public record Specs(String current, Optional<String> wanted) {

        /// The current spec, read.
        public ServiceSpec read() {
            return ServiceSpec.parse(current);
        }
    }

    /// Whether no workflow is working on it.
    public boolean isSettled() {
        return switch (lifecycle.status()) {
            case CREATE_IN_PROGRESS,
                    CREATE_FAILED_CLEANUP_IN_PROGRESS,
                    UPDATE_IN_PROGRESS,
                    UPDATE_FAILED_CLEANUP_IN_PROGRESS,
                    DELETE_IN_PROGRESS -> false;
            case ACTIVE,
                    CREATE_FAILED,
                    CREATE_FAILED_CLEANUP_COMPLETE,
                    CREATE_FAILED_CLEANUP_FAILED,
                    UPDATE_FAILED,
                    UPDATE_FAILED_CLEANUP_COMPLETE,
                    UPDATE_FAILED_CLEANUP_FAILED,
                    UPDATE_COMPLETE_CLEANUP_FAILED,
                    DELETE_FAILED -> true;
        };
    }

    /// What templates may know of it.
    public ServiceFacts facts() {
        return new ServiceFacts(
                name.name(),
                code.branchName().orElse(""),
                code.repositoryId().orElse(""),
                code.connectionArn().orElse(""));
    }
}
