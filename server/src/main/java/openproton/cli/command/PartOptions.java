package openproton.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import openproton.cli.follow.DeploymentTarget;
import openproton.cli.follow.PartStatus;
import openproton.cli.terminal.CommandFailure;
import picocli.CommandLine.Option;

/// The options that choose one part of a service; only one of them can be given.
public final class PartOptions {
    @Option(names = "--instance", paramLabel = "NAME", description = "Only this instance of the service.")
    private Optional<String> instance = Optional.empty();

    @Option(names = "--pipeline", description = "Only the pipeline of the service.")
    private boolean pipeline;

    /// The label of the chosen part; empty for all parts.
    public Optional<String> label() {
        return pipeline ? Optional.of(PartStatus.PIPELINE) : instance.map(PartStatus::instance);
    }

    /// The chosen part, or all parts.
    ///
    /// @throws CommandFailure with the labels of the target's parts when the chosen one is not among them
    public <T> List<T> choose(DeploymentTarget target, List<T> parts, Function<T, String> labelOf) {
        Optional<String> wanted = label();
        if (wanted.isEmpty()) {
            return parts;
        }
        List<T> chosen = parts.stream()
                .filter(part -> labelOf.apply(part).equals(wanted.get()))
                .toList();
        if (chosen.isEmpty()) {
            throw CommandFailure.failed("%s has no %s; it has %s"
                    .formatted(
                            target.title(),
                            wanted.get(),
                            parts.stream().map(labelOf).collect(Collectors.joining(", "))));
        }
        return chosen;
    }
}
