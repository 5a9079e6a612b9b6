$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass
use openproton.traits#passed

/// The settings that all pipelines of the account share.
@readonly
@idempotencyClass("READ")
operation GetAccountSettings {
    input: GetAccountSettingsInput
    output: GetAccountSettingsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetAccountSettingsInput {}

@output
structure GetAccountSettingsOutput {
    accountSettings: AccountSettings
}

/// How many resources of each kind there are, how many failed and how many lag behind their template.
@readonly
@idempotencyClass("READ")
operation GetResourcesSummary {
    input: GetResourcesSummaryInput
    output: GetResourcesSummaryOutput
}

@input
structure GetResourcesSummaryInput {}

@output
structure GetResourcesSummaryOutput {
    @required
    counts: CountsSummary
}

/// Changes the settings that all pipelines of the account share; what is left out stays.
@idempotencyClass("NONE")
operation UpdateAccountSettings {
    input: UpdateAccountSettingsInput
    output: UpdateAccountSettingsOutput
    errors: [
        ConflictException
    ]
}

@input
structure UpdateAccountSettingsInput {
    @passed
    pipelineServiceRoleArn: RoleArnOrEmptyString

    pipelineProvisioningRepository: RepositoryBranchInput

    deletePipelineProvisioningRepository: Boolean

    @passed
    pipelineCodebuildRoleArn: RoleArnOrEmptyString
}

@output
structure UpdateAccountSettingsOutput {
    @required
    accountSettings: AccountSettings
}

/// What all pipelines of an account share.
structure AccountSettings {
    pipelineServiceRoleArn: RoleArnOrEmptyString

    pipelineProvisioningRepository: RepositoryBranch

    pipelineCodebuildRoleArn: RoleArnOrEmptyString
}

/// Counts for each kind of resource.
structure CountsSummary {
    components: ResourceCountsSummary

    environments: ResourceCountsSummary

    environmentTemplates: ResourceCountsSummary

    serviceInstances: ResourceCountsSummary

    services: ResourceCountsSummary

    serviceTemplates: ResourceCountsSummary

    pipelines: ResourceCountsSummary
}

/// Counts for one kind of resource.
structure ResourceCountsSummary {
    @required
    total: Integer

    failed: Integer

    upToDate: Integer

    behindMajor: Integer

    behindMinor: Integer
}
