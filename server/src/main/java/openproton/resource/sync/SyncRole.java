package openproton.resource.sync;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateServiceInstanceInput;
import openproton.api.DeploymentUpdateType;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServicePipelineInput;
import openproton.resource.deployment.Target;
import openproton.resource.instance.CreateServiceInstance;
import openproton.resource.instance.UpdateServiceInstance;
import openproton.resource.pipeline.UpdateServicePipeline;
import openproton.resource.request.Scope;

/// What service sync may do, under a name of its own: it takes what people may ask for and is refused what they are.
///
/// @param create adds instances
/// @param update changes them
/// @param pipeline changes pipelines
public record SyncRole(CreateServiceInstance create, UpdateServiceInstance update, UpdateServicePipeline pipeline) {
    private static final String NAME =
            "role/aws-service-role/service-sync.proton.amazonaws.com/AWSServiceRoleForProtonServiceSync";

    /// Who service sync is in an account and Region.
    static Caller caller(Scope scope) {
        return new Caller(scope.account(), scope.region(), "arn:aws:iam::%s:%s".formatted(scope.account(), NAME));
    }

    /// Creates an instance and answers the deployment.
    ///
    /// @param token recognizes the same attempt
    Optional<String> create(Target instance, String spec, String token) {
        var input = CreateServiceInstanceInput.builder()
                .serviceName(instance.service())
                .name(instance.name())
                .spec(spec)
                .clientToken(Optional.of(token))
                .build();
        return create.handle(input, caller(instance.scope())).serviceInstance().lastAttemptedDeploymentId();
    }

    /// Deploys an instance again and answers the deployment.
    ///
    /// @param token recognizes the same attempt
    Optional<String> update(Target instance, String spec, String token) {
        var input = UpdateServiceInstanceInput.builder()
                .serviceName(instance.service())
                .name(instance.name())
                .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                .spec(Optional.of(spec))
                .clientToken(Optional.of(token))
                .build();
        return update.handle(input, caller(instance.scope())).serviceInstance().lastAttemptedDeploymentId();
    }

    /// Deploys the pipeline of a service again and answers the deployment.
    Optional<String> updatePipeline(Scope scope, String service, String spec) {
        var input = UpdateServicePipelineInput.builder()
                .serviceName(service)
                .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                .spec(spec)
                .build();
        return pipeline.handle(input, caller(scope)).pipeline().lastAttemptedDeploymentId();
    }
}
