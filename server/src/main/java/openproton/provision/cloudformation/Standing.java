package openproton.provision.cloudformation;

import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// What the status of a stack means for an order.
enum Standing {
    /// There is no stack, or there is none any more.
    GONE,
    /// Only a change set was made for it.
    REVIEWED,
    /// Something goes on; it ends by itself.
    BUSY,
    /// It came to rest as it was wanted.
    GOOD,
    /// It came to rest as it was before; the next update can go on from there.
    ROLLED_BACK,
    /// It came to rest halfway; the next update can go on from there.
    HALFWAY,
    /// Its first creation failed: it can only be removed.
    STILLBORN,
    /// Its rollback failed: it must be continued.
    STUCK,
    /// Its removal failed: it can only be removed.
    UNDELETED;

    static Standing of(Optional<Stack> stack) {
        return stack.map(found -> of(found.stackStatus(), found.stackStatusAsString()))
                .orElse(GONE);
    }

    private static Standing of(StackStatus status, String name) {
        return switch (status) {
            case DELETE_COMPLETE -> GONE;
            case REVIEW_IN_PROGRESS -> REVIEWED;
            case CREATE_COMPLETE, UPDATE_COMPLETE, IMPORT_COMPLETE -> GOOD;
            case UPDATE_ROLLBACK_COMPLETE, IMPORT_ROLLBACK_COMPLETE -> ROLLED_BACK;
            case UPDATE_FAILED -> HALFWAY;
            case CREATE_FAILED, ROLLBACK_COMPLETE, ROLLBACK_FAILED -> STILLBORN;
            case UPDATE_ROLLBACK_FAILED, IMPORT_ROLLBACK_FAILED -> STUCK;
            case DELETE_FAILED -> UNDELETED;
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
    private static Standing unknown(String name) {
        if (name.endsWith("_ROLLBACK_COMPLETE")) {
            return ROLLED_BACK;
        }
        if (name.endsWith("_COMPLETE")) {
            return GOOD;
        }
        return name.endsWith("_FAILED") ? HALFWAY : BUSY;
    }
}
