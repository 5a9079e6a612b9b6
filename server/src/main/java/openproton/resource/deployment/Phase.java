package openproton.resource.deployment;

import java.util.Optional;
import openproton.api.DeploymentStatus;

/// Where a deployment stands, and which moves are legal from there (docs/behaviour/deployments.md#statuses).
public sealed interface Phase {

    /// The status as the API names it.
    DeploymentStatus status();

    /// Why it ended as it did, or what it left out though it succeeded; while busy what was reported last, or what
    /// it waits for.
    default Optional<String> why() {
        return Optional.empty();
    }

    /// A phase that a workflow is working to end.
    sealed interface Busy extends Phase {

        /// What was reported last, or what it waits for.
        Optional<String> news();

        @Override
        default Optional<String> why() {
            return news();
        }

        /// The infrastructure could not be brought where it should be.
        Settled fail(String why);
    }

    /// A phase that nothing leaves: the next attempt is another deployment.
    sealed interface Settled extends Phase {}

    /// Infrastructure is being created or updated.
    record InProgress(Optional<String> news) implements Busy {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.IN_PROGRESS;
        }

        /// @param warning what was left out
        Succeeded succeed(Optional<String> warning) {
            return new Succeeded(warning);
        }

        @Override
        public Failed fail(String why) {
            return new Failed(why);
        }

        Cancelling cancel() {
            return new Cancelling(Optional.empty());
        }

        /// The proposal was turned down, so nothing was changed.
        Cancelled reject() {
            return new Cancelled("The pull request was closed without being merged.");
        }
    }

    /// Somebody asked to stop; how it ends is not known yet.
    record Cancelling(Optional<String> news) implements Busy {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.CANCELLING;
        }

        Cancelled cancelled() {
            return new Cancelled("User initiated cancellation.");
        }

        /// The update was over before the cancellation reached it.
        ///
        /// @param warning what was left out
        Succeeded succeed(Optional<String> warning) {
            return new Succeeded(warning);
        }

        @Override
        public Failed fail(String why) {
            return new Failed(why);
        }
    }

    /// Infrastructure is being removed.
    record DeleteInProgress(Optional<String> news) implements Busy {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.DELETE_IN_PROGRESS;
        }

        DeleteComplete complete() {
            return new DeleteComplete();
        }

        @Override
        public DeleteFailed fail(String why) {
            return new DeleteFailed(why);
        }
    }

    /// The infrastructure is what was wanted.
    ///
    /// @param warning what of the spec was left out, for the person who wrote it
    record Succeeded(Optional<String> warning) implements Settled {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.SUCCEEDED;
        }

        @Override
        public Optional<String> why() {
            return warning;
        }
    }

    /// The infrastructure could not be brought where it should be.
    ///
    /// @param reason for the person who asked
    record Failed(String reason) implements Settled {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.FAILED;
        }

        @Override
        public Optional<String> why() {
            return Optional.of(reason);
        }
    }

    /// It was stopped on request, or its pull request was turned down.
    ///
    /// @param reason who stopped it
    record Cancelled(String reason) implements Settled {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.CANCELLED;
        }

        @Override
        public Optional<String> why() {
            return Optional.of(reason);
        }
    }

    /// The infrastructure is gone.
    record DeleteComplete() implements Settled {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.DELETE_COMPLETE;
        }
    }

    /// The infrastructure could not be removed.
    ///
    /// @param reason for the person who asked
    record DeleteFailed(String reason) implements Settled {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.DELETE_FAILED;
        }

        @Override
        public Optional<String> why() {
            return Optional.of(reason);
        }
    }

    /// The phase that a row holds.
    ///
    /// @param why the row's message, used where the phase has one
    static Phase of(DeploymentStatus status, Optional<String> why) {
        String reason = why.orElse("");
        return switch (status) {
            case IN_PROGRESS -> new InProgress(why);
            case CANCELLING -> new Cancelling(why);
            case DELETE_IN_PROGRESS -> new DeleteInProgress(why);
            case SUCCEEDED -> new Succeeded(why);
            case FAILED -> new Failed(reason);
            case CANCELLED -> new Cancelled(reason);
            case DELETE_COMPLETE -> new DeleteComplete();
            case DELETE_FAILED -> new DeleteFailed(reason);
        };
    }
}
