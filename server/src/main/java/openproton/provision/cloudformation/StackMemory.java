package openproton.provision.cloudformation;

import java.nio.file.Path;
import java.time.Instant;
import openproton.provision.Disk;
import openproton.provision.Progress;
import openproton.provision.polled.OrderMemory;
import openproton.provision.polled.OrderResultFormat;

/// What the engine knows of an order, in addition to [OrderMemory].
///
/// | file | says |
/// | --- | --- |
/// | `template` | the rendered template, until the order is over |
/// | `state.json` | how far it came |
///
/// @param folder of the deployment
record StackMemory(Path folder) implements OrderMemory {

    @Override
    public OrderResultFormat resultFormat() {
        return new StackResultFormat();
    }

    void open(StackOrder order, String template, Instant now) {
        open(order.json(), () -> {
            Disk.replace(file("template"), template);
            keep(StackPosition.first(now));
        });
    }

    StackOrder order() {
        return StackOrder.read(orderJson());
    }

    String template() {
        return read("template");
    }

    StackPosition state() {
        return StackPosition.read(read("state.json"));
    }

    void keep(StackPosition state) {
        Disk.replace(file("state.json"), state.json());
    }

    Progress close(Progress end) {
        keepEnd(end);
        Disk.delete(file("template"));
        return end;
    }
}
