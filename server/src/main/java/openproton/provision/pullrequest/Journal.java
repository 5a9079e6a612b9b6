package openproton.provision.pullrequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import openproton.base.FileTree;
import openproton.provision.Disk;
import openproton.provision.Progress;

/// What is remembered of one order: a few files in the folder of its deployment.
///
/// | file | says |
/// | --- | --- |
/// | `proposed/` | the rendered files, until the pull request is open |
/// | `order.json` | what was ordered; the order counts as started when it is there |
/// | `phase.json` | how far it came |
/// | `cancel` | that somebody asked for an early end |
/// | `end.json` | how it ended |
///
/// @param folder of the deployment
record Journal(Path folder) {

    boolean exists() {
        return Files.exists(file("order.json"));
    }

    /// Starts the order, unless that was done; a crash on the way leaves nothing that counts.
    void open(Job job, FileTree files) {
        if (!exists()) {
            Disk.makeFolder(folder);
            keepFiles(files);
            Disk.replace(file("phase.json"), new Phase.Ordered().json());
            Disk.replace(file("order.json"), job.json());
        }
    }

    Job job() {
        return Job.read(read("order.json"));
    }

    Phase phase() {
        return Phase.read(read("phase.json"));
    }

    void keep(Phase phase) {
        Disk.replace(file("phase.json"), phase.json());
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
        dropFiles();
        return end;
    }

    FileTree files() {
        var files = new TreeMap<String, FileTree.Entry>();
        try (Stream<Path> paths = Files.walk(file("proposed"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        file("proposed").relativize(path).toString(),
                        new FileTree.Entry(Files.readAllBytes(path), Files.isExecutable(path)));
            }
            return new FileTree(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dropFiles() {
        Disk.delete(file("proposed"));
    }

    private void keepFiles(FileTree files) {
        dropFiles();
        Disk.makeFolder(file("proposed"));
        files.files()
                .forEach((path, entry) -> Disk.write(
                        file("proposed").resolve(path),
                        entry.content(),
                        entry.executable() ? "rwx------" : "rw-------"));
    }

    private String read(String name) {
        return Disk.read(file(name)).orElseThrow(() -> new IllegalStateException(file(name) + " is not there"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
