package openproton.cli.follow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openproton.api.Output;
import openproton.cli.terminal.CommandContext;
import openproton.cli.terminal.ExitCode;
import openproton.cli.terminal.Table;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.ServerException;

/// Shows the progress of a target's deployments until all of them have ended.
///
/// @param subject how messages name what is in progress: `The deployment` or `The deletion`
public record Follower(ServerClient client, CommandContext context, String subject) {

    /// How it ended.
    public enum End {
        SUCCEEDED,
        FAILED,
        /// The target does not exist any more.
        GONE
    }

    /// Follows deployments.
    public static Follower ofDeployments(ServerClient client, CommandContext context) {
        return new Follower(client, context, "The deployment");
    }

    /// Follows until nothing is in progress.
    ///
    /// @param old ids of deployments whose logs are not shown
    public End follow(DeploymentTarget target, Set<String> old) {
        var notice = InterruptNotice.of(
                context.terminal(),
                "%s of %s continues. Follow it with: %s".formatted(subject, target.title(), target.logsCommand()));
        try (notice) {
            return new Display(target, old).run();
        }
    }

    /// Follows to the end and then shows the outputs.
    ///
    /// @return the exit status of the command
    public int followToOutputs(DeploymentTarget target, Set<String> old) {
        if (follow(target, old) != End.SUCCEEDED) {
            return ExitCode.FAILED.status();
        }
        showOutputs(target);
        return ExitCode.OK.status();
    }

    /// Shows the outputs of all parts.
    public void showOutputs(DeploymentTarget target) {
        var table = new Table(context.terminal(), "OUTPUT OF", "KEY", "VALUE");
        target.outputs(client).forEach((label, outputs) -> {
            for (Output output : outputs) {
                table.row(label, output.key().orElse(""), output.valueString().orElse(""));
            }
        });
        table.print();
    }

    /// Remembers what was shown already.
    private final class Display {
        private final DeploymentTarget target;
        private final Set<String> old;
        private final Map<String, LogTail> logs = new LinkedHashMap<>();
        private final Map<String, String> shown = new LinkedHashMap<>();

        private Display(DeploymentTarget target, Set<String> old) {
            this.target = target;
            this.old = old;
        }

        private End run() {
            while (true) {
                Optional<TargetStatus> status = target.status(client);
                if (status.isEmpty()) {
                    logs.values().removeIf(Display::pullIfThere);
                    return End.GONE;
                }
                show(status.get());
                if (!status.get().isBusy()) {
                    return end(status.get());
                }
                context.pause();
            }
        }

        private void show(TargetStatus status) {
            for (PartStatus part : status.parts()) {
                part.deploymentId()
                        .filter(id -> !old.contains(id))
                        .ifPresent(id -> logs.computeIfAbsent(
                                id, _ -> new LogTail(client, context.terminal(), part.label(), id)));
            }
            logs.values().forEach(LogTail::pull);
            status.parts().forEach(part -> showChange(part.label(), part.status()));
            showRemoved(status);
            if (hasStatusOfItsOwn(status)) {
                showChange(target.label(), status.status());
            }
        }

        private boolean hasStatusOfItsOwn(TargetStatus status) {
            return switch (target) {
                case ServiceTarget service -> service.only().isEmpty();
                case EnvironmentTarget _, ComponentTarget _ -> status.parts().size() != 1;
            };
        }

        /// Shows the instances that were there before and are not any more.
        private void showRemoved(TargetStatus status) {
            Set<String> labels = status.parts().stream().map(PartStatus::label).collect(Collectors.toSet());
            List<String> removed = shown.keySet().stream()
                    .filter(label -> label.startsWith("instance ") && !labels.contains(label))
                    .toList();
            removed.forEach(label -> {
                shown.remove(label);
                context.terminal().note("%-16s : removed".formatted(label));
            });
        }

        private void showChange(String label, String status) {
            if (!status.equals(shown.put(label, status))) {
                context.terminal()
                        .note("%-16s : %s".formatted(label, context.terminal().status(status)));
            }
        }

        private static boolean pullIfThere(LogTail log) {
            try {
                return log.pull();
            } catch (ServerException gone) {
                return true;
            }
        }

        private End end(TargetStatus status) {
            logs.values().forEach(LogTail::pull);
            explain(status);
            return status.isFailed() ? End.FAILED : End.SUCCEEDED;
        }

        /// Says why deployments failed, or what successful deployments left out.
        private void explain(TargetStatus status) {
            status.message().ifPresent(text -> context.terminal().note("%s: %s".formatted(target.title(), text)));
            status.messages(part -> status.isFailed() == part.isFailed())
                    .forEach(text -> context.terminal().note(text));
        }
    }
}
