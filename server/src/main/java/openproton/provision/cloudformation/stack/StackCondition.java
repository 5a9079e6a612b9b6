package openproton.provision.cloudformation.stack;

import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// What the status of a stack means for an order.
public enum StackCondition {
    /// There is no stack, or there is none any more.
    ABSENT,
    /// Only a change set was made for it.
    IN_REVIEW,
    /// Something goes on; it ends by itself.
    BUSY,
    /// It came to rest as it was wanted.
    COMPLETE,
    /// It came to rest as it was before; the next update can go on from there.
    ROLLED_BACK,
    /// It came to rest halfway; the next update can go on from there.
    INCOMPLETE,
    /// Its first creation failed: it can only be removed.
    NEVER_CREATED,
    /// Its rollback failed: it must be continued.
    ROLLBACK_STUCK,
    /// Its removal failed: it can only be removed.
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

    /// A status that came up after this was written.
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
