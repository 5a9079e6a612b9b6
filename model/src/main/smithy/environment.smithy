$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#untilKnownAbsent
use openproton.traits#idempotencyClass
use openproton.traits#passed
use openproton.traits#authorizedOn
use smithy.waiters#waitable

/// Asks a running environment update to stop; it ends cancelled, failed, or succeeded when it won the race.
@idempotencyClass("NONE")
@authorizedOn(["environment/{environmentName}"])
operation CancelEnvironmentDeployment {
    input: CancelEnvironmentDeploymentInput
    output: CancelEnvironmentDeploymentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure CancelEnvironmentDeploymentInput {
    @required
    environmentName: ResourceName
}

@output
structure CancelEnvironmentDeploymentOutput {
    @required
    environment: Environment
}

/// Keeps a new environment made from an environment template version and starts its first deployment.
@idempotent
@idempotencyClass("CREATE")
@authorizedOn(["environment/{name}"])
operation CreateEnvironment {
    input: CreateEnvironmentInput
    output: CreateEnvironmentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateEnvironmentInput {
    @required
    name: ResourceName

    @required
    templateName: ResourceName

    /// The major version; with no minor, its recommended minor is used.
    @required
    templateMajorVersion: TemplateVersionPart

    templateMinorVersion: TemplateVersionPart

    description: Description

    @required
    spec: SpecContents

    /// The role that provisions CloudFormation stacks.
    @passed
    protonServiceRoleArn: Arn

    environmentAccountConnectionId: EnvironmentAccountConnectionId

    tags: TagList

    provisioningRepository: RepositoryBranchInput

    /// The role that provisions components.
    @passed
    componentRoleArn: RoleArn

    /// The role that builds run with.
    @passed
    codebuildRoleArn: RoleArn
}

@output
structure CreateEnvironmentOutput {
    @required
    environment: Environment
}

/// Removes the infrastructure of an environment that nothing is deployed to, then the environment.
@idempotent
@idempotencyClass("DELETE_LATER")
@authorizedOn(["environment/{name}"])
operation DeleteEnvironment {
    input: DeleteEnvironmentInput
    output: DeleteEnvironmentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteEnvironmentInput {
    @required
    name: ResourceName
}

@output
structure DeleteEnvironmentOutput {
    environment: Environment
}

/// One environment in detail.
@readonly
@idempotencyClass("READ")
@authorizedOn(["environment/{name}"])
@waitable(
    EnvironmentDeployed: {
        minDelay: 5
        maxDelay: 4999
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "environment.deploymentStatus"
                        expected: "SUCCEEDED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "environment.deploymentStatus"
                        expected: "FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
)
operation GetEnvironment {
    input: GetEnvironmentInput
    output: GetEnvironmentOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetEnvironmentInput {
    @required
    name: ResourceName
}

@output
structure GetEnvironmentOutput {
    @required
    environment: Environment
}

/// What an environment tells the services deployed to it.
@readonly
@idempotencyClass("READ")
@authorizedOn(["environment/{environmentName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "outputs")
operation ListEnvironmentOutputs {
    input: ListEnvironmentOutputsInput
    output: ListEnvironmentOutputsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListEnvironmentOutputsInput {
    @required
    environmentName: ResourceName

    nextToken: EmptyNextToken

    deploymentId: DeploymentId
}

@output
structure ListEnvironmentOutputsOutput {
    nextToken: EmptyNextToken

    @required
    outputs: OutputsList
}

/// What the last successful deployment of an environment provisioned.
@readonly
@idempotencyClass("READ")
@authorizedOn(["environment/{environmentName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "provisionedResources")
operation ListEnvironmentProvisionedResources {
    input: ListEnvironmentProvisionedResourcesInput
    output: ListEnvironmentProvisionedResourcesOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListEnvironmentProvisionedResourcesInput {
    @required
    environmentName: ResourceName

    nextToken: EmptyNextToken
}

@output
structure ListEnvironmentProvisionedResourcesOutput {
    nextToken: EmptyNextToken

    @required
    provisionedResources: ProvisionedResourceList
}

/// Environments, also only those of some templates.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "environments")
operation ListEnvironments {
    input: ListEnvironmentsInput
    output: ListEnvironmentsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListEnvironmentsInput {
    nextToken: NextToken

    maxResults: MaxPageResults

    environmentTemplates: EnvironmentTemplateFilterList
}

@output
structure ListEnvironmentsOutput {
    nextToken: NextToken

    @required
    environments: EnvironmentSummaryList
}

/// Changes an environment and, unless asked not to, deploys it again.
@idempotencyClass("NONE")
@authorizedOn(["environment/{name}"])
operation UpdateEnvironment {
    input: UpdateEnvironmentInput
    output: UpdateEnvironmentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateEnvironmentInput {
    @required
    name: ResourceName

    description: Description

    spec: SpecContents

    /// The major version; with no minor, its recommended minor is used.
    templateMajorVersion: TemplateVersionPart

    templateMinorVersion: TemplateVersionPart

    /// The role that provisions CloudFormation stacks.
    @passed
    protonServiceRoleArn: Arn

    @required
    deploymentType: DeploymentUpdateType

    environmentAccountConnectionId: EnvironmentAccountConnectionId

    provisioningRepository: RepositoryBranchInput

    /// The role that provisions components.
    @passed
    componentRoleArn: RoleArn

    /// The role that builds run with.
    @passed
    codebuildRoleArn: RoleArn
}

@output
structure UpdateEnvironmentOutput {
    @required
    environment: Environment
}

/// Shared infrastructure that services are deployed to.
structure Environment {
    @required
    name: ResourceName

    description: Description

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
    arn: EnvironmentArn

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

    /// The role that provisions CloudFormation stacks.
    protonServiceRoleArn: Arn

    environmentAccountConnectionId: EnvironmentAccountConnectionId

    environmentAccountId: AwsAccountId

    spec: SpecContents

    provisioning: Provisioning

    provisioningRepository: RepositoryBranch

    /// The role that provisions components.
    componentRoleArn: RoleArn

    /// The role that builds run with.
    codebuildRoleArn: RoleArn

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId
}

string EnvironmentArn

/// The environment as a deployment saw or wanted it.
structure EnvironmentState {
    spec: SpecContents

    @required
    templateName: ResourceName

    /// The major version; with no minor, its recommended minor is used.
    @required
    templateMajorVersion: TemplateVersionPart

    @required
    templateMinorVersion: TemplateVersionPart
}

/// A line of a list: the environment in short.
structure EnvironmentSummary {
    @required
    name: ResourceName

    description: Description

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
    arn: EnvironmentArn

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

    /// The role that provisions CloudFormation stacks.
    protonServiceRoleArn: Arn

    environmentAccountConnectionId: EnvironmentAccountConnectionId

    environmentAccountId: AwsAccountId

    provisioning: Provisioning

    /// The role that provisions components.
    componentRoleArn: Arn

    lastAttemptedDeploymentId: DeploymentId

    lastSucceededDeploymentId: DeploymentId
}

list EnvironmentSummaryList {
    member: EnvironmentSummary
}
