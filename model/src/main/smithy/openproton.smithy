$version: "2.0"

namespace openproton

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0
use com.amazonaws.proton#AccessDeniedException
use com.amazonaws.proton#Arn
use com.amazonaws.proton#ConflictException
use com.amazonaws.proton#Deployment
use com.amazonaws.proton#DeploymentId
use com.amazonaws.proton#DeploymentStatus
use com.amazonaws.proton#DeploymentUpdateType
use com.amazonaws.proton#Description
use com.amazonaws.proton#GitBranchName
use com.amazonaws.proton#InternalServerException
use com.amazonaws.proton#OpsFilePath
use com.amazonaws.proton#OutputsList
use com.amazonaws.proton#ProvisionedResourceList
use com.amazonaws.proton#RepositoryId
use com.amazonaws.proton#RepositoryName
use com.amazonaws.proton#RepositoryProvider
use com.amazonaws.proton#ResourceName
use com.amazonaws.proton#ResourceNotFoundException
use com.amazonaws.proton#S3Bucket
use com.amazonaws.proton#S3Key
use com.amazonaws.proton#Service
use com.amazonaws.proton#ServiceQuotaExceededException
use com.amazonaws.proton#SpecContents
use com.amazonaws.proton#TagList
use com.amazonaws.proton#TemplateFileContents
use com.amazonaws.proton#TemplateType
use com.amazonaws.proton#TemplateVersionPart
use com.amazonaws.proton#ThrottlingException
use com.amazonaws.proton#ValidationException
use openproton.traits#authorizedOn
use openproton.traits#idempotencyClass
use openproton.traits#passed

