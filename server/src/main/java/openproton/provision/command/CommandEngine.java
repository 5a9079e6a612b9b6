package openproton.provision.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import openproton.provision.DeploymentLog;
import openproton.provision.Disk;
import openproton.provision.Engine;
import openproton.provision.Order;
import openproton.provision.Progress;

/// Runs the commands of CodeBuild bundles in detached processes on this machine; an engine that is opened later on
/// the same folder finds them again.
///
/// **No build runs twice.** A crash of the server, after
/// - *preparing* leaves a folder `.new-…` that never runs; the next start writes it anew;
/// - *accepting* (the folder gets its name in one step) leaves a build without a claim: the next pump launches it;
/// - *launching*, before the wrapper has claimed the run by linking the name `pid`: the next pump launches a second
///   wrapper; the one that links first runs, the other one exits;
/// - *the claim*: the build goes on without the server. The claim names its processes, by number and start, for the
///   next server.
///
/// A crash of the machine between launch and claim may lose a claim that never reached the disk. Then it is unknown
/// whether commands ran; the build fails with a message and does not run again. The server cancels a waiting build by
/// claiming it, so that no wrapper can run it any more.
///
/// [#pump()] ends builds (limits, cancellation) and starts waiting ones. Every other method calls it, too.
public final class CommandEngine implements Engine {
    private static final Duration PAUSE_MIN = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    private static final String LOST_LAUNCH =
            "The machine was restarted just when this build was launched, so it is unknown whether commands were"
                    + " run. It was not run again; deploying again is safe when the commands are idempotent.";

    private final Path builds;
    private final CommandSettings settings;
    private final BuildPreparation preparation;
    private final BuildLauncher launch;
    private final InstantSource clock;
    private final BuildLimitCheck watch;
    private final Consumer<String> milestones;
    private final List<Build> open = new ArrayList<>();
    private final Map<Build, Process> launching = new HashMap<>();

    /// Opens the builds of a data folder, including those of an earlier server. Starts nothing before [#pump()].
    ///
    /// @param data holds the folder `builds`
    public CommandEngine(Path data, CommandSettings settings, SecretSource secrets, InstantSource clock) {
        this(data, settings, secrets, clock, new BuildLauncher(System.getenv()), _ -> {});
    }

    /// For tests, which can stop a start at its milestones: prepared, accepted, marked, launched.
    CommandEngine(
            Path data,
            CommandSettings settings,
            SecretSource secrets,
            InstantSource clock,
            BuildLauncher launch,
            Consumer<String> milestones) {
        Path folder = data.toAbsolutePath().normalize();
        this.builds = folder.resolve("builds");
        this.settings = settings;
        this.preparation = new BuildPreparation(folder, settings, secrets, launch.path());
        this.launch = launch;
        this.clock = clock;
        this.watch = new BuildLimitCheck(settings.limits(), clock);
        this.milestones = milestones;
        Disk.makeFolder(builds);
        reopen();
    }

