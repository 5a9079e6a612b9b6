package openproton.change;

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

    /// What a waiting deployment waits for.
    ///
    /// @param on who ends the wait
    /// @param words for people
    record Reason(WaitsOn on, String words) {}

    /// Who ends the wait of a deployment.
    enum WaitsOn {
        /// The workflow of its service, when the other parts are where they should be. Nothing has run yet.
        SERVICE,
        /// Its engine, when what it needs has happened in the world, such as the merge of a pull request.
        ENGINE
    }

    /// A phase that is not the last one.
    sealed interface Busy extends Phase {

        /// What was reported last.
        Optional<String> news();

        @Override
        default Optional<String> why() {
            return news();
        }

        /// The same phase after something was reported.
        Busy report(Optional<String> words);

        /// The infrastructure could not be brought where it should be.
        Settled fail(String why);
    }

    /// A phase that ends when something happens elsewhere.
    sealed interface Waiting extends Busy {

        /// What it waits for.
        Reason reason();

        /// What was reported last, or else what it waits for.
        @Override
        default Optional<String> why() {
            return news().or(() -> Optional.of(reason().words()));
        }

        /// It need not wait any more.
        Busy proceed();
    }

    /// A phase that nothing leaves: the next attempt is another deployment.
    sealed interface Settled extends Phase {}

    /// Infrastructure shall be created or updated, but not yet.
    record UpdateWaiting(Reason reason, Optional<String> news) implements Waiting {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.IN_PROGRESS;
        }

        @Override
        public UpdateWaiting report(Optional<String> words) {
            return new UpdateWaiting(reason, words);
        }

        @Override
        public InProgress proceed() {
            return new InProgress(news);
        }

        @Override
        public Failed fail(String why) {
            return new Failed(why);
        }

        Cancelling cancel() {
            return new Cancelling(Optional.empty());
        }
    }

    /// Infrastructure is being created or updated.
    record InProgress(Optional<String> news) implements Busy {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.IN_PROGRESS;
        }

        @Override
        public InProgress report(Optional<String> words) {
            return new InProgress(words);
        }

        UpdateWaiting await(Reason reason) {
            return new UpdateWaiting(reason, news);
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

        /// The pull request was turned down, so nothing was changed.
        Cancelled reject() {
            return new Cancelled("The pull request was closed without being merged.");
        }
    }

    /// A person asked to stop; how it ends is not known yet.
    record Cancelling(Optional<String> news) implements Busy {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.CANCELLING;
        }

        @Override
        public Cancelling report(Optional<String> words) {
            return new Cancelling(words);
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

    /// Infrastructure shall be removed, but not yet.
    record DeleteWaiting(Reason reason, Optional<String> news) implements Waiting {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.DELETE_IN_PROGRESS;
        }

        @Override
        public DeleteWaiting report(Optional<String> words) {
            return new DeleteWaiting(reason, words);
        }

        @Override
        public DeleteInProgress proceed() {
            return new DeleteInProgress(news);
        }

        @Override
        public DeleteFailed fail(String why) {
            return new DeleteFailed(why);
        }
    }

    /// Infrastructure is being removed.
    record DeleteInProgress(Optional<String> news) implements Busy {
        @Override
        public DeploymentStatus status() {
            return DeploymentStatus.DELETE_IN_PROGRESS;
        }

        @Override
        public DeleteInProgress report(Optional<String> words) {
            return new DeleteInProgress(words);
        }

        DeleteWaiting await(Reason reason) {
            return new DeleteWaiting(reason, news);
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
    /// @param reason what it waits for; empty when it does not wait
    static Phase of(DeploymentStatus status, Optional<String> why, Optional<Reason> reason) {
        String words = why.orElse("");
        return switch (status) {
            case IN_PROGRESS ->
                reason.<Phase>map(one -> new UpdateWaiting(one, why)).orElseGet(() -> new InProgress(why));
            case CANCELLING -> new Cancelling(why);
            case DELETE_IN_PROGRESS ->
                reason.<Phase>map(one -> new DeleteWaiting(one, why)).orElseGet(() -> new DeleteInProgress(why));
            case SUCCEEDED -> new Succeeded(why);
            case FAILED -> new Failed(words);
            case CANCELLED -> new Cancelled(words);
            case DELETE_COMPLETE -> new DeleteComplete();
            case DELETE_FAILED -> new DeleteFailed(words);
        };
    }
}
