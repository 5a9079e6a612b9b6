package openproton.provision;

/// The engines.
public enum EngineKind {
    /// CloudFormation creates a stack.
    CLOUDFORMATION,
    /// The server runs shell commands.
    COMMAND,
    /// The server runs Terraform.
    TERRAFORM,
    /// OpenProton opens a pull request; the owner's automation runs Terraform and sends a notification.
    PULL_REQUEST
}
