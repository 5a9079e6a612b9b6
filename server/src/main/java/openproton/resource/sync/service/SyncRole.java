package openproton.resource.sync.service;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateServiceInstanceInput;
import openproton.api.DeploymentUpdateType;
import openproton.api.Dispatcher;
import openproton.api.UpdateServiceInstanceInput;
import openproton.api.UpdateServicePipelineInput;
import openproton.change.Target;
import openproton.request.Scope;

/// What service sync may do, under a name of its own: it takes what people may ask for and is refused what they are.
///
/// @param dispatcher answers it like anybody else
public record SyncRole(Dispatcher dispatcher) {
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
        return dispatcher
                .dispatch(ApiModel.CREATE_SERVICE_INSTANCE, input, caller(instance.scope()))
                .serviceInstance()
                .lastAttemptedDeploymentId();
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
        return dispatcher
                .dispatch(ApiModel.UPDATE_SERVICE_INSTANCE, input, caller(instance.scope()))
                .serviceInstance()
                .lastAttemptedDeploymentId();
    }

    /// Deploys the pipeline of a service again and answers the deployment.
    Optional<String> updatePipeline(Scope scope, String service, String spec) {
        var input = UpdateServicePipelineInput.builder()
                .serviceName(service)
                .deploymentType(DeploymentUpdateType.CURRENT_VERSION)
                .spec(spec)
                .build();
        return dispatcher
                .dispatch(ApiModel.UPDATE_SERVICE_PIPELINE, input, caller(scope))
                .pipeline()
                .lastAttemptedDeploymentId();
    }
}
