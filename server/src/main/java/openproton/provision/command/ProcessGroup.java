package openproton.provision.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The processes of one build, identified by their leader. A process id alone is not enough, because the system uses
/// it again.
///
/// @param leader process id and group id
/// @param started the start of the leader in ticks and its boot, which tell it from other processes with the same id;
/// `-` where the system has no `/proc`
/// @param claimedAt the time of the claim
record ProcessGroup(long leader, String started, Instant claimedAt) {
    private static final Path PROC = Path.of("/proc");
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);
    private static final int STATE_FIELD = 0;
    private static final int START_FIELD = 19;

    /// Reads the claim that `run.sh` writes: number and start, with a space between.
    static ProcessGroup read(String claim, Instant claimedAt) {
        String[] words = claim.strip().split(" ", 2);
        return new ProcessGroup(Long.parseLong(words[0]), words.length > 1 ? words[1] : "-", claimedAt);
    }

    /// The id of this boot of the machine; `-` where the system has none.
    static String boot() {
        return line(PROC.resolve("sys/kernel/random/boot_id")).orElse("-");
    }

    boolean isAlive() {
        return started.equals("-") ? livesByClock() : isStillThere() && !isZombie();
    }

    /// Sends a signal to every process of the group, such as `TERM`; an empty group is no error.
    void signal(String name) {
        String line = "kill -s %s -- -%d".formatted(name, leader);
        try {
            new ProcessBuilder("sh", "-c", line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run: " + line, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the processes that a dead leader left; a group whose id is in use again is left alone.
    void endOrphans() {
        boolean isFree = ProcessHandle.of(leader).isEmpty() && started.endsWith("@" + boot());
        if (isFree || isStillThere()) {
            signal("KILL");
        }
    }

    private boolean isStillThere() {
        return leaderField(START_FIELD)
                .filter(start -> started.equals(start + "@" + boot()))
                .isPresent();
    }

    /// Whether the leader is dead and its parent has not collected it yet.
    private boolean isZombie() {
        return leaderField(STATE_FIELD).filter("Z"::equals).isPresent();
    }

    /// A field of the leader's `stat`, counted from the one behind the name of its program.
    private Optional<String> leaderField(int field) {
        return line(PROC.resolve(Long.toString(leader)).resolve("stat"))
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ")[field]);
    }

    /// Without `/proc`: a process that began after the claim is another one.
    private boolean livesByClock() {
        return ProcessHandle.of(leader)
                .flatMap(process -> process.info().startInstant())
                .filter(start -> start.isBefore(claimedAt.plus(CLOCK_SLACK)))
                .isPresent();
    }

    private static Optional<String> line(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
