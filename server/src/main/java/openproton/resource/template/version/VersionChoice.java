package openproton.resource.template.version;

import java.util.Optional;
import openproton.api.DeploymentUpdateType;
import openproton.api.ValidationException;
import openproton.change.VersionNumber;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// Which version an update means (docs/behaviour/deployments.md#deployment-types).
///
/// @param type how far the update goes
/// @param major as the request names it
/// @param minor as the request names it
public record VersionChoice(DeploymentUpdateType type, Optional<String> major, Optional<String> minor) {

    public VersionChoice {
        if (minor.isPresent() && major.isEmpty() && type == DeploymentUpdateType.MAJOR_VERSION) {
            throw new ValidationException(
                    "templateMinorVersion '%s' needs templateMajorVersion beside it".formatted(minor.get()));
        }
        boolean named = major.isPresent() || minor.isPresent();
        if (named && (type == DeploymentUpdateType.NONE || type == DeploymentUpdateType.CURRENT_VERSION)) {
            throw new ValidationException(
                    "deploymentType %s keeps the version; leave templateMajorVersion and templateMinorVersion out, or use MINOR_VERSION or MAJOR_VERSION"
                            .formatted(type.value()));
        }
    }

    /// Whether anything is deployed.
    public boolean deploys() {
        return type != DeploymentUpdateType.NONE;
    }

    /// The version to deploy.
    ///
    /// @param inUse the version that is deployed now
    public StoredVersion version(Transaction tx, Versions versions, TemplateKey template, VersionNumber inUse) {
        return switch (type) {
            case NONE, CURRENT_VERSION -> versions.used(tx, template, inUse);
            case MINOR_VERSION -> {
                refuse(major.isPresent() && !major.get().equals(inUse.majorText()), inUse, "MINOR_VERSION stays in it");
                yield versions.resolve(tx, template, inUse.majorText(), minor);
            }
            case MAJOR_VERSION ->
                major.isPresent()
                        ? higher(versions.resolve(tx, template, major.get(), minor), inUse)
                        : higher(versions.recommended(tx, template), inUse);
        };
    }

    private StoredVersion higher(StoredVersion version, VersionNumber inUse) {
        refuse(version.key().major() <= inUse.major(), inUse, "MAJOR_VERSION needs a higher one");
        return version;
    }

    private void refuse(boolean wrong, VersionNumber inUse, String why) {
        if (wrong) {
            throw new ValidationException("major version %d is in use and %s; %s"
                    .formatted(
                            inUse.major(),
                            why,
                            major.map(given -> "templateMajorVersion '" + given + "' was given")
                                    .orElse("the recommended version is not higher")));
        }
    }
}
