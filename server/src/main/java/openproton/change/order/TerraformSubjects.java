package openproton.change.order;

import java.util.Optional;
import openproton.api.DeploymentTargetResourceType;
import openproton.change.StoredDeployment;
import openproton.change.Target;
import openproton.change.VersionNumber;
import openproton.render.terraform.TerraformSubject;
import openproton.store.Transaction;

/// What the Terraform files of a deployment say about it.
final class TerraformSubjects {
    private TerraformSubjects() {}

    static TerraformSubject of(Transaction tx, StoredDeployment deployment, Sites sites) {
        Target target = deployment.target();
        return new TerraformSubject(
                target.arn(),
                kind(target.type()),
                sites.of(tx, target).tags(),
                deployment.id(),
                version(deployment),
                environmentArn(target));
    }

    private static TerraformSubject.Kind kind(DeploymentTargetResourceType type) {
        return switch (type) {
            case ENVIRONMENT -> TerraformSubject.Kind.ENVIRONMENT;
            case SERVICE_INSTANCE -> TerraformSubject.Kind.SERVICE_INSTANCE;
            case SERVICE_PIPELINE -> TerraformSubject.Kind.PIPELINE;
            case COMPONENT -> TerraformSubject.Kind.COMPONENT;
        };
    }

    private static Optional<TerraformSubject.Version> version(StoredDeployment deployment) {
        Target target = deployment.target();
        var version = deployment.request().version();
        return switch (target.type()) {
            case COMPONENT -> Optional.empty();
            case ENVIRONMENT -> Optional.of(version(target, "environment-template/", version));
            case SERVICE_INSTANCE, SERVICE_PIPELINE -> Optional.of(version(target, "service-template/", version));
        };
    }

    private static TerraformSubject.Version version(Target target, String kind, VersionNumber version) {
        return new TerraformSubject.Version(
                target.scope().arn(kind + version.template()), version.majorText(), version.minorText());
    }

    private static Optional<String> environmentArn(Target target) {
        return switch (target.type()) {
            case SERVICE_INSTANCE, COMPONENT -> Optional.of(target.environmentArn());
            case ENVIRONMENT, SERVICE_PIPELINE -> Optional.empty();
        };
    }
}
