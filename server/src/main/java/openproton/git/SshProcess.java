package openproton.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process of `ssh` whose parts end in the order in which JGit reads them: the error output ends before the standard
/// output, and the process before its exit status is read. So the message of `ssh` is complete whenever JGit notices a
/// failure.
final class SshProcess extends Process {
    private static final int SECONDS_MAX = 5;

    private final Process process;
    private final CountDownLatch errorsRead = new CountDownLatch(1);
    private final InputStream output;
    private final InputStream errors;

    SshProcess(Process process) {
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

    /// Another process may hold the error output open, so the wait has a limit.
    private void awaitErrors() {
        try {
            errorsRead.await(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /// A stream that calls back before it reports its end.
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
