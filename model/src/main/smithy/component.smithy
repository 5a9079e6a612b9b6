$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass
use openproton.traits#authorizedOn
use smithy.waiters#waitable

/// Asks a running component deployment to stop; the component keeps what it had before.
@idempotencyClass("NONE")
@authorizedOn(["component/{componentName}"])
operation CancelComponentDeployment {
    input: CancelComponentDeploymentInput
    output: CancelComponentDeploymentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure CancelComponentDeploymentInput {
    @required
    componentName: ResourceName
}

@output
structure CancelComponentDeploymentOutput {
    @required
    component: Component
}

/// Keeps a new component, attached to a service instance or only bound to an environment, and starts its first deployment.
@idempotent
@idempotencyClass("CLIENT_TOKEN")
@authorizedOn(["component/{name}"])
operation CreateComponent {
    input: CreateComponentInput
    output: CreateComponentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateComponentInput {
    @required
    name: ResourceName

    description: Description

    serviceName: ResourceName

    serviceInstanceName: ResourceName

    environmentName: ResourceName

    @required
    templateFile: TemplateFileContents

    @required
    manifest: TemplateManifestContents

    serviceSpec: SpecContents

    tags: TagList

    /// Lets a retry be recognized.
    @idempotencyToken
    clientToken: ClientToken
}

@output
structure CreateComponentOutput {
    @required
    component: Component
}

/// Removes the infrastructure of a detached component, then the component.
@idempotent
@idempotencyClass("DELETE_KNOWN")
@authorizedOn(["component/{name}"])
operation DeleteComponent {
    input: DeleteComponentInput
    output: DeleteComponentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteComponentInput {
    @required
    name: ResourceName
}

@output
structure DeleteComponentOutput {
    component: Component
}

/// One component in detail.
@readonly
@idempotencyClass("READ")
@authorizedOn(["component/{name}"])
@waitable(
    ComponentDeployed: {
        minDelay: 5
        maxDelay: 4999
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "component.deploymentStatus"
                        expected: "SUCCEEDED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "component.deploymentStatus"
                        expected: "FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
    ComponentDeleted: {
        minDelay: 5
        maxDelay: 4999
        acceptors: [
            {
                state: "success"
                matcher: {
                    errorType: "ResourceNotFoundException"
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "component.deploymentStatus"
                        expected: "DELETE_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
)
operation GetComponent {
    input: GetComponentInput
    output: GetComponentOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetComponentInput {
    @required
    name: ResourceName
}

@output
structure GetComponentOutput {
    component: Component
}

/// What a component tells the instance it is attached to.
@readonly
@idempotencyClass("READ")
@authorizedOn(["component/{componentName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "outputs")
operation ListComponentOutputs {
    input: ListComponentOutputsInput
    output: ListComponentOutputsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListComponentOutputsInput {
    @required
    componentName: ResourceName

    nextToken: EmptyNextToken

    deploymentId: DeploymentId
}

@output
structure ListComponentOutputsOutput {
    nextToken: EmptyNextToken

    @required
    outputs: OutputsList
}

/// What the last successful deployment of a component provisioned.
@readonly
@idempotencyClass("READ")
@authorizedOn(["component/{componentName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "provisionedResources")
operation ListComponentProvisionedResources {
    input: ListComponentProvisionedResourcesInput
    output: ListComponentProvisionedResourcesOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListComponentProvisionedResourcesInput {
    @required
    componentName: ResourceName

    nextToken: EmptyNextToken
}

@output
structure ListComponentProvisionedResourcesOutput {
    nextToken: EmptyNextToken

    @required
    provisionedResources: ProvisionedResourceList
}

/// Components by environment, service or instance.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service/{serviceName}/service-instance/{serviceInstanceName}", "service/{serviceName}", "environment/{environmentName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "components")
operation ListComponents {
    input: ListComponentsInput
    output: ListComponentsOutput
}

@input
structure ListComponentsInput {
    nextToken: NextToken

    environmentName: ResourceName

    serviceName: ResourceName

    serviceInstanceName: ResourceName

    maxResults: MaxPageResults
}

@output
structure ListComponentsOutput {
    nextToken: NextToken

    @required
    components: ComponentSummaryList
}

/// Changes, attaches or detaches a component and deploys it again.
@idempotencyClass("CLIENT_TOKEN")
@authorizedOn(["component/{name}"])
operation UpdateComponent {
    input: UpdateComponentInput
    output: UpdateComponentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure UpdateComponentInput {
    @required
    name: ResourceName

    @required
    deploymentType: ComponentDeploymentUpdateType

    description: Description

    serviceName: ResourceNameOrEmpty

    serviceInstanceName: ResourceNameOrEmpty

    serviceSpec: SpecContents

    templateFile: TemplateFileContents

    /// Lets a retry be recognized.
    @idempotencyToken
    clientToken: ClientToken
}

@output
structure UpdateComponentOutput {
    @required
    component: Component
}

/// Infrastructure a developer adds to an instance.
structure Component {
    @required
    name: ResourceName

    description: Description

    @required
    arn: ComponentArn

    @required
    environmentName: ResourceName

    serviceName: ResourceName

    serviceInstanceName: ResourceName

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    /// When the newest attempt was started.
    lastDeploymentAttemptedAt: Timestamp

    /// When the last attempt that succeeded was started.
    lastDeploymentSucceededAt: Timestamp

    @required
    deploymentStatus: DeploymentStatus

    /// Why the status is what it is; left out after success.
    deploymentStatusMessage: StatusMessage

    serviceSpec: SpecContents

    lastClientRequestToken: String

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId
}

string ComponentArn

@length(min: 0, max: 1)
list ComponentDeploymentIdList {
    member: DeploymentId
}

/// Whether an update deploys the component again.
enum ComponentDeploymentUpdateType {
    NONE
    CURRENT_VERSION
}

/// The component as a deployment saw or wanted it.
structure ComponentState {
    serviceName: ResourceNameOrEmpty

    serviceInstanceName: ResourceNameOrEmpty

    serviceSpec: SpecContents

    templateFile: TemplateFileContents
}

/// A line of a list: the component in short.
structure ComponentSummary {
    @required
    name: ResourceName

    @required
    arn: ComponentArn

    @required
    environmentName: ResourceName

    serviceName: ResourceName

    serviceInstanceName: ResourceName

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    /// When the newest attempt was started.
    lastDeploymentAttemptedAt: Timestamp

    /// When the last attempt that succeeded was started.
    lastDeploymentSucceededAt: Timestamp

    @required
    deploymentStatus: DeploymentStatus

    /// Why the status is what it is; left out after success.
    deploymentStatusMessage: StatusMessage

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId
}

list ComponentSummaryList {
    member: ComponentSummary
}
