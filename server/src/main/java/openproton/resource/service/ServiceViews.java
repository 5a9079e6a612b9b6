package openproton.resource.service;

import java.util.Optional;
import openproton.api.Service;
import openproton.api.ServicePipeline;
import openproton.api.ServiceSummary;
import openproton.change.Deployable;
import openproton.change.DeployableTable;
import openproton.change.Target;
import openproton.store.Transaction;

/// Services and pipelines as the API shows them.
public final class ServiceViews {
    private ServiceViews() {}

    static Service inDetail(Transaction tx, StoredService service) {
        return withoutPipeline(service)
                .pipeline(pipeline(tx, service.name()).map(ServiceViews::pipeline))
                .build();
    }

    static ServiceSummary inShort(StoredService service) {
        return ServiceSummary.of(withoutPipeline(service).build());
    }

    /// What its own row says: a list must not look for the pipeline of each service.
    private static Service.Builder withoutPipeline(StoredService service) {
        return Service.builder()
                .name(service.name().name())
                .arn(service.name().arn())
                .description(service.description())
                .templateName(service.version().template())
                .createdAt(service.lifecycle().createdAt())
                .lastModifiedAt(service.lifecycle().modifiedAt())
                .status(service.lifecycle().status())
                .statusMessage(service.lifecycle().message())
                .spec(service.specs().current())
                .repositoryConnectionArn(service.code().connectionArn())
                .repositoryId(service.code().repositoryId())
                .branchName(service.code().branchName());
    }

    /// The pipeline of a service, if it has one.
    public static Optional<Deployable> pipeline(Transaction tx, StoredService.Name service) {
        return new DeployableTable(tx)
                .find(Target.pipeline(service.scope(), "", service.name()).arn());
    }

    /// A pipeline in detail.
    public static ServicePipeline pipeline(Deployable pipeline) {
        var standing = pipeline.attempts();
        return ServicePipeline.builder()
                .arn(pipeline.arn())
                .createdAt(pipeline.createdAt())
                .lastDeploymentAttemptedAt(standing.attemptedAt())
                .lastDeploymentSucceededAt(standing.succeededAt())
                .templateName(pipeline.version().template())
                .templateMajorVersion(pipeline.version().majorText())
                .templateMinorVersion(pipeline.version().minorText())
                .deploymentStatus(standing.phase().status())
                .deploymentStatusMessage(standing.phase().why())
                .spec(pipeline.spec())
                .lastAttemptedDeploymentId(standing.attemptedId())
                .lastSucceededDeploymentId(standing.succeededId())
                .build();
    }
}
