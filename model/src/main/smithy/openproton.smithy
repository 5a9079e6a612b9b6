$version: "2.0"

namespace openproton

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0
use com.amazonaws.proton#AccessDeniedException
use com.amazonaws.proton#DeploymentId
use com.amazonaws.proton#DeploymentStatus
use com.amazonaws.proton#InternalServerException
use com.amazonaws.proton#ResourceNotFoundException
use com.amazonaws.proton#S3Bucket
use com.amazonaws.proton#S3Key
use com.amazonaws.proton#ThrottlingException
use com.amazonaws.proton#ValidationException
use openproton.traits#authorizedOn
use openproton.traits#idempotencyClass

/// What AWS Proton never had: what a deployment ran and wrote, and a way to bring bundles to the server.
/// It has a target prefix of its own on the same endpoint, so that clients of the original API never see it.
@service(sdkId: "OpenProton", endpointPrefix: "proton")
@sigv4(name: "proton")
@awsJson1_0
@title("OpenProton")
service OpenProton20261101 {
    version: "2026-11-01"
    operations: [
        GetDeploymentDetail
        GetDeploymentLog
        UploadBundle
    ]
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
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

/// Puts a part of a bundle into a bucket of the server; the last part makes the object appear as a whole.
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
