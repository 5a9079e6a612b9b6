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
        this.output = new Output(process.getInputStream(), errorsRead);
        this.errors = new Errors(process.getErrorStream(), errorsRead);
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

    /// Ends when the errors have been read, or a little later than it would when something else holds those open.
    private static final class Output extends FilterInputStream {
        private final CountDownLatch errorsRead;

        Output(InputStream stream, CountDownLatch errorsRead) {
            super(stream);
            this.errorsRead = errorsRead;
        }

        @Override
        public int read() throws IOException {
            return afterErrors(super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return afterErrors(super.read(into, offset, length));
        }

        private int afterErrors(int read) {
            if (read < 0) {
                try {
                    errorsRead.await(SECONDS_MAX, TimeUnit.SECONDS);
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            }
            return read;
        }
    }

    /// Says when it has been read to its end.
    private static final class Errors extends FilterInputStream {
        private final CountDownLatch read;

        Errors(InputStream stream, CountDownLatch read) {
            super(stream);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            return countedAtEnd(super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return countedAtEnd(super.read(into, offset, length));
        }

        @Override
        public void close() throws IOException {
            read.countDown();
            super.close();
        }

        private int countedAtEnd(int value) {
            if (value < 0) {
                read.countDown();
            }
            return value;
        }
    }
}
