package openproton.provision.cloudformation.stack;

import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// What the status of a stack means for an order.
public enum StackCondition {
    /// There is no such stack.
    ABSENT,
    /// The stack has only a change set that was never executed.
    IN_REVIEW,
    /// An operation is running.
    BUSY,
    /// The last operation succeeded.
    COMPLETE,
    /// The last update was rolled back; the stack can be updated again.
    ROLLED_BACK,
    /// The last update failed without a rollback; the stack can be updated again.
    INCOMPLETE,
    /// The creation failed: the stack can only be deleted.
    NEVER_CREATED,
    /// A rollback failed: it must be continued.
    ROLLBACK_STUCK,
    /// The deletion failed: the stack can only be deleted.
    NOT_DELETED;

    public static StackCondition of(Optional<Stack> stack) {
        return stack.map(found -> of(found.stackStatus(), found.stackStatusAsString()))
                .orElse(ABSENT);
    }

    private static StackCondition of(StackStatus status, String name) {
        return switch (status) {
            case DELETE_COMPLETE -> ABSENT;
            case REVIEW_IN_PROGRESS -> IN_REVIEW;
            case CREATE_COMPLETE, UPDATE_COMPLETE, IMPORT_COMPLETE -> COMPLETE;
            case UPDATE_ROLLBACK_COMPLETE, IMPORT_ROLLBACK_COMPLETE -> ROLLED_BACK;
            case UPDATE_FAILED -> INCOMPLETE;
            case CREATE_FAILED, ROLLBACK_COMPLETE, ROLLBACK_FAILED -> NEVER_CREATED;
            case UPDATE_ROLLBACK_FAILED, IMPORT_ROLLBACK_FAILED -> ROLLBACK_STUCK;
            case DELETE_FAILED -> NOT_DELETED;
            case CREATE_IN_PROGRESS,
                    ROLLBACK_IN_PROGRESS,
                    DELETE_IN_PROGRESS,
                    UPDATE_IN_PROGRESS,
                    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
                    UPDATE_ROLLBACK_IN_PROGRESS,
                    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
                    IMPORT_IN_PROGRESS,
                    IMPORT_ROLLBACK_IN_PROGRESS -> BUSY;
            case UNKNOWN_TO_SDK_VERSION -> unknown(name);
        };
    }

    /// A status that this version of the SDK does not know.
    private static StackCondition unknown(String name) {
        if (name.endsWith("_ROLLBACK_COMPLETE")) {
            return ROLLED_BACK;
        }
        if (name.endsWith("_COMPLETE")) {
            return COMPLETE;
        }
        return name.endsWith("_FAILED") ? INCOMPLETE : BUSY;
    }
}
