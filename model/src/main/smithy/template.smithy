$version: "2.0"

namespace com.amazonaws.proton

use openproton.traits#idempotencyClass
use openproton.traits#authorizedOn
use smithy.waiters#waitable

/// Keeps a new environment template; it has no versions yet.
@idempotent
@idempotencyClass("CREATE")
@authorizedOn(["environment-template/{name}"])
operation CreateEnvironmentTemplate {
    input: CreateEnvironmentTemplateInput
    output: CreateEnvironmentTemplateOutput
    errors: [
        ConflictException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateEnvironmentTemplateInput {
    @required
    name: ResourceName

    displayName: DisplayName

    description: Description

    /// A key that the caller keeps; stored and returned, not used by this server.
    encryptionKey: Arn

    provisioning: Provisioning

    tags: TagList
}

@output
structure CreateEnvironmentTemplateOutput {
    @required
    environmentTemplate: EnvironmentTemplate
}

/// Assigns the next version number and registers the bundle behind it in the background.
@idempotent
@idempotencyClass("CLIENT_TOKEN")
@authorizedOn(["environment-template/{templateName}"])
operation CreateEnvironmentTemplateVersion {
    input: CreateEnvironmentTemplateVersionInput
    output: CreateEnvironmentTemplateVersionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateEnvironmentTemplateVersionInput {
    /// Lets a retry be recognized.
    @idempotencyToken
    clientToken: ClientToken

    @required
    templateName: ResourceName

    description: Description

    majorVersion: TemplateVersionPart

    @required
    source: TemplateVersionSourceInput

    tags: TagList
}

@output
structure CreateEnvironmentTemplateVersionOutput {
    @required
    environmentTemplateVersion: EnvironmentTemplateVersion
}

/// Keeps a new service template; it has no versions yet. Whether it includes a pipeline is decided here for good.
@idempotent
@idempotencyClass("CREATE")
@authorizedOn(["service-template/{name}"])
operation CreateServiceTemplate {
    input: CreateServiceTemplateInput
    output: CreateServiceTemplateOutput
    errors: [
        ConflictException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateServiceTemplateInput {
    @required
    name: ResourceName

    displayName: DisplayName

    description: Description

    /// A key that the caller keeps; stored and returned, not used by this server.
    encryptionKey: Arn

    pipelineProvisioning: Provisioning

    tags: TagList
}

@output
structure CreateServiceTemplateOutput {
    @required
    serviceTemplate: ServiceTemplate
}

/// Assigns the next version number and registers the bundle behind it in the background.
@idempotent
@idempotencyClass("CLIENT_TOKEN")
@authorizedOn(["service-template/{templateName}"])
operation CreateServiceTemplateVersion {
    input: CreateServiceTemplateVersionInput
    output: CreateServiceTemplateVersionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateServiceTemplateVersionInput {
    /// Lets a retry be recognized.
    @idempotencyToken
    clientToken: ClientToken

    @required
    templateName: ResourceName

    description: Description

    majorVersion: TemplateVersionPart

    @required
    source: TemplateVersionSourceInput

    @required
    compatibleEnvironmentTemplates: CompatibleEnvironmentTemplateInputList

    tags: TagList

    supportedComponentSources: ServiceTemplateSupportedComponentSourceInputList
}

@output
structure CreateServiceTemplateVersionOutput {
    @required
    serviceTemplateVersion: ServiceTemplateVersion
}

/// Removes an environment template that has no versions left.
@idempotent
@idempotencyClass("DELETE")
@authorizedOn(["environment-template/{name}"])
operation DeleteEnvironmentTemplate {
    input: DeleteEnvironmentTemplateInput
    output: DeleteEnvironmentTemplateOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteEnvironmentTemplateInput {
    @required
    name: ResourceName
}

@output
structure DeleteEnvironmentTemplateOutput {
    environmentTemplate: EnvironmentTemplate
}

/// Removes a version that no environment uses and that is not recommended, or is the last one.
@idempotent
@idempotencyClass("DELETE")
@authorizedOn(["environment-template/{templateName}"])
operation DeleteEnvironmentTemplateVersion {
    input: DeleteEnvironmentTemplateVersionInput
    output: DeleteEnvironmentTemplateVersionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteEnvironmentTemplateVersionInput {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart
}

@output
structure DeleteEnvironmentTemplateVersionOutput {
    environmentTemplateVersion: EnvironmentTemplateVersion
}

/// Removes a service template that has no versions left.
@idempotent
@idempotencyClass("DELETE")
@authorizedOn(["service-template/{name}"])
operation DeleteServiceTemplate {
    input: DeleteServiceTemplateInput
    output: DeleteServiceTemplateOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteServiceTemplateInput {
    @required
    name: ResourceName
}

@output
structure DeleteServiceTemplateOutput {
    serviceTemplate: ServiceTemplate
}

/// Removes a version that no instance or pipeline uses and that is not recommended, or is the last one.
@idempotent
@idempotencyClass("DELETE")
@authorizedOn(["service-template/{templateName}"])
operation DeleteServiceTemplateVersion {
    input: DeleteServiceTemplateVersionInput
    output: DeleteServiceTemplateVersionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure DeleteServiceTemplateVersionInput {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart
}

@output
structure DeleteServiceTemplateVersionOutput {
    serviceTemplateVersion: ServiceTemplateVersion
}

/// One environment template in detail.
@readonly
@idempotencyClass("READ")
@authorizedOn(["environment-template/{name}"])
operation GetEnvironmentTemplate {
    input: GetEnvironmentTemplateInput
    output: GetEnvironmentTemplateOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetEnvironmentTemplateInput {
    @required
    name: ResourceName
}

@output
structure GetEnvironmentTemplateOutput {
    @required
    environmentTemplate: EnvironmentTemplate
}

/// One environment template version in detail, with its schema.
@readonly
@idempotencyClass("READ")
@authorizedOn(["environment-template/{templateName}"])
@waitable(
    EnvironmentTemplateVersionRegistered: {
        minDelay: 2
        maxDelay: 300
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "environmentTemplateVersion.status"
                        expected: "DRAFT"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "success"
                matcher: {
                    output: {
                        path: "environmentTemplateVersion.status"
                        expected: "PUBLISHED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "environmentTemplateVersion.status"
                        expected: "REGISTRATION_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
)
operation GetEnvironmentTemplateVersion {
    input: GetEnvironmentTemplateVersionInput
    output: GetEnvironmentTemplateVersionOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetEnvironmentTemplateVersionInput {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart
}

@output
structure GetEnvironmentTemplateVersionOutput {
    @required
    environmentTemplateVersion: EnvironmentTemplateVersion
}

/// One service template in detail.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service-template/{name}"])
operation GetServiceTemplate {
    input: GetServiceTemplateInput
    output: GetServiceTemplateOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetServiceTemplateInput {
    @required
    name: ResourceName
}

@output
structure GetServiceTemplateOutput {
    @required
    serviceTemplate: ServiceTemplate
}

/// One service template version in detail, with its schema.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service-template/{templateName}"])
@waitable(
    ServiceTemplateVersionRegistered: {
        minDelay: 2
        maxDelay: 300
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "serviceTemplateVersion.status"
                        expected: "DRAFT"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "success"
                matcher: {
                    output: {
                        path: "serviceTemplateVersion.status"
                        expected: "PUBLISHED"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "serviceTemplateVersion.status"
                        expected: "REGISTRATION_FAILED"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
    }
)
operation GetServiceTemplateVersion {
    input: GetServiceTemplateVersionInput
    output: GetServiceTemplateVersionOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetServiceTemplateVersionInput {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart
}

@output
structure GetServiceTemplateVersionOutput {
    @required
    serviceTemplateVersion: ServiceTemplateVersion
}

/// One entry for each major version of a template, or all minor versions of one major.
@readonly
@idempotencyClass("READ")
@authorizedOn(["environment-template/{templateName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "templateVersions")
operation ListEnvironmentTemplateVersions {
    input: ListEnvironmentTemplateVersionsInput
    output: ListEnvironmentTemplateVersionsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListEnvironmentTemplateVersionsInput {
    nextToken: NextToken

    maxResults: MaxPageResults

    @required
    templateName: ResourceName

    majorVersion: TemplateVersionPart
}

@output
structure ListEnvironmentTemplateVersionsOutput {
    nextToken: NextToken

    @required
    templateVersions: EnvironmentTemplateVersionSummaryList
}

/// All environment templates.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "templates")
operation ListEnvironmentTemplates {
    input: ListEnvironmentTemplatesInput
    output: ListEnvironmentTemplatesOutput
}

@input
structure ListEnvironmentTemplatesInput {
    nextToken: NextToken

    maxResults: MaxPageResults
}

@output
structure ListEnvironmentTemplatesOutput {
    nextToken: NextToken

    @required
    templates: EnvironmentTemplateSummaryList
}

/// One entry for each major version of a template, or all minor versions of one major.
@readonly
@idempotencyClass("READ")
@authorizedOn(["service-template/{templateName}"])
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "templateVersions")
operation ListServiceTemplateVersions {
    input: ListServiceTemplateVersionsInput
    output: ListServiceTemplateVersionsOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure ListServiceTemplateVersionsInput {
    nextToken: NextToken

    maxResults: MaxPageResults

    @required
    templateName: ResourceName

    majorVersion: TemplateVersionPart
}

@output
structure ListServiceTemplateVersionsOutput {
    nextToken: NextToken

    @required
    templateVersions: ServiceTemplateVersionSummaryList
}

/// All service templates.
@readonly
@idempotencyClass("READ")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults", items: "templates")
operation ListServiceTemplates {
    input: ListServiceTemplatesInput
    output: ListServiceTemplatesOutput
}

@input
structure ListServiceTemplatesInput {
    nextToken: NextToken

    maxResults: MaxPageResults
}

@output
structure ListServiceTemplatesOutput {
    nextToken: NextToken

    @required
    templates: ServiceTemplateSummaryList
}

/// Changes the display name or the description of an environment template.
@idempotencyClass("NONE")
@authorizedOn(["environment-template/{name}"])
operation UpdateEnvironmentTemplate {
    input: UpdateEnvironmentTemplateInput
    output: UpdateEnvironmentTemplateOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateEnvironmentTemplateInput {
    @required
    name: ResourceName

    displayName: DisplayName

    description: Description
}

@output
structure UpdateEnvironmentTemplateOutput {
    @required
    environmentTemplate: EnvironmentTemplate
}

/// Changes the description of a version, or publishes a draft.
@idempotencyClass("NONE")
@authorizedOn(["environment-template/{templateName}"])
operation UpdateEnvironmentTemplateVersion {
    input: UpdateEnvironmentTemplateVersionInput
    output: UpdateEnvironmentTemplateVersionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateEnvironmentTemplateVersionInput {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart

    description: Description

    status: TemplateVersionStatus
}

@output
structure UpdateEnvironmentTemplateVersionOutput {
    @required
    environmentTemplateVersion: EnvironmentTemplateVersion
}

/// Changes the display name or the description of a service template.
@idempotencyClass("NONE")
@authorizedOn(["service-template/{name}"])
operation UpdateServiceTemplate {
    input: UpdateServiceTemplateInput
    output: UpdateServiceTemplateOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateServiceTemplateInput {
    @required
    name: ResourceName

    displayName: DisplayName

    description: Description
}

@output
structure UpdateServiceTemplateOutput {
    @required
    serviceTemplate: ServiceTemplate
}

/// Changes the description, the compatible environments or the component sources of a version, or publishes a draft.
@idempotencyClass("NONE")
@authorizedOn(["service-template/{templateName}"])
operation UpdateServiceTemplateVersion {
    input: UpdateServiceTemplateVersionInput
    output: UpdateServiceTemplateVersionOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure UpdateServiceTemplateVersionInput {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart

    description: Description

    status: TemplateVersionStatus

    compatibleEnvironmentTemplates: CompatibleEnvironmentTemplateInputList

    supportedComponentSources: ServiceTemplateSupportedComponentSourceInputList
}

@output
structure UpdateServiceTemplateVersionOutput {
    @required
    serviceTemplateVersion: ServiceTemplateVersion
}

/// A major version of an environment template that instances may be deployed to.
structure CompatibleEnvironmentTemplate {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart
}

structure CompatibleEnvironmentTemplateInput {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart
}

@length(min: 1, max: 10)
list CompatibleEnvironmentTemplateInputList {
    member: CompatibleEnvironmentTemplateInput
}

list CompatibleEnvironmentTemplateList {
    member: CompatibleEnvironmentTemplate
}

/// What environments are made from, in versions.
structure EnvironmentTemplate {
    @required
    name: ResourceName

    @required
    arn: EnvironmentTemplateArn

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    displayName: DisplayName

    description: Description

    recommendedVersion: FullTemplateVersionNumber

    /// A key that the caller keeps; stored and returned, not used by this server.
    encryptionKey: Arn

    provisioning: Provisioning
}

string EnvironmentTemplateArn

structure EnvironmentTemplateFilter {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart
}

list EnvironmentTemplateFilterList {
    member: EnvironmentTemplateFilter
}

/// A line of a list: the environment template in short.
structure EnvironmentTemplateSummary {
    @required
    name: ResourceName

    @required
    arn: EnvironmentTemplateArn

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    displayName: DisplayName

    description: Description

    recommendedVersion: FullTemplateVersionNumber

    provisioning: Provisioning
}

list EnvironmentTemplateSummaryList {
    member: EnvironmentTemplateSummary
}

/// One registered bundle of an environment template.
structure EnvironmentTemplateVersion {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart

    recommendedMinorVersion: TemplateVersionPart

    @required
    status: TemplateVersionStatus

    statusMessage: StatusMessage

    description: Description

    @required
    arn: EnvironmentTemplateVersionArn

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    schema: TemplateSchema
}

string EnvironmentTemplateVersionArn

/// A line of a list: the environment template version in short.
structure EnvironmentTemplateVersionSummary {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart

    recommendedMinorVersion: TemplateVersionPart

    @required
    status: TemplateVersionStatus

    statusMessage: StatusMessage

    description: Description

    @required
    arn: EnvironmentTemplateVersionArn

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp
}

list EnvironmentTemplateVersionSummaryList {
    member: EnvironmentTemplateVersionSummary
}

/// `major.minor`.
@length(min: 1, max: 10)
@pattern("^(0|([1-9]{1}\\d*)).(0|([1-9]{1}\\d*))$")
string FullTemplateVersionNumber

/// What services are made from, in versions.
structure ServiceTemplate {
    @required
    name: ResourceName

    @required
    arn: ServiceTemplateArn

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    displayName: DisplayName

    description: Description

    recommendedVersion: FullTemplateVersionNumber

    /// A key that the caller keeps; stored and returned, not used by this server.
    encryptionKey: Arn

    pipelineProvisioning: Provisioning
}

string ServiceTemplateArn

/// A line of a list: the service template in short.
structure ServiceTemplateSummary {
    @required
    name: ResourceName

    @required
    arn: ServiceTemplateArn

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    displayName: DisplayName

    description: Description

    recommendedVersion: FullTemplateVersionNumber

    pipelineProvisioning: Provisioning
}

list ServiceTemplateSummaryList {
    member: ServiceTemplateSummary
}

list ServiceTemplateSupportedComponentSourceInputList {
    member: ServiceTemplateSupportedComponentSourceType
}

/// Where components of an instance may come from.
enum ServiceTemplateSupportedComponentSourceType {
    DIRECTLY_DEFINED
}

/// One registered bundle of a service template.
structure ServiceTemplateVersion {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart

    recommendedMinorVersion: TemplateVersionPart

    @required
    status: TemplateVersionStatus

    statusMessage: StatusMessage

    description: Description

    @required
    arn: ServiceTemplateVersionArn

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp

    @required
    compatibleEnvironmentTemplates: CompatibleEnvironmentTemplateList

    schema: TemplateSchema

    supportedComponentSources: ServiceTemplateSupportedComponentSourceInputList
}

string ServiceTemplateVersionArn

/// A line of a list: the service template version in short.
structure ServiceTemplateVersionSummary {
    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    @required
    minorVersion: TemplateVersionPart

    recommendedMinorVersion: TemplateVersionPart

    @required
    status: TemplateVersionStatus

    statusMessage: StatusMessage

    description: Description

    @required
    arn: ServiceTemplateVersionArn

    @required
    createdAt: Timestamp

    @required
    lastModifiedAt: Timestamp
}

list ServiceTemplateVersionSummaryList {
    member: ServiceTemplateVersionSummary
}

/// The schema of a version as YAML text, as it was registered.
@length(min: 1, max: 51200)
@mediaType("application/yaml")
@sensitive
string TemplateSchema

/// Which kind of template is meant.
enum TemplateType {
    ENVIRONMENT
    SERVICE
}

/// A major or minor number as decimal digits without a leading zero.
@length(min: 1, max: 20)
@pattern("^(0|([1-9]{1}\\d*))$")
string TemplateVersionPart

/// Where the bundle of a version comes from.
union TemplateVersionSourceInput {
    s3: S3ObjectSource
}

/// Where a template version stands between registration and publication.
enum TemplateVersionStatus {
    REGISTRATION_IN_PROGRESS
    REGISTRATION_FAILED
    DRAFT
    PUBLISHED
}
