package openproton.provision.polled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openproton.provision.Disk;
import openproton.provision.Progress;

/// What an engine knows of an order: a few files in the folder of its deployment. Each engine adds its own files.
///
/// | file | says |
/// | --- | --- |
/// | `order.json` | the order; it has been started when this file exists |
/// | `cancel` | a cancellation was requested |
/// | `end.json` | how it ended |
public interface OrderMemory {

    /// The folder of the deployment.
    Path folder();

    /// How this engine stores the result of an order.
    OrderResultFormat resultFormat();

    default boolean exists() {
        return Files.exists(file("order.json"));
    }

    /// Stores a new order; does nothing if it is stored already. After a crash half-way, the order counts as not
    /// started.
    ///
    /// @param order the order as JSON
    /// @param beside writes the other files, before `order.json`
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

    /// The content of a file that must exist.
    default String read(String name) {
        return Disk.read(file(name)).orElseThrow(() -> new IllegalStateException(file(name) + " is not there"));
    }

    default Path file(String name) {
        return folder().resolve(name);
    }
}
