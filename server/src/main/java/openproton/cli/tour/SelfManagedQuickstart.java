package openproton.cli.tour;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import openproton.base.Json;
import openproton.cli.follow.Follower;
import openproton.cli.follow.TargetStatus;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.CommandFailure;

/// Provisions an environment through a branch in a repository, and plays all roles: the developer who requests the
/// environment, the reviewer who merges, and the automation that runs Terraform and reports.
record SelfManagedQuickstart(
        ReviewedEnvironment environment,
        CommandContext context,
        LocalRepository repository,
        SimulatedAutomation automation) {
    private static final String METADATA = ".proton/deployment-metadata.json";

    /// Runs the whole cycle, or the rest of it.
    ///
    /// @throws CommandFailure when a step fails
    void run() {
        step("Registering the sample template and linking the repository " + repository.folder());
        environment.prepare(context);
        step("Requesting the environment '%s'".formatted(ReviewedEnvironment.NAME));
        if (environment.request()) {
            review();
            automate();
        } else {
            detail("The environment exists already");
        }
        step("Showing the outputs that the automation reported");
        Follower.ofDeployments(environment.client(), context).showOutputs(ReviewedEnvironment.TARGET);
    }

    private void review() {
        waitFor(() -> repository.openBranch().isPresent() || isMerged());
        Optional<String> branch = repository.openBranch();
        if (branch.isEmpty()) {
            detail("The branch is merged already");
            return;
        }
        step("Playing the reviewer: branch %s changes this".formatted(branch.get()));
        repository
                .difference(branch.get())
                .lines()
                .forEach(line -> context.terminal().say("    " + line));
        step("Playing the reviewer: merging the branch into %s".formatted(LocalRepository.MAIN));
        repository.merge(branch.get());
        detail("The environment is still %s: merging does not apply the files"
                .formatted(environment.requireStatus().status()));
    }

    /// Whether the merged files are those of the running deployment.
    private boolean isMerged() {
        String running =
                environment.requireStatus().deployments().stream().findFirst().orElse("");
        return deploymentId().equals(Optional.of(running));
    }

    private Optional<String> deploymentId() {
        return repository
                .files(ReviewedEnvironment.NAME)
                .text(METADATA)
                .flatMap(text -> Json.read(text) instanceof Map<?, ?> map
                        ? Optional.of(String.valueOf(map.get("deploymentId")))
                        : Optional.empty());
    }

    private void automate() {
        step("Playing the automation: applying the merged folder %s/ and reporting the outputs"
                .formatted(ReviewedEnvironment.NAME));
        Map<String, String> outputs = automation.apply(repository.files(ReviewedEnvironment.NAME));
        environment.reportSuccess(deploymentId(), outputs);
        var end = environment.requireStatus();
        detail("The environment is %s".formatted(context.terminal().status(end.status())));
    }

    /// Removes everything that [#run] created, through a branch again.
    ///
    /// @throws CommandFailure when a step fails
    void cleanUp() {
        environment.status().ifPresent(this::remove);
        environment.removePreparation(context);
    }

    private void remove(TargetStatus status) {
        if (status.isBusy()) {
            reject();
        }
        step("Deleting the environment '%s'".formatted(ReviewedEnvironment.NAME));
        environment.delete();
        waitFor(() ->
                repository.openBranch().isPresent() || environment.status().isEmpty());
        repository.openBranch().ifPresent(branch -> {
            step("Playing the reviewer: merging the removal, branch " + branch);
            repository.merge(branch);
            waitFor(() -> environment.status().isEmpty());
        });
        step("Playing the automation: destroying the infrastructure of the folder %s/"
                .formatted(ReviewedEnvironment.NAME));
        automation.destroy();
        detail("The environment was deleted");
    }

    /// Reports a deployment as failed that was not reviewed or not reported yet.
    private void reject() {
        environment.reportFailure("The quickstart was cleaned up before the deployment was reported.");
        repository.openBranch().ifPresent(repository::delete);
    }

    /// @throws CommandFailure when the deployment fails meanwhile
    private void waitFor(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            environment.status().filter(TargetStatus::isFailed).ifPresent(status -> {
                throw CommandFailure.failed("%s is %s: %s"
                        .formatted(
                                ReviewedEnvironment.TARGET.title(),
                                status.status(),
                                status.message().orElse("")));
            });
            context.pause();
        }
    }

    private void step(String text) {
        context.terminal().step(text);
    }

    private void detail(String text) {
        context.terminal().detail(text);
    }
}