    @Override
    public synchronized void start(Order order) {
        var build = Build.named(builds, order.deploymentId())
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' cannot name a build: expected letters, digits, '.', '_' and '-'"
                                .formatted(order.deploymentId())));
        if (!build.exists()) {
            accept(order, build);
        }
        pump();
    }

    @Override
    public synchronized Progress look(String deploymentId) {
        pump();
        return known(deploymentId)
                .map(build -> new BuildResult(build, new DeploymentLog(preparation.data())).progress())
                .orElseGet(() ->
                        new Progress.Broken("No build of deployment %s was started here.".formatted(deploymentId)));
    }

    /// Rarely for a build that runs long: a twentieth of its age, from half a second to five.
    @Override
    public synchronized Duration lookAgainIn(String deploymentId) {
        Duration age = known(deploymentId)
                .filter(build -> build.stop().isEmpty())
                .map(build ->
                        Duration.between(build.preparedAt(), clock.instant()).dividedBy(20))
                .orElse(PAUSE_MIN);
        return age.compareTo(PAUSE_MIN) < 0 ? PAUSE_MIN : age.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : age;
    }

    @Override
    public synchronized void cancel(String deploymentId) {
        known(deploymentId)
                .filter(build -> !build.isOver() && build.stop().isEmpty())
                .ifPresent(build -> stop(build, "", "cancelled"));
        pump();
    }

    /// The content of `proton-outputs.json` after a successful build, at most 1 MB.
    @Override
    public synchronized Optional<String> outputsFile(String deploymentId) {
        return known(deploymentId).flatMap(Build::outputs);
    }

    /// The content of a file that a finished build left in the folder `.openproton/kept` of its work folder.
    public synchronized Optional<String> keptFile(String deploymentId, String name) {
        return known(deploymentId)
                .map(build -> build.kept(name))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .flatMap(Disk::read);
    }

    /// Replaces the content of such a file.
    public synchronized void replaceKept(String deploymentId, String name, String text) {
        known(deploymentId).ifPresent(build -> Disk.replace(build.kept(name), text));
    }

    /// Ends builds over their limits, starts waiting ones, and cleans up. Must be called every few seconds.
    public synchronized void pump() {
        open.removeIf(build -> !build.exists());
        List.copyOf(open).forEach(this::tend);
        long free =
                settings.buildsAtATime() - open.stream().filter(this::isBusy).count();
        open.stream().filter(this::isNext).limit(Math.max(free, 0)).toList().forEach(this::launch);
    }

    private Optional<Build> known(String deploymentId) {
        return Build.named(builds, deploymentId).filter(Build::exists);
    }

    private void reopen() {
        try (var folders = Files.list(builds)) {
            var all = folders.map(Build::new).toList();
            all.stream().filter(Build::isLeftover).forEach(build -> Disk.delete(build.folder()));
            all.stream()
                    .filter(build -> Build.named(builds, build.id()).isPresent() && build.exists())
                    .filter(build -> !build.isOver() || Files.exists(build.work()))
                    .sorted(Comparator.comparingLong(CommandEngine::ticket))
                    .forEach(open::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Order order, Build build) {
        Path fresh = builds.resolve(".new-" + order.deploymentId());
        preparation.write(order, build, fresh);
        long last = open.isEmpty() ? 0 : ticket(open.getLast());
        Disk.write(fresh.resolve("ticket"), Long.toString(last + 1));
        milestones.accept("prepared");
        Disk.move(fresh, build.folder());
        open.add(build);
        milestones.accept("accepted");
    }

    private static long ticket(Build build) {
        return Long.parseLong(build.read("ticket").orElse("0").strip());
    }

    private boolean isBusy(Build build) {
        return launching.containsKey(build) || build.state() instanceof Build.State.Running;
    }

    private boolean isNext(Build build) {
        return !launching.containsKey(build) && build.state() instanceof Build.State.Waiting;
    }

    private void tend(Build build) {
        switch (build.state()) {
            case Build.State.Waiting() -> tendWaiting(build);
            case Build.State.Running(var processes) -> tendRunning(build, processes);
            case Build.State.Vanished(var processes) -> {
                processes.endOrphans();
                close(build);
            }
            case Build.State.Exited _, Build.State.NeverRun _ -> close(build);
        }
    }

    private void close(Build build) {
        launching.remove(build);
        if (build.tidy()) {
            open.remove(build);
            watch.forget(build);
        }
    }

    /// Fails a build whose wrapper ended without a claim, or whose launch is doubtful after a restart of the machine.
    private void tendWaiting(Build build) {
        var wrapper = launching.get(build);
        if (build.stop().isPresent()) {
            giveUp(build, "");
        } else if (wrapper != null && !wrapper.isAlive()) {
            giveUp(
                    build,
                    "The build could not be launched: "
                            + build.read("starter").orElse("").strip());
        } else if (wrapper == null && wasLaunchedInAnotherBoot(build)) {
            giveUp(build, LOST_LAUNCH);
        }
    }

    private void giveUp(Build build, String why) {
        if (build.refuse(why)) {
            close(build);
        }
    }

    private static boolean wasLaunchedInAnotherBoot(Build build) {
        return build.read("launched")
                .filter(mark -> !mark.strip().endsWith(" " + ProcessGroup.boot()))
                .isPresent();
    }

    private void tendRunning(Build build, ProcessGroup processes) {
        launching.remove(build);
        if (build.stop().isEmpty()) {
            watch.excess(build).ifPresent(why -> stop(build, why, why));
        }
        build.stop().ifPresent(stop -> {
            if (!Files.exists(build.file("terminated"))) {
                processes.signal(build.stopping(settings.limits().grace()).signal());
                Disk.replace(build.file("terminated"), "");
            }
            if (!clock.instant().isBefore(stop.until())) {
                processes.signal("KILL");
            }
        });
    }

    private void stop(Build build, String why, String line) {
        var grace = build.stopping(settings.limits().grace()).grace();
        build.askToStop(new Build.Stop(clock.instant().plus(grace), why));
        Disk.append(build.file("log"), "[OpenProton] " + line);
    }

    private void launch(Build build) {
        Disk.replace(build.file("launched"), clock.millis() + " " + ProcessGroup.boot());
        milestones.accept("marked");
        try {
            launching.put(build, launch.start(build, settings.limits().logBytes()));
        } catch (IOException | BuildRefusal e) {
            giveUp(build, "The build could not be launched: " + e.getMessage());
        }
        milestones.accept("launched");
    }
}
