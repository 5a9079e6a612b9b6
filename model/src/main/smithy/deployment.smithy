$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass
use openproton.traits#authorizedOn

/// Removes the record of a deployment that is over; infrastructure is not touched.
@idempotent
@idempotencyClass("DELETE_KNOWN")
@authorizedOn(["deployment/{id}"])
operation DeleteDeployment {
    input: DeleteDeploymentInput
    output: DeleteDeploymentOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure DeleteDeploymentInput {
    @required
    id: DeploymentId
}

@output
structure DeleteDeploymentOutput {
    deployment: Deployment
}

/// One deployment in detail: what it started from and what it wanted.
@readonly
@idempotencyClass("READ")
@authorizedOn(["deployment/{id}"])
operation GetDeployment {
    input: GetDeploymentInput
    output: GetDeploymentOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetDeploymentInput {
    @required
    id: DeploymentId

    environmentName: ResourceName

    serviceName: ResourceName

    serviceInstanceName: ResourceName

    componentName: ResourceName
}

@output
structure GetDeploymentOutput {
    deployment: Deployment
}

/// Deployments, newest first, by what they deployed.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "deployments")
operation ListDeployments {
    input: ListDeploymentsInput
    output: ListDeploymentsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListDeploymentsInput {
    nextToken: NextToken

    environmentName: ResourceName

    serviceName: ResourceName

    serviceInstanceName: ResourceName

    componentName: ResourceName

    maxResults: MaxPageResults
}

@output
structure ListDeploymentsOutput {
    nextToken: NextToken

    @required
    deployments: DeploymentSummaryList
}

/// Automation tells how a deployment goes and what it put out.
@idempotencyClass("NONE")
@authorizedOn(["{resourceArn}"])
operation NotifyResourceDeploymentStatusChange {
    input: NotifyResourceDeploymentStatusChangeInput
    output: NotifyResourceDeploymentStatusChangeOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure NotifyResourceDeploymentStatusChangeInput {
    @required
    resourceArn: Arn

    status: ResourceDeploymentStatus

    @length(min: 0, max: 50)
    outputs: OutputsList

    deploymentId: DeploymentId

    @length(min: 0, max: 5000)
    statusMessage: StatusMessage
}

@output
structure NotifyResourceDeploymentStatusChangeOutput {}

/// One attempt to deploy something; kept when the resource is gone.
structure Deployment {
    @required
    id: DeploymentId

    @required
    arn: DeploymentArn

    @required
    targetArn: Arn

    @required
    targetResourceCreatedAt: Timestamp

    @required
    targetResourceType: DeploymentTargetResourceType

    @required
    environmentName: ResourceName

    serviceName: ResourceName

    serviceInstanceName: ResourceName

    componentName: ResourceName

    @required
    deploymentStatus: DeploymentStatus

    /// Why the status is what it is; left out after success.
    deploymentStatusMessage: StatusMessage

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    completedAt: Timestamp

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId

    initialState: DeploymentState

    targetState: DeploymentState
}

string DeploymentArn

/// What a deployment started from or wanted, by kind of resource.
union DeploymentState {
    serviceInstance: ServiceInstanceState

    environment: EnvironmentState

    servicePipeline: ServicePipelineState

    component: ComponentState
}

/// A line of a list: the deployment in short.
structure DeploymentSummary {
    @required
    id: DeploymentId

    @required
    arn: DeploymentArn

    @required
    targetArn: Arn

    @required
    targetResourceCreatedAt: Timestamp

    @required
    targetResourceType: DeploymentTargetResourceType

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    completedAt: Timestamp

    @required
    environmentName: ResourceName

    serviceName: ResourceName

    serviceInstanceName: ResourceName

    componentName: ResourceName

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId

    @required
    deploymentStatus: DeploymentStatus
}

list DeploymentSummaryList {
    member: DeploymentSummary
}

/// What kind of resource a deployment deploys.
enum DeploymentTargetResourceType {
    ENVIRONMENT
    SERVICE_PIPELINE
    SERVICE_INSTANCE
    COMPONENT
}
