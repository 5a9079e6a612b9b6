package openproton.provision;

/// The ways in which infrastructure comes about.
public enum EngineKind {
    /// CloudFormation makes a stack.
    CLOUDFORMATION,
    /// Shell commands run on this machine.
    COMMAND,
    /// Terraform is run by this server.
    TERRAFORM,
    /// A pull request is made; the owner's automation runs Terraform and notifies.
    PULL_REQUEST
}
