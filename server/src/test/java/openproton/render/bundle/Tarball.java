package openproton.render.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Builds archives entry by entry, the hostile ones too.
final class Tarball {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    Tarball() {
        try {
            tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), StandardCharsets.UTF_8.name());
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tarball file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8), 0100644);
    }

    Tarball file(String name, byte[] content, int mode) {
        var entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        return add(entry, content);
    }

    Tarball folder(String name) {
        return add(new TarArchiveEntry(name, TarArchiveEntry.LF_DIR), new byte[0]);
    }

    Tarball link(String name, String target, byte type) {
        var entry = new TarArchiveEntry(name, type);
        entry.setLinkName(target);
        return add(entry, new byte[0]);
    }

    byte[] pack() {
        try {
            tar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Tarball add(TarArchiveEntry entry, byte[] content) {
        try {
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
