package openproton.provision.cloudformation;

import java.nio.file.Path;
import java.time.Instant;
import openproton.provision.Disk;
import openproton.provision.Progress;
import openproton.provision.watched.Ending;
import openproton.provision.watched.OrderJournal;

/// What is remembered of one order, beside what [OrderJournal] names.
///
/// | file | says |
/// | --- | --- |
/// | `template` | the rendered template, until the order is over |
/// | `state.json` | how far it came |
///
/// @param folder of the deployment
record Journal(Path folder) implements OrderJournal {

    @Override
    public Ending ending() {
        return new StackEnding();
    }

    void open(Job job, String template, Instant now) {
        open(job.json(), () -> {
            Disk.replace(file("template"), template);
            keep(State.first(now));
        });
    }

    Job job() {
        return Job.read(order());
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

    Progress close(Progress end) {
        keepEnd(end);
        Disk.delete(file("template"));
        return end;
    }
}
