package openproton.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process whose parts end in the order in which JGit asks for them: its errors have been read to their end
/// before its output ends, and it is over before it is asked for its exit status. So what `ssh` has to say about
/// a failure is always known when the failure is noticed.
final class PatientProcess extends Process {
    private static final int SECONDS_MAX = 5;

    private final Process process;
    private final CountDownLatch errorsRead = new CountDownLatch(1);
    private final InputStream output;
    private final InputStream errors;

    PatientProcess(Process process) {
        this.process = process;
        this.output = new EndingStream(process.getInputStream(), this::awaitErrors);
        this.errors = new EndingStream(process.getErrorStream(), errorsRead::countDown);
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
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return errors;
    }

    @Override
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void destroy() {
        process.destroy();
    }

    /// Something else may hold the errors open, so they are not waited for without end.
    private void awaitErrors() {
        try {
            errorsRead.await(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does something before it says that it has ended.
    private static final class EndingStream extends FilterInputStream {
        private final Runnable atEnd;

        EndingStream(InputStream stream, Runnable atEnd) {
            super(stream);
            this.atEnd = atEnd;
        }

        @Override
        public int read() throws IOException {
            return noticed(super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return noticed(super.read(into, offset, length));
        }

        private int noticed(int read) {
            if (read < 0) {
                atEnd.run();
            }
            return read;
        }
    }
}