/// What AWS Proton never had: what a deployment ran and wrote, and a way to bring bundles to the server.
/// It has a target prefix of its own on the same endpoint, so that clients of the original API never see it.
@service(sdkId: "OpenProton", endpointPrefix: "proton")
@sigv4(name: "proton")
@awsJson1_0
@title("OpenProton")
service OpenProton20261101 {
    version: "2026-11-01"
    operations: [
        CreateServiceFromRepository
        ForceDelete
        GetDeploymentDetail
        GetDeploymentLog
        PlanDeployment
        RenderTemplate
        RollbackDeployment
        UploadBundle
    ]
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

/// Creates a service from a linked repository: its instances and their specs come from the ops file of a branch, which
/// the service follows from then on.
@idempotent
@idempotencyClass("CREATE")
@authorizedOn(["service/{name}"])
operation CreateServiceFromRepository {
    input: CreateServiceFromRepositoryInput
    output: CreateServiceFromRepositoryOutput
    errors: [
        ConflictException
        ResourceNotFoundException
        ServiceQuotaExceededException
    ]
}

@input
structure CreateServiceFromRepositoryInput {
    /// The ops file must have an entry for a service of this name.
    @required
    name: ResourceName

    description: Description

    @required
    templateName: ResourceName

    @required
    templateMajorVersion: TemplateVersionPart

    /// The recommended minor version when absent.
    templateMinorVersion: TemplateVersionPart

    @required
    repositoryProvider: RepositoryProvider

    /// The linked repository with the ops file and the specs.
    @required
    repositoryName: RepositoryName

    /// The branch of the ops file.
    @required
    branch: GitBranchName

    /// The ops file, from the root of the repository.
    @required
    filePath: OpsFilePath

    /// How the pipeline reaches the code; needed when the template has a pipeline.
    @passed
    repositoryConnectionArn: Arn

    /// Where the code lies; needed when the template has a pipeline.
    repositoryId: RepositoryId

    /// The branch that the pipeline builds; needed when the template has a pipeline.
    branchName: GitBranchName

    tags: TagList
}

@output
structure CreateServiceFromRepositoryOutput {
    @required
    service: Service
}

/// What a deployment was given and what it left: inputs, rendered files, outputs.
@readonly
@idempotencyClass("READ")
@authorizedOn(["deployment/{id}"])
operation GetDeploymentDetail {
    input: GetDeploymentDetailInput
    output: GetDeploymentDetailOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetDeploymentDetailInput {
    @required
    id: DeploymentId
}

@output
structure GetDeploymentDetailOutput {
    @required
    id: DeploymentId

    @required
    deploymentStatus: DeploymentStatus

    /// The data that templates and commands saw, as JSON; absent before the deployment was rendered.
    inputs: RenderedText

    /// What was run, sorted by path; empty before the deployment was rendered.
    @required
    files: RenderedFileList
}

list RenderedFileList {
    member: RenderedFile
}

/// One file that a deployment ran or read.
structure RenderedFile {
    @required
    path: String

    /// The content, where it is text of at most 200 KB.
    content: RenderedText

    @required
    size: Integer
}

/// Rendered text, which may hold values of a spec.
@sensitive
string RenderedText

/// A piece of the log of a deployment, which may still be growing.
@readonly
@idempotencyClass("READ")
@authorizedOn(["deployment/{id}"])
operation GetDeploymentLog {
    input: GetDeploymentLogInput
    output: GetDeploymentLogOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure GetDeploymentLogInput {
    @required
    id: DeploymentId

    /// Where to go on: `nextPosition` of the answer before; 0 when absent.
    position: LogPosition
}

@output
structure GetDeploymentLogOutput {
    /// Whole lines from the position on; empty when there are none yet.
    @required
    text: RenderedText

    /// Where the next piece begins.
    @required
    nextPosition: LogPosition

    /// Where the deployment stands; when it is settled and the text is empty, the log is complete.
    @required
    deploymentStatus: DeploymentStatus
}

/// A place in a log, in bytes.
@range(min: 0)
integer LogPosition

/// Puts a part of a bundle into the bucket openproton-bundles of the account; the last part makes the object appear as
/// a whole.
@idempotencyClass("NATURAL")
operation UploadBundle {
    input: UploadBundleInput
    output: UploadBundleOutput
}

@input
structure UploadBundleInput {
    @required
    bucket: S3Bucket

    @required
    key: S3Key

    /// Chosen by the client, the same for all parts of one upload.
    @required
    uploadId: DeploymentId

    /// Where the part begins, in bytes: where the part before it ended.
    @required
    position: LogPosition

    /// The bytes of the part in base64, at most 512 KB of them.
    @required
    content: BundlePart

    /// Whether this is the last part.
    @required
    complete: Boolean
}

@length(min: 0, max: 720000)
@sensitive
string BundlePart

@output
structure UploadBundleOutput {
    /// How many bytes are there now.
    @required
    size: Integer
}

/// Renders a registered template version with a spec, as deployments would: nothing is kept and nothing is run.
@readonly
@idempotencyClass("READ")
operation RenderTemplate {
    input: RenderTemplateInput
    output: RenderTemplateOutput
    errors: [
        ResourceNotFoundException
    ]
}

@input
structure RenderTemplateInput {
    @required
    templateType: TemplateType

    @required
    templateName: ResourceName

    @required
    majorVersion: TemplateVersionPart

    /// The recommended minor version when absent.
    minorVersion: TemplateVersionPart

    /// An environment spec or a service spec, as the template asks for.
    @required
    spec: SpecContents

    /// The name of the environment or service; `preview` when absent. Where it exists, its facts are used.
    name: ResourceName

    /// Stands in for the outputs of every environment that services are rendered for; the live ones when absent.
    environmentOutputs: OutputsList
}

@output
structure RenderTemplateOutput {
    /// What each deployment would run: one for an environment; one for each instance of a service, and its pipeline.
    @required
    deployments: RenderedDeploymentList
}

list RenderedDeploymentList {
    member: RenderedDeployment
}

/// What one deployment would run.
structure RenderedDeployment {
    /// What is deployed, such as `environment staging`, `instance blue` or `pipeline`.
    @required
    target: String

    /// The data that the templates saw, as JSON.
    @required
    inputs: RenderedText

    @required
    files: RenderedFileList
}

/// Tells what an update would change, without touching anything; takes what the update takes and refuses what it refuses.
@readonly
@idempotencyClass("READ")
@authorizedOn(["{resourceArn}"])
operation PlanDeployment {
    input: PlanDeploymentInput
    output: PlanDeploymentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure PlanDeploymentInput {
    /// The ARN of an environment, a service instance, a service pipeline or a component.
    @required
    resourceArn: Arn

    /// `CURRENT_VERSION` when absent; components have no other.
    deploymentType: DeploymentUpdateType

    templateMajorVersion: TemplateVersionPart

    templateMinorVersion: TemplateVersionPart

    /// The spec to deploy; the one that is deployed when absent.
    spec: SpecContents

    /// Components: the file to deploy; the one that is deployed when absent.
    templateFile: TemplateFileContents
}

@output
structure PlanDeploymentOutput {
    @required
    resourceArn: Arn

    /// The template version that is deployed, such as `web:1.0`; absent for components.
    currentVersion: String

    /// The template version that would be deployed; absent for components.
    plannedVersion: String

    /// How the spec would change, as a unified diff; empty when it would not.
    @required
    specDifference: RenderedText

    /// How the rendered files would change against the last deployment that succeeded, as a unified diff.
    @required
    filesDifference: RenderedText

    /// What would happen to each resource, where the engine can tell.
    resourceChanges: ResourceChangeList

    /// The plan as the engine's own tool prints it, where it has one.
    engineText: RenderedText

    /// Why the engine cannot tell what would happen to resources.
    engineMessage: RenderedText
}

list ResourceChangeList {
    member: ResourceChange
}

/// What would happen to one resource.
structure ResourceChange {
    @required
    action: ResourceChangeAction

    /// The resource's type, such as `AWS::SQS::Queue`.
    @required
    type: String

    /// Its name in the template.
    @required
    name: String

    /// Its name in the world; absent when it does not exist yet.
    identifier: String
}

/// What can happen to a resource.
enum ResourceChangeAction {
    ADD
    MODIFY
    REPLACE
    REMOVE
}

/// Deploys again what an earlier deployment of a resource had: its template version and spec, or a component's file.
@idempotencyClass("NONE")
@authorizedOn(["{resourceArn}"])
operation RollbackDeployment {
    input: RollbackDeploymentInput
    output: RollbackDeploymentOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure RollbackDeploymentInput {
    /// The ARN of an environment, a service instance, a service pipeline or a component.
    @required
    resourceArn: Arn

    /// An earlier deployment of it.
    @required
    deploymentId: DeploymentId
}

@output
structure RollbackDeploymentOutput {
    /// The new deployment.
    @required
    deployment: Deployment
}

/// Forgets a resource whose removal has failed; what is left of its infrastructure is the owner's from then on.
@idempotencyClass("NONE")
@authorizedOn(["{resourceArn}"])
operation ForceDelete {
    input: ForceDeleteInput
    output: ForceDeleteOutput
    errors: [
        ConflictException
        ResourceNotFoundException
    ]
}

@input
structure ForceDeleteInput {
    /// The ARN of an environment, a service, a service instance, a service pipeline or a component.
    @required
    resourceArn: Arn
}

@output
structure ForceDeleteOutput {
    /// What was provisioned and may still be there.
    @required
    leftBehind: ProvisionedResourceList
}
