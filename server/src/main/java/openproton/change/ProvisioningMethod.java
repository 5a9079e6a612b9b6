package openproton.change;

import openproton.render.bundle.Manifest;

/// How a folder of a bundle is provisioned; decided by its manifest
/// (docs/behaviour/provisioning.md#choosing-the-engine).
public enum ProvisioningMethod {
    /// Stacks of CloudFormation, run by the server.
    CLOUDFORMATION,
    /// Shell commands, run by the server.
    CODEBUILD,
    /// Terraform, run by the owner's automation after a pull request.
    TERRAFORM,
    /// Nothing is provisioned.
    NONE;

    /// The method that a manifest says.
    public static ProvisioningMethod of(Manifest manifest) {
        return switch (manifest) {
            case Manifest.CloudFormation _ -> CLOUDFORMATION;
            case Manifest.Terraform _ -> TERRAFORM;
            case Manifest.CodeBuild _ -> CODEBUILD;
        };
    }
}
