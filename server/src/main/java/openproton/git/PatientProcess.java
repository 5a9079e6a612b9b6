package openproton.git;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/// A process that is asked for its exit status right after its streams have ended, when it may just not be over yet.
final class PatientProcess extends Process {
    private static final int SECONDS_MAX = 5;

    private final Process process;

    PatientProcess(Process process) {
        this.process = process;
    }

    /// Waits a little for the end.
    @Override
    public int exitValue() {
        try {
            process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    @Override
    public OutputStream getOutputStream() {
        return process.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return process.getInputStream();
    }

    @Override
    public InputStream getErrorStream() {
        return process.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void destroy() {
        process.destroy();
    }
}
