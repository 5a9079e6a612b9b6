$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#untilKnownAbsent
use openproton.traits#idempotencyClass
use openproton.traits#authorizedOn

/// Asks a running pipeline update to stop; it ends cancelled, failed, or succeeded when it won the race.
@idempotencyClass("NONE")
@authorizedOn(["service/{serviceName}"])
operation CancelServicePipelineDeployment {
    input: CancelServicePipelineDeploymentInput
    output: CancelServicePipelineDeploymentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure CancelServicePipelineDeploymentInput {
    @required
    serviceName: ResourceName
}

@output
structure CancelServicePipelineDeploymentOutput {
    @required
    pipeline: ServicePipeline
}

/// What a pipeline tells its readers.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service/{serviceName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "outputs")
operation ListServicePipelineOutputs {
    input: ListServicePipelineOutputsInput
    output: ListServicePipelineOutputsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListServicePipelineOutputsInput {
    @required
    serviceName: ResourceName

    nextToken: EmptyNextToken

    deploymentId: DeploymentId
}

@output
structure ListServicePipelineOutputsOutput {
    nextToken: EmptyNextToken

    @required
    outputs: OutputsList
}

/// What the last successful deployment of a pipeline provisioned.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service/{serviceName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "provisionedResources")
operation ListServicePipelineProvisionedResources {
    input: ListServicePipelineProvisionedResourcesInput
    output: ListServicePipelineProvisionedResourcesOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListServicePipelineProvisionedResourcesInput {
    @required
    serviceName: ResourceName

    nextToken: EmptyNextToken
}

@output
structure ListServicePipelineProvisionedResourcesOutput {
    nextToken: EmptyNextToken

    @required
    provisionedResources: ProvisionedResourceList
}

/// Changes the spec or the template version of a pipeline and deploys it again.
@idempotencyClass("NONE")
@authorizedOn(["service/{serviceName}"])
operation UpdateServicePipeline {
    input: UpdateServicePipelineInput
    output: UpdateServicePipelineOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateServicePipelineInput {
    @required
    serviceName: ResourceName

    @required
    spec: SpecContents

    @required
    deploymentType: DeploymentUpdateType

    /// The major version; with no minor, its recommended minor is used.
    templateMajorVersion: TemplateVersionPart

    templateMinorVersion: TemplateVersionPart
}

@output
structure UpdateServicePipelineOutput {
    @required
    pipeline: ServicePipeline
}

/// What builds and delivers a service.
structure ServicePipeline {
    @required
    arn: Arn

    @required
    createdAt: Timestamp

    /// When the newest attempt was started.
    @required
    lastDeploymentAttemptedAt: Timestamp

    /// When the last attempt that succeeded was started.
    @untilKnownAbsent
    @required
    lastDeploymentSucceededAt: Timestamp

    @required
    templateName: ResourceName

    /// The major version; with no minor, its recommended minor is used.
    @required
    templateMajorVersion: TemplateVersionPart

    @required
    templateMinorVersion: TemplateVersionPart

    @required
    deploymentStatus: DeploymentStatus

    /// Why the status is what it is; left out after success.
    deploymentStatusMessage: StatusMessage

    spec: SpecContents

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId
}

/// The service pipeline as a deployment saw or wanted it.
structure ServicePipelineState {
    spec: SpecContents

    @required
    templateName: ResourceName

    /// The major version; with no minor, its recommended minor is used.
    @required
    templateMajorVersion: TemplateVersionPart

    @required
    templateMinorVersion: TemplateVersionPart
}
