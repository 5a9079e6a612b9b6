package openproton.provision.pullrequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import openproton.base.FileTree;
import openproton.provision.Disk;
import openproton.provision.Progress;
import openproton.provision.polled.OrderMemory;
import openproton.provision.polled.OrderResultFormat;

/// What the engine knows of an order, in addition to [OrderMemory].
///
/// | file | says |
/// | --- | --- |
/// | `proposed/` | the rendered files, until the pull request is open |
/// | `phase.json` | how far it came |
///
/// @param folder of the deployment
record PullRequestMemory(Path folder) implements OrderMemory {

    @Override
    public OrderResultFormat resultFormat() {
        return new PullRequestResultFormat();
    }

    void open(PullRequestOrder order, FileTree files) {
        open(order.json(), () -> {
            keepFiles(files);
            keep(new PullRequestStage.Ordered());
        });
    }

    PullRequestOrder order() {
        return PullRequestOrder.read(orderJson());
    }

    PullRequestStage stage() {
        return PullRequestStage.read(read("phase.json"));
    }

    void keep(PullRequestStage stage) {
        Disk.replace(file("phase.json"), stage.json());
    }

    Progress close(Progress end) {
        keepEnd(end);
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
}
