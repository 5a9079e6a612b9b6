package openproton.provision.cloudformation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import openproton.provision.Disk;
import openproton.provision.Progress;

/// What is remembered of one order: a few files in the folder of its deployment.
///
/// | file | says |
/// | --- | --- |
/// | `template` | the rendered template, until the order is over |
/// | `order.json` | what was ordered; the order counts as started when it is there |
/// | `state.json` | how far it came |
/// | `cancel` | that somebody asked for an early end |
/// | `end.json` | how it ended |
///
/// @param folder of the deployment
record Journal(Path folder) {

    boolean exists() {
        return Files.exists(file("order.json"));
    }

    /// Starts the order, unless that was done; a crash on the way leaves nothing that counts.
    void open(Job job, String template, Instant now) {
        if (!exists()) {
            Disk.makeFolder(folder);
            Disk.replace(file("template"), template);
            Disk.replace(file("state.json"), State.first(now).json());
            Disk.replace(file("order.json"), job.json());
        }
    }

    Job job() {
        return Job.read(read("order.json"));
    }

    String template() {
        return read("template");
    }

    State state() {
        return State.read(read("state.json"));
    }

    void keep(State state) {
        Disk.replace(file("state.json"), state.json());
    }

    void askToCancel() {
        Disk.replace(file("cancel"), "");
    }

    boolean isToBeCancelled() {
        return Files.exists(file("cancel"));
    }

    Optional<Progress> end() {
        return Disk.read(file("end.json")).map(Ending::read);
    }

    Progress close(Progress end) {
        Disk.replace(file("end.json"), Ending.json(end));
        Disk.delete(file("template"));
        return end;
    }

    private String read(String name) {
        return Disk.read(file(name)).orElseThrow(() -> new IllegalStateException(file(name) + " is not there"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
