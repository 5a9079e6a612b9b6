package openproton.provision.polled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openproton.provision.Disk;
import openproton.provision.Progress;

/// What is remembered of any order: a few files in the folder of its deployment. Engines add what they need on the
/// way.
///
/// | file | says |
/// | --- | --- |
/// | `order.json` | what was ordered; the order counts as started when it is there |
/// | `cancel` | that somebody asked for an early end |
/// | `end.json` | how it ended |
public interface OrderMemory {

    /// The folder of the deployment.
    Path folder();

    /// How the engine writes the ends of its orders.
    OrderResultFormat resultFormat();

    default boolean exists() {
        return Files.exists(file("order.json"));
    }

    /// Starts the order, unless that was done; a crash on the way leaves nothing that counts.
    ///
    /// @param order what was ordered, as JSON
    /// @param beside writes the files that must be there before the order counts
    default void open(String order, Runnable beside) {
        if (!exists()) {
            Disk.makeFolder(folder());
            beside.run();
            Disk.replace(file("order.json"), order);
        }
    }

    default String orderJson() {
        return read("order.json");
    }

    default void askToCancel() {
        Disk.replace(file("cancel"), "");
    }

    default boolean isToBeCancelled() {
        return Files.exists(file("cancel"));
    }

    default Optional<Progress> end() {
        return Disk.read(file("end.json")).map(resultFormat()::read);
    }

    default void keepEnd(Progress end) {
        Disk.replace(file("end.json"), resultFormat().json(end));
    }

    /// The text of one of its files, which must be there.
    default String read(String name) {
        return Disk.read(file(name)).orElseThrow(() -> new IllegalStateException(file(name) + " is not there"));
    }

    default Path file(String name) {
        return folder().resolve(name);
    }
}
