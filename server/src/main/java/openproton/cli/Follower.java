package openproton.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openproton.api.Output;

/// Shows what the deployments of an environment or a service do until all of them have ended.
///
/// @param words how messages call what is going on, such as `The deployment`
record Follower(ApiClient client, Outside outside, String words) {

    /// How it ended.
    enum End {
        SUCCEEDED,
        FAILED,
        /// What was followed is not there any more.
        GONE
    }

    /// Follows until nothing is going on any more.
    ///
    /// @param old deployments that are not to be shown
    End follow(Followed followed, Set<String> old) {
        var interrupted = Interruption.saying(
                outside.terminal(),
                "%s of %s goes on. Follow it with: %s".formatted(words, followed.words(), followed.logsCommand()));
        try (interrupted) {
            return new Watch(followed, old).run();
        }
    }

    /// Shows the outputs of everything in it.
    void showOutputs(Followed followed) {
        var table = new Table(outside.terminal(), "OUTPUT OF", "KEY", "VALUE");
        followed.outputs(client).forEach((label, outputs) -> {
            for (Output output : outputs) {
                table.row(label, output.key().orElse(""), output.valueString().orElse(""));
            }
        });
        table.print();
    }

    /// What has been shown so far.
    private final class Watch {
        private final Followed followed;
        private final Set<String> old;
        private final Map<String, LogTail> logs = new LinkedHashMap<>();
        private final Map<String, String> shown = new LinkedHashMap<>();

        private Watch(Followed followed, Set<String> old) {
            this.followed = followed;
            this.old = old;
        }

        private End run() {
            while (true) {
                Optional<Followed.Look> look = followed.look(client);
                if (look.isEmpty()) {
                    logs.values().removeIf(Watch::pullIfThere);
                    return End.GONE;
                }
                show(look.get());
                if (!look.get().isBusy()) {
                    return end(look.get());
                }
                outside.pause();
            }
        }

        private void show(Followed.Look look) {
            for (Standing part : look.parts()) {
                part.deploymentId()
                        .filter(id -> !old.contains(id))
                        .ifPresent(id -> logs.computeIfAbsent(
                                id, _ -> new LogTail(client, outside.terminal(), part.label(), id)));
            }
            logs.values().forEach(LogTail::pull);
            look.parts().forEach(part -> showChange(part.label(), part.status()));
            showGone(look);
            if (showsWhole(look)) {
                showChange(followed.kind() + " " + followed.name(), look.whole());
            }
        }

        private boolean showsWhole(Followed.Look look) {
            return switch (followed) {
                case Followed.OfService service -> service.only().isEmpty();
                case Followed.OfEnvironment _, FollowedComponent _ ->
                    look.parts().size() != 1;
            };
        }

        /// A part that was there and is not there any more was removed.
        private void showGone(Followed.Look look) {
            Set<String> there = look.parts().stream().map(Standing::label).collect(Collectors.toSet());
            List<String> gone = shown.keySet().stream()
                    .filter(label -> label.startsWith("instance ") && !there.contains(label))
                    .toList();
            gone.forEach(label -> {
                shown.remove(label);
                outside.terminal().note("%-16s : gone".formatted(label));
            });
        }

        private void showChange(String label, String status) {
            if (!status.equals(shown.put(label, status))) {
                outside.terminal()
                        .note("%-16s : %s".formatted(label, outside.terminal().status(status)));
            }
        }

        private static boolean pullIfThere(LogTail log) {
            try {
                return log.pull();
            } catch (ApiFailure gone) {
                return true;
            }
        }

        private End end(Followed.Look look) {
            logs.values().forEach(LogTail::pull);
            tell(look);
            return look.isFailed() ? End.FAILED : End.SUCCEEDED;
        }

        /// Why it failed, or what a deployment that succeeded left out.
        private void tell(Followed.Look look) {
            look.message().ifPresent(why -> outside.terminal().note("%s: %s".formatted(followed.words(), why)));
            look.parts().stream()
                    .filter(part -> look.isFailed() == part.isFailed())
                    .forEach(part -> look.messageOf(part).ifPresent(outside.terminal()::note));
        }
    }
}
