$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass
use openproton.traits#passed
use openproton.traits#authorizedOn

/// The management account agrees to a connection that an environment account asked for; from then on environments may be provisioned through it.
@idempotent
@idempotencyClass("NATURAL")
@authorizedOn(["environment-account-connection/{id}"])
operation AcceptEnvironmentAccountConnection {
    input: AcceptEnvironmentAccountConnectionInput
    output: AcceptEnvironmentAccountConnectionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure AcceptEnvironmentAccountConnectionInput {
    @required
    id: EnvironmentAccountConnectionId
}

@output
structure AcceptEnvironmentAccountConnectionOutput {
    @required
    environmentAccountConnection: EnvironmentAccountConnection
}

/// An environment account offers a management account to provision one named environment in it.
@idempotent
@idempotencyClass("CLIENT_TOKEN")
operation CreateEnvironmentAccountConnection {
    input: CreateEnvironmentAccountConnectionInput
    output: CreateEnvironmentAccountConnectionOutput
    errors: [
        ConflictException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateEnvironmentAccountConnectionInput {
    /// Lets a retry be recognized.
    @idempotencyToken
    clientToken: ClientToken

    @required
    managementAccountId: AwsAccountId

    @passed
    roleArn: RoleArn

    @required
    environmentName: ResourceName

    tags: TagList

    /// The role that provisions components.
    @passed
    componentRoleArn: RoleArn

    /// The role that builds run with.
    @passed
    codebuildRoleArn: RoleArn
}

@output
structure CreateEnvironmentAccountConnectionOutput {
    @required
    environmentAccountConnection: EnvironmentAccountConnection
}

/// The environment account withdraws a connection, also while it is in use.
@idempotent
@idempotencyClass("DELETE")
@authorizedOn(["environment-account-connection/{id}"])
operation DeleteEnvironmentAccountConnection {
    input: DeleteEnvironmentAccountConnectionInput
    output: DeleteEnvironmentAccountConnectionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteEnvironmentAccountConnectionInput {
    @required
    id: EnvironmentAccountConnectionId
}

@output
structure DeleteEnvironmentAccountConnectionOutput {
    environmentAccountConnection: EnvironmentAccountConnection
}

/// One connection in detail; both of its accounts may ask.
@readonly
@idempotencyClass("READ")
@authorizedOn(["environment-account-connection/{id}"])
operation GetEnvironmentAccountConnection {
    input: GetEnvironmentAccountConnectionInput
    output: GetEnvironmentAccountConnectionOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetEnvironmentAccountConnectionInput {
    @required
    id: EnvironmentAccountConnectionId
}

@output
structure GetEnvironmentAccountConnectionOutput {
    @required
    environmentAccountConnection: EnvironmentAccountConnection
}

/// Connections in which the caller plays the asked role.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "environmentAccountConnections")
operation ListEnvironmentAccountConnections {
    input: ListEnvironmentAccountConnectionsInput
    output: ListEnvironmentAccountConnectionsOutput
}

@input
structure ListEnvironmentAccountConnectionsInput {
    @required
    requestedBy: EnvironmentAccountConnectionRequesterAccountType

    environmentName: ResourceName

    statuses: EnvironmentAccountConnectionStatusList

    nextToken: NextToken

    maxResults: MaxPageResults
}

@output
structure ListEnvironmentAccountConnectionsOutput {
    @required
    environmentAccountConnections: EnvironmentAccountConnectionSummaryList

    nextToken: NextToken
}

/// The management account refuses a connection for good.
@idempotent
@idempotencyClass("NATURAL")
@authorizedOn(["environment-account-connection/{id}"])
operation RejectEnvironmentAccountConnection {
    input: RejectEnvironmentAccountConnectionInput
    output: RejectEnvironmentAccountConnectionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure RejectEnvironmentAccountConnectionInput {
    @required
    id: EnvironmentAccountConnectionId
}

@output
structure RejectEnvironmentAccountConnectionOutput {
    @required
    environmentAccountConnection: EnvironmentAccountConnection
}

/// Changes the roles of a connection from the next deployment on.
@idempotent
@idempotencyClass("NATURAL")
@authorizedOn(["environment-account-connection/{id}"])
operation UpdateEnvironmentAccountConnection {
    input: UpdateEnvironmentAccountConnectionInput
    output: UpdateEnvironmentAccountConnectionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateEnvironmentAccountConnectionInput {
    @required
    id: EnvironmentAccountConnectionId

    @passed
    roleArn: RoleArn

    /// The role that provisions components.
    @passed
    componentRoleArn: RoleArn

    /// The role that builds run with.
    @passed
    codebuildRoleArn: RoleArn
}

@output
structure UpdateEnvironmentAccountConnectionOutput {
    @required
    environmentAccountConnection: EnvironmentAccountConnection
}

/// The agreement of two accounts that one provisions an environment in the other.
structure EnvironmentAccountConnection {
    @required
    id: EnvironmentAccountConnectionId

    @required
    arn: EnvironmentAccountConnectionArn

    @required
    managementAccountId: AwsAccountId

    @required
    environmentAccountId: AwsAccountId

    @required
    roleArn: Arn

    @required
    environmentName: ResourceName

    @required
    requestedAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    @required
    status: EnvironmentAccountConnectionStatus

    /// The role that provisions components.
    componentRoleArn: RoleArn

    /// The role that builds run with.
    codebuildRoleArn: RoleArn
}

string EnvironmentAccountConnectionArn

@pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
string EnvironmentAccountConnectionId

/// Which side of a connection the caller asks from.
enum EnvironmentAccountConnectionRequesterAccountType {
    MANAGEMENT_ACCOUNT
    ENVIRONMENT_ACCOUNT
}

/// Where a connection between two accounts stands.
enum EnvironmentAccountConnectionStatus {
    PENDING
    CONNECTED
    REJECTED
}

list EnvironmentAccountConnectionStatusList {
    member: EnvironmentAccountConnectionStatus
}

/// A line of a list: the environment account connection in short.
structure EnvironmentAccountConnectionSummary {
    @required
    id: EnvironmentAccountConnectionId

    @required
    arn: EnvironmentAccountConnectionArn

    @required
    managementAccountId: AwsAccountId

    @required
    environmentAccountId: AwsAccountId

    @required
    roleArn: Arn

    @required
    environmentName: ResourceName

    @required
    requestedAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    @required
    status: EnvironmentAccountConnectionStatus

    /// The role that provisions components.
    componentRoleArn: Arn
}

list EnvironmentAccountConnectionSummaryList {
    member: EnvironmentAccountConnectionSummary
}
