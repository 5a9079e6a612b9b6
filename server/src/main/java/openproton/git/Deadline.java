package openproton.git;

import java.time.Duration;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/// Ends an exchange that takes too long as a whole, however lively it is.
final class Deadline extends EmptyProgressMonitor {
    private final long end;

    Deadline(Duration most) {
        this.end = System.nanoTime() + most.toNanos();
    }

    @Override
    public boolean isCancelled() {
        return System.nanoTime() - end > 0;
    }
}
