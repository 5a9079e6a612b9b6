$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass

/// Lets a service follow an ops file in a linked repository.
@idempotent
@idempotencyClass("CREATE_ONCE")
operation CreateServiceSyncConfig {
    input: CreateServiceSyncConfigInput
    output: CreateServiceSyncConfigOutput
    errors: [
        ConflictException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateServiceSyncConfigInput {
    @required
    serviceName: ResourceName

    @required
    repositoryProvider: RepositoryProvider

    @required
    repositoryName: RepositoryName

    @required
    branch: GitBranchName

    @required
    filePath: OpsFilePath
}

@output
structure CreateServiceSyncConfigOutput {
    serviceSyncConfig: ServiceSyncConfig
}

/// Lets a template follow a branch of a linked repository: pushes become draft versions.
@idempotent
@idempotencyClass("CREATE_ONCE")
operation CreateTemplateSyncConfig {
    input: CreateTemplateSyncConfigInput
    output: CreateTemplateSyncConfigOutput
    errors: [
        ConflictException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateTemplateSyncConfigInput {
    @required
    templateName: ResourceName

    @required
    templateType: TemplateType

    @required
    repositoryProvider: RepositoryProvider

    @required
    repositoryName: RepositoryName

    @required
    branch: GitBranchName

    subdirectory: Subdirectory
}

@output
structure CreateTemplateSyncConfigOutput {
    templateSyncConfig: TemplateSyncConfig
}

/// Lets a service no longer follow its ops file; instances stay.
@idempotent
@idempotencyClass("DELETE_KNOWN")
operation DeleteServiceSyncConfig {
    input: DeleteServiceSyncConfigInput
    output: DeleteServiceSyncConfigOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteServiceSyncConfigInput {
    @required
    serviceName: ResourceName
}

@output
structure DeleteServiceSyncConfigOutput {
    serviceSyncConfig: ServiceSyncConfig
}

/// Lets a template no longer follow its repository; versions stay.
@idempotent
@idempotencyClass("DELETE_KNOWN")
operation DeleteTemplateSyncConfig {
    input: DeleteTemplateSyncConfigInput
    output: DeleteTemplateSyncConfigOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteTemplateSyncConfigInput {
    @required
    templateName: ResourceName

    @required
    templateType: TemplateType
}

@output
structure DeleteTemplateSyncConfigOutput {
    templateSyncConfig: TemplateSyncConfig
}

/// How the last sync of a branch went.
@idempotencyClass("READ")
operation GetRepositorySyncStatus {
    input: GetRepositorySyncStatusInput
    output: GetRepositorySyncStatusOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetRepositorySyncStatusInput {
    @required
    repositoryName: RepositoryName

    @required
    repositoryProvider: RepositoryProvider

    @required
    branch: GitBranchName

    @required
    syncType: SyncType
}

@output
structure GetRepositorySyncStatusOutput {
    latestSync: RepositorySyncAttempt
}

/// How the last service syncs of one instance went.
@idempotencyClass("READ")
operation GetServiceInstanceSyncStatus {
    input: GetServiceInstanceSyncStatusInput
    output: GetServiceInstanceSyncStatusOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetServiceInstanceSyncStatusInput {
    @required
    serviceName: ResourceName

    @required
    serviceInstanceName: ResourceName
}

@output
structure GetServiceInstanceSyncStatusOutput {
    latestSync: ResourceSyncAttempt

    latestSuccessfulSync: ResourceSyncAttempt

    desiredState: Revision
}

/// What keeps a synced service, or one of its instances, from following its ops file.
@readonly
@idempotencyClass("READ")
operation GetServiceSyncBlockerSummary {
    input: GetServiceSyncBlockerSummaryInput
    output: GetServiceSyncBlockerSummaryOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetServiceSyncBlockerSummaryInput {
    @required
    serviceName: ResourceName

    serviceInstanceName: ResourceName
}

@output
structure GetServiceSyncBlockerSummaryOutput {
    serviceSyncBlockerSummary: ServiceSyncBlockerSummary
}

/// Which ops file a service follows.
@readonly
@idempotencyClass("READ")
operation GetServiceSyncConfig {
    input: GetServiceSyncConfigInput
    output: GetServiceSyncConfigOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetServiceSyncConfigInput {
    @required
    serviceName: ResourceName
}

@output
structure GetServiceSyncConfigOutput {
    serviceSyncConfig: ServiceSyncConfig
}

/// Which branch a template follows.
@readonly
@idempotencyClass("READ")
operation GetTemplateSyncConfig {
    input: GetTemplateSyncConfigInput
    output: GetTemplateSyncConfigOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetTemplateSyncConfigInput {
    @required
    templateName: ResourceName

    @required
    templateType: TemplateType
}

@output
structure GetTemplateSyncConfigOutput {
    templateSyncConfig: TemplateSyncConfig
}

/// How the last syncs of one major version of a template went.
@idempotencyClass("READ")
operation GetTemplateSyncStatus {
    input: GetTemplateSyncStatusInput
    output: GetTemplateSyncStatusOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetTemplateSyncStatusInput {
    @required
    templateName: ResourceName

    @required
    templateType: TemplateType

    @required
    templateVersion: TemplateVersionPart
}

@output
structure GetTemplateSyncStatusOutput {
    latestSync: ResourceSyncAttempt

    latestSuccessfulSync: ResourceSyncAttempt

    desiredState: Revision
}

/// Which folders of a linked repository are synced, and to what.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "syncDefinitions")
operation ListRepositorySyncDefinitions {
    input: ListRepositorySyncDefinitionsInput
    output: ListRepositorySyncDefinitionsOutput
}

@input
structure ListRepositorySyncDefinitionsInput {
    @required
    repositoryName: RepositoryName

    @required
    repositoryProvider: RepositoryProvider

    @required
    syncType: SyncType

    nextToken: EmptyNextToken
}

@output
structure ListRepositorySyncDefinitionsOutput {
    nextToken: EmptyNextToken

    @required
    syncDefinitions: RepositorySyncDefinitionList
}

/// Says why a sync blocker no longer holds, so that syncing goes on.
@idempotencyClass("NONE")
operation UpdateServiceSyncBlocker {
    input: UpdateServiceSyncBlockerInput
    output: UpdateServiceSyncBlockerOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateServiceSyncBlockerInput {
    @required
    id: String

    @required
    resolvedReason: String
}

@output
structure UpdateServiceSyncBlockerOutput {
    @required
    serviceName: ResourceName

    serviceInstanceName: ResourceName

    @required
    serviceSyncBlocker: SyncBlocker
}

/// Lets a service follow another ops file.
@idempotencyClass("NONE")
operation UpdateServiceSyncConfig {
    input: UpdateServiceSyncConfigInput
    output: UpdateServiceSyncConfigOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateServiceSyncConfigInput {
    @required
    serviceName: ResourceName

    @required
    repositoryProvider: RepositoryProvider

    @required
    repositoryName: RepositoryName

    @required
    branch: GitBranchName

    @required
    filePath: OpsFilePath
}

@output
structure UpdateServiceSyncConfigOutput {
    serviceSyncConfig: ServiceSyncConfig
}

/// Lets a template follow another branch, repository or folder.
@idempotencyClass("NONE")
operation UpdateTemplateSyncConfig {
    input: UpdateTemplateSyncConfigInput
    output: UpdateTemplateSyncConfigOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateTemplateSyncConfigInput {
    @required
    templateName: ResourceName

    @required
    templateType: TemplateType

    @required
    repositoryProvider: RepositoryProvider

    @required
    repositoryName: RepositoryName

    @required
    branch: GitBranchName

    subdirectory: Subdirectory
}

@output
structure UpdateTemplateSyncConfigOutput {
    templateSyncConfig: TemplateSyncConfig
}

/// Whether a sync blocker still holds.
enum BlockerStatus {
    ACTIVE
    RESOLVED
}

/// How a sync blocker came to be.
enum BlockerType {
    AUTOMATED
}

list LatestSyncBlockers {
    member: SyncBlocker
}

structure RepositorySyncAttempt {
    @required
    startedAt: Timestamp

    @required
    status: RepositorySyncStatus

    @required
    events: RepositorySyncEvents
}

structure RepositorySyncDefinition {
    @required
    target: String

    @required
    parent: String

    @required
    branch: GitBranchName

    @required
    directory: String
}

list RepositorySyncDefinitionList {
    member: RepositorySyncDefinition
}

structure RepositorySyncEvent {
    @required
    type: String

    externalId: String

    @required
    time: Timestamp

    @required
    event: String
}

list RepositorySyncEvents {
    member: RepositorySyncEvent
}

/// Where a sync of a branch stands.
enum RepositorySyncStatus {
    INITIATED
    IN_PROGRESS
    SUCCEEDED
    FAILED
    QUEUED
}

structure ResourceSyncAttempt {
    @required
    initialRevision: Revision

    @required
    targetRevision: Revision

    @required
    target: String

    @required
    startedAt: Timestamp

    @required
    status: ResourceSyncStatus

    @required
    events: ResourceSyncEvents
}

structure ResourceSyncEvent {
    @required
    type: String

    externalId: String

    @required
    time: Timestamp

    @required
    event: String
}

list ResourceSyncEvents {
    member: ResourceSyncEvent
}

/// Where a sync of one template or instance stands.
enum ResourceSyncStatus {
    INITIATED
    IN_PROGRESS
    SUCCEEDED
    FAILED
}

/// A commit as a sync sees it.
structure Revision {
    @required
    repositoryName: RepositoryName

    @required
    repositoryProvider: RepositoryProvider

    @required
    sha: SHA

    @required
    directory: String

    @required
    branch: GitBranchName
}

/// A line of a list: the service sync blocker in short.
structure ServiceSyncBlockerSummary {
    @required
    serviceName: String

    serviceInstanceName: String

    latestBlockers: LatestSyncBlockers
}

structure ServiceSyncConfig {
    @required
    serviceName: ResourceName

    @required
    repositoryProvider: RepositoryProvider

    @required
    repositoryName: RepositoryName

    @required
    branch: GitBranchName

    @required
    filePath: OpsFilePath
}

/// Why a service or instance does not follow its ops file.
structure SyncBlocker {
    @required
    id: String

    @required
    type: BlockerType

    @required
    status: BlockerStatus

    @required
    createdReason: String

    @required
    createdAt: Timestamp

    contexts: SyncBlockerContexts

    resolvedReason: String

    resolvedAt: Timestamp
}

structure SyncBlockerContext {
    @required
    key: String

    @required
    value: String
}

list SyncBlockerContexts {
    member: SyncBlockerContext
}

/// What a repository is synced to.
enum SyncType {
    TEMPLATE_SYNC
    SERVICE_SYNC
}

structure TemplateSyncConfig {
    @required
    templateName: ResourceName

    @required
    templateType: TemplateType

    @required
    repositoryProvider: RepositoryProvider

    @required
    repositoryName: RepositoryName

    @required
    branch: GitBranchName

    subdirectory: Subdirectory
}
