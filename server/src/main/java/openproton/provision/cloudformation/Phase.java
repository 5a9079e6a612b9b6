package openproton.provision.cloudformation;

/// How far an order came. Each phase may be entered again after a crash: its calls carry a token or a name made from
/// the
/// deployment id, so that AWS carries them out once.
///
/// | phase | goes on to |
/// | --- | --- |
/// | `Survey` | `Clearing`, `Recovering`, `Proposing` or `Submitting`, `Removing`, or the end when there is nothing to
/// do |
/// | `Clearing`, `Recovering` | `Survey` |
/// | `Proposing` | `Executing`, or the end when nothing changes |
/// | `Executing` | `Following`; `Survey` when somebody else was faster |
/// | `Submitting` | `Following`; `Survey` when somebody else was faster; or the end when nothing changes |
/// | `Following` | the end; `Removing` when a first creation is cancelled |
/// | `Removing` | the end |
sealed interface Phase {

    /// The stack is considered; nothing was done to it.
    record Survey() implements Phase {}

    /// A stack that never came to life is removed, so that it can be created anew.
    ///
    /// @param stack its ARN, here and below
    record Clearing(String stack) implements Phase {}

    /// A rollback that failed is continued.
    record Recovering(String stack) implements Phase {}

    /// CloudFormation works a change set out.
    ///
    /// @param creating whether there was no stack, here and below
    record Proposing(boolean creating) implements Phase {}

    /// The change set is ready; whether it was executed is asked of AWS.
    record Executing(String stack, boolean creating) implements Phase {}

    /// The stack is created or updated without a change set.
    record Submitting(boolean creating) implements Phase {}

    /// The stack is on its way.
    record Following(String stack, boolean creating) implements Phase {}

    /// The stack is removed.
    ///
    /// @param undoing whether that is so because its first creation was cancelled
    record Removing(String stack, boolean undoing) implements Phase {}
}
