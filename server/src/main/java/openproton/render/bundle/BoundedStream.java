package openproton.render.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/// A stream that fails after a number of bytes, as protection against archives that unpack without end.
final class BoundedStream extends FilterInputStream {
    private final Supplier<? extends RuntimeException> refusal;
    private long left;

    BoundedStream(InputStream in, long bytesMax, Supplier<? extends RuntimeException> refusal) {
        super(in);
        this.left = bytesMax;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long more) {
        left -= Math.max(0, more);
        if (left < 0) {
            throw refusal.get();
        }
    }
}
