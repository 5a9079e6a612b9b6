$version: "2.0"

namespace com.amazonaws.proton

/// An Amazon Resource Name. Longer than the 200 characters of the original, because legal instance names make longer ones.
@length(min: 1, max: 512)
@pattern("^arn:(aws|aws-cn|aws-us-gov):[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:\\d{12}:([\\w+=,.@-]+[/:])*[\\w+=,.@-]+$")
string Arn

/// Twelve digits.
@pattern("^\\d{12}$")
string AwsAccountId

/// Makes a retried request recognizable; printable ASCII, case-sensitive.
@length(max: 64)
@pattern("^[!-~]*$")
string ClientToken

@pattern("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
string DeploymentId

/// Where a deployment, or the resource it deploys, stands.
enum DeploymentStatus {
    IN_PROGRESS
    FAILED
    SUCCEEDED
    DELETE_IN_PROGRESS
    DELETE_FAILED
    DELETE_COMPLETE
    CANCELLING
    CANCELLED
}

/// How far an update goes: nothing deployed, the version in use, another minor version, or a higher major version.
enum DeploymentUpdateType {
    NONE
    CURRENT_VERSION
    MINOR_VERSION
    MAJOR_VERSION
}

/// Free text.
@length(min: 0, max: 500)
@sensitive
string Description

/// The name that people read.
@length(min: 1, max: 100)
@sensitive
string DisplayName

/// Lists of this kind always fit one page.
@length(min: 0, max: 0)
string EmptyNextToken

/// What is wrong, for the person who asked.
@sensitive
string ErrorMessage

/// A branch.
@length(min: 1, max: 200)
string GitBranchName

/// How many items a page may hold; 100 when absent.
@range(min: 1, max: 100)
integer MaxPageResults

/// Where the next page starts; opaque, valid for 24 hours.
@pattern("^[A-Za-z0-9+=/]+$")
string NextToken

/// Where the ops file lies in its repository.
@length(min: 1, max: 4096)
string OpsFilePath

/// A value that provisioned infrastructure tells others.
@sensitive
structure Output {
    key: OutputKey

    valueString: OutputValueString
}

/// The name of an output.
@length(min: 1, max: 1024)
string OutputKey

/// The value of an output.
@length(min: 1, max: 1024)
string OutputValueString

list OutputsList {
    member: Output
}

/// Something a deployment made.
structure ProvisionedResource {
    name: ProvisionedResourceName

    identifier: ProvisionedResourceIdentifier

    provisioningEngine: ProvisionedResourceEngine
}

/// What provisioned a resource.
enum ProvisionedResourceEngine {
    CLOUDFORMATION
    TERRAFORM
}

@length(min: 1, max: 200)
string ProvisionedResourceIdentifier

list ProvisionedResourceList {
    member: ProvisionedResource
}

@length(min: 1, max: 200)
string ProvisionedResourceName

/// Present when the customer, not the server, manages the infrastructure.
enum Provisioning {
    CUSTOMER_MANAGED
}

/// What automation may report of a deployment.
enum ResourceDeploymentStatus {
    IN_PROGRESS
    FAILED
    SUCCEEDED
}

/// Starts with a letter or digit and goes on with letters, digits, hyphens and underscores.
@length(min: 1, max: 100)
@pattern("^[0-9A-Za-z]+[0-9A-Za-z_\\-]*$")
string ResourceName

/// A resource name, or nothing, which detaches a component.
@length(min: 0, max: 100)
@pattern("(^$)|^[0-9A-Za-z]+[0-9A-Za-z_\\-]*$")
string ResourceNameOrEmpty

/// The ARN of an IAM role.
@length(min: 1, max: 2048)
@pattern("^arn:(aws|aws-cn|aws-us-gov):iam::\\d{12}:role/([\\w+=,.@-]{1,512}[/:])*([\\w+=,.@-]{1,64})$")
string RoleArn

/// The ARN of an IAM role, or nothing, which clears it.
@length(min: 0, max: 2048)
@pattern("(^$)|(^arn:(aws|aws-cn|aws-us-gov):iam::\\d{12}:role/([\\w+=,.@-]{1,512}[/:])*([\\w+=,.@-]{1,64})$)")
string RoleArnOrEmptyString

/// The name of a bucket.
@length(min: 3, max: 63)
@pattern("^[a-z0-9]+[a-z0-9-\\.]+[a-z0-9]+$")
string S3Bucket

/// The key of an object in a bucket.
@length(min: 1, max: 1024)
string S3Key

/// A bundle that lies in a bucket.
structure S3ObjectSource {
    @required
    bucket: S3Bucket

    @required
    key: S3Key
}

/// The id of a commit.
@length(min: 1, max: 255)
string SHA

string ServiceArn

/// Which end of a list comes first.
enum SortOrder {
    ASCENDING
    DESCENDING
}

/// A spec as YAML text.
@length(min: 1, max: 51200)
@mediaType("application/yaml")
@sensitive
string SpecContents

/// Why the status is what it is.
@sensitive
string StatusMessage

/// A folder of a repository.
@length(min: 1, max: 4096)
string Subdirectory

/// One infrastructure file as text.
@length(min: 1, max: 51200)
@mediaType("application/yaml")
@sensitive
string TemplateFileContents

/// The manifest of a component as YAML text.
@length(min: 1, max: 1024)
@mediaType("application/yaml")
@sensitive
string TemplateManifestContents
