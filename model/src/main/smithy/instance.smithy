$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#untilKnownAbsent
use openproton.traits#idempotencyClass
use openproton.traits#authorizedOn
use smithy.waiters#waitable

/// Asks a running service instance update to stop; it ends cancelled, failed, or succeeded when it won the race.
@idempotencyClass("NONE")
@authorizedOn(["service/{serviceName}/service-instance/{serviceInstanceName}"])
operation CancelServiceInstanceDeployment {
    input: CancelServiceInstanceDeploymentInput
    output: CancelServiceInstanceDeploymentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure CancelServiceInstanceDeploymentInput {
    @required
    serviceInstanceName: ResourceName

    @required
    serviceName: ResourceName
}

@output
structure CancelServiceInstanceDeploymentOutput {
    @required
    serviceInstance: ServiceInstance
}

/// Adds one instance to a service and starts its first deployment.
@idempotent
@idempotencyClass("CLIENT_TOKEN")
@authorizedOn(["service/{serviceName}/service-instance/{name}"])
operation CreateServiceInstance {
    input: CreateServiceInstanceInput
    output: CreateServiceInstanceOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure CreateServiceInstanceInput {
    @required
    name: ResourceName

    @required
    serviceName: ResourceName

    @required
    spec: SpecContents

    /// The major version; with no minor, its recommended minor is used.
    templateMajorVersion: TemplateVersionPart

    templateMinorVersion: TemplateVersionPart

    tags: TagList

    /// Lets a retry be recognized.
    @idempotencyToken
    clientToken: ClientToken
}

@output
structure CreateServiceInstanceOutput {
    @required
    serviceInstance: ServiceInstance
}

/// One service instance in detail.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service/{serviceName}/service-instance/{name}"])
@waitable(
    ServiceInstanceDeployed: {
        minDelay: 5
        maxDelay: 4999
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "serviceInstance.deploymentStatus"
                        expected: "SUCCEEDED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "serviceInstance.deploymentStatus"
                        expected: "FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
)
operation GetServiceInstance {
    input: GetServiceInstanceInput
    output: GetServiceInstanceOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetServiceInstanceInput {
    @required
    name: ResourceName

    @required
    serviceName: ResourceName
}

@output
structure GetServiceInstanceOutput {
    @required
    serviceInstance: ServiceInstance
}

/// What a service instance tells its pipeline and its readers.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service/{serviceName}/service-instance/{serviceInstanceName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "outputs")
operation ListServiceInstanceOutputs {
    input: ListServiceInstanceOutputsInput
    output: ListServiceInstanceOutputsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListServiceInstanceOutputsInput {
    @required
    serviceInstanceName: ResourceName

    @required
    serviceName: ResourceName

    nextToken: EmptyNextToken

    deploymentId: DeploymentId
}

@output
structure ListServiceInstanceOutputsOutput {
    nextToken: EmptyNextToken

    @required
    outputs: OutputsList
}

/// What the last successful deployment of a service instance provisioned.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service/{serviceName}/service-instance/{serviceInstanceName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "provisionedResources")
operation ListServiceInstanceProvisionedResources {
    input: ListServiceInstanceProvisionedResourcesInput
    output: ListServiceInstanceProvisionedResourcesOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListServiceInstanceProvisionedResourcesInput {
    @required
    serviceName: ResourceName

    @required
    serviceInstanceName: ResourceName

    nextToken: EmptyNextToken
}

@output
structure ListServiceInstanceProvisionedResourcesOutput {
    nextToken: EmptyNextToken

    @required
    provisionedResources: ProvisionedResourceList
}

/// Service instances, filtered and sorted.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "serviceInstances")
operation ListServiceInstances {
    input: ListServiceInstancesInput
    output: ListServiceInstancesOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListServiceInstancesInput {
    serviceName: ResourceName

    nextToken: NextToken

    maxResults: MaxPageResults

    filters: ListServiceInstancesFilterList

    sortBy: ListServiceInstancesSortBy

    sortOrder: SortOrder
}

@output
structure ListServiceInstancesOutput {
    nextToken: NextToken

    @required
    serviceInstances: ServiceInstanceSummaryList
}

/// Changes the spec or the template version of one instance and deploys it again.
@idempotencyClass("CLIENT_TOKEN")
@authorizedOn(["service/{serviceName}/service-instance/{name}"])
operation UpdateServiceInstance {
    input: UpdateServiceInstanceInput
    output: UpdateServiceInstanceOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateServiceInstanceInput {
    @required
    name: ResourceName

    @required
    serviceName: ResourceName

    @required
    deploymentType: DeploymentUpdateType

    spec: SpecContents

    /// The major version; with no minor, its recommended minor is used.
    templateMajorVersion: TemplateVersionPart

    templateMinorVersion: TemplateVersionPart

    /// Lets a retry be recognized.
    @idempotencyToken
    clientToken: ClientToken
}

@output
structure UpdateServiceInstanceOutput {
    @required
    serviceInstance: ServiceInstance
}

structure ListServiceInstancesFilter {
    key: ListServiceInstancesFilterBy

    value: ListServiceInstancesFilterValue
}

/// What a filter compares.
enum ListServiceInstancesFilterBy {
    NAME = "name"
    DEPLOYMENT_STATUS = "deploymentStatus"
    TEMPLATE_NAME = "templateName"
    SERVICE_NAME = "serviceName"
    DEPLOYED_TEMPLATE_VERSION_STATUS = "deployedTemplateVersionStatus"
    ENVIRONMENT_NAME = "environmentName"
    LAST_DEPLOYMENT_ATTEMPTED_AT_BEFORE = "lastDeploymentAttemptedAtBefore"
    LAST_DEPLOYMENT_ATTEMPTED_AT_AFTER = "lastDeploymentAttemptedAtAfter"
    CREATED_AT_BEFORE = "createdAtBefore"
    CREATED_AT_AFTER = "createdAtAfter"
}

list ListServiceInstancesFilterList {
    member: ListServiceInstancesFilter
}

/// What a filter compares with; times are RFC 3339 in UTC.
string ListServiceInstancesFilterValue

/// What instances are sorted by.
enum ListServiceInstancesSortBy {
    NAME = "name"
    DEPLOYMENT_STATUS = "deploymentStatus"
    TEMPLATE_NAME = "templateName"
    SERVICE_NAME = "serviceName"
    ENVIRONMENT_NAME = "environmentName"
    LAST_DEPLOYMENT_ATTEMPTED_AT = "lastDeploymentAttemptedAt"
    CREATED_AT = "createdAt"
}

/// A service in one environment.
structure ServiceInstance {
    @required
    name: ResourceName

    @required
    arn: ServiceInstanceArn

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
    serviceName: ResourceName

    @required
    environmentName: ResourceName

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

    lastClientRequestToken: String

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId
}

string ServiceInstanceArn

/// The service instance as a deployment saw or wanted it.
structure ServiceInstanceState {
    @required
    spec: SpecContents

    @required
    templateName: ResourceName

    /// The major version; with no minor, its recommended minor is used.
    @required
    templateMajorVersion: TemplateVersionPart

    @required
    templateMinorVersion: TemplateVersionPart

    lastSuccessfulComponentDeploymentIds: ComponentDeploymentIdList

    lastSuccessfulEnvironmentDeploymentId: DeploymentId

    lastSuccessfulServicePipelineDeploymentId: DeploymentId
}

/// A line of a list: the service instance in short.
structure ServiceInstanceSummary {
    @required
    name: ResourceName

    @required
    arn: ServiceInstanceArn

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
    serviceName: ResourceName

    @required
    environmentName: ResourceName

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

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId
}

list ServiceInstanceSummaryList {
    member: ServiceInstanceSummary
}
