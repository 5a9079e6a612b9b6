package openproton.provision.command;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import openproton.base.FileTree;
import openproton.provision.DeploymentLog;
import openproton.provision.Order;
import openproton.provision.Progress;

/// A data folder with real builds in it, a clock that a test sets, and engines that come and go.
final class CommandWorld {
    static final String TIDY_UP = "trap 'echo tidied up; exit 1' TERM";
    final Path data;
    final DeploymentLog log;
    CommandSettings settings;
    private Duration passed = Duration.ZERO;
    private final InstantSource clock = () -> Instant.EPOCH.plus(passed);
    private CommandEngine engine;

    CommandWorld(Path data, int buildsAtATime) {
        this.data = data;
        this.log = new DeploymentLog(data);
        var limits = new CommandSettings.Limits(Duration.ofMinutes(60), Duration.ofSeconds(30), 20_000, 1_000_000);
        settings = new CommandSettings(buildsAtATime, limits, CommandSettings.Sandbox.NONE, Optional.empty());
        engine = open(_ -> {});
    }

    CommandEngine engine() {
        return engine;
    }

    void restart() {
        engine = open(_ -> {});
    }

    void restart(CommandSettings with) {
        settings = with;
        restart();
    }

    /// Goes on with an engine that dies at a milestone.
    void restartDyingAt(String milestone) {
        engine = open(reached -> {
            if (reached.equals(milestone)) {
                throw new ServerDied();
            }
        });
    }

    CommandEngine open(Consumer<String> milestones) {
        return open(new BuildLauncher(System.getenv()), milestones);
    }

    CommandEngine open(BuildLauncher launch, Consumer<String> milestones) {
        return new CommandEngine(
                data, settings, new SecretFolder(data.resolve("secrets"), "000000000000"), clock, launch, milestones);
    }

    void use(CommandEngine other) {
        engine = other;
    }

    void pass(Duration time) {
        passed = passed.plus(time);
    }

    /// An order of commands, with everything a bundle would have.
    static Order order(String id, String... commands) {
        return order(id, buildspec("{}", commands), Map.of());
    }

    static Order order(String id, String buildspec, Map<String, String> environment) {
        var files = FileTree.EMPTY
                .with(".openproton/provision.buildspec.json", buildspec)
                .with(".openproton/deprovision.buildspec.json", buildspec("{}", "echo removed"))
                .with("proton-inputs.json", "{}")
                .with("proton-outputs.json", "sample")
                .with(
                        "scripts/hello",
                        new FileTree.Entry("#!/bin/sh\necho hello $1\n".getBytes(StandardCharsets.UTF_8), true));
        return new Order(
                id,
                Order.Action.PROVISION,
                new Order.Subject("arn:aws:proton:eu-west-1:000000000000:environment/prod", "AWSProton-prod", Map.of()),
                files,
                new Order.Means("000000000000", "eu-west-1", Optional.empty(), environment, Optional.empty()));
    }

    static String buildspec(String env, String... commands) {
        String list = Arrays.stream(commands)
                .map(command -> '"'
                        + command.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                        + '"')
                .collect(Collectors.joining(","));
        return """
            {"version": "0.2", "artifacts": {"files": ["x"]}, "env": %s,
             "phases": {"install": {"runtime-versions": {"nodejs": 16}}, "build": {"commands": [%s], "finally": [1]}}}
            """.formatted(env, list);
    }

    /// A command that waits until [#open(String)] is called with the same name.
    String gate(String name) {
        return "while [ ! -e '%s' ]; do sleep 0.05; done".formatted(data.resolve(name));
    }

    void open(String name) {
        write(data.resolve(name), "");
    }

    /// A command that leaves a line in a file outside of the build.
    String mark(String name) {
        return "echo x >>'%s'".formatted(data.resolve(name));
    }

    int marks(String name) {
        return lines(data.resolve(name)).size();
    }

    static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Progress end(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> engine.look(id), progress -> !(progress instanceof Progress.Running));
    }

    String why(String id) {
        return end(id) instanceof Progress.Broken(var why) ? why : "not broken: " + end(id);
    }

    String log(String id) {
        return log.read(id, 0, 1_000_000).text();
    }

    void awaitLog(String id, String text) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> log(id), printed -> printed.contains(text));
    }

    /// Ends every process that a test left, so that its folder can be deleted.
    void close() {
        restart();
        for (String id : Objects.requireNonNull(data.resolve("builds").toFile().list())) {
            engine.cancel(id);
            pass(settings.limits().grace());
            end(id);
            ProcessHandle.of(leader(id)).ifPresent(wrapper -> wrapper.onExit().join());
        }
    }

    /// The process that runs a build; 0 when the server refused it.
    long leader(String id) {
        String claim = String.join("", lines(build(id).resolve("pid")));
        return claim.matches("\\d+ .*") ? Long.parseLong(claim.substring(0, claim.indexOf(' '))) : 0;
    }

    Path build(String id) {
        return data.resolve("builds").resolve(id);
    }

    /// The end of the server in the middle of a method.
    static final class ServerDied extends Error {
        private static final long serialVersionUID = 1L;
    }
}
