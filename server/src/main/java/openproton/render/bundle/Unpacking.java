package openproton.render.bundle;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import openproton.base.FileTree;
import openproton.render.BundleException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Unpacks one archive. A limit that is exceeded stops the reading at once.
final class Unpacking {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final BundleLimits limits;
    private final SortedMap<String, FileTree.Entry> files = new TreeMap<>();
    private long bytes;
    private int entries;

    Unpacking(BundleLimits limits) {
        this.limits = limits;
    }

    SortedMap<String, FileTree.Entry> files(byte[] archive) {
        if (archive.length > limits.archiveBytesMax()) {
            throw new BundleException("The bundle is too large: %,d bytes compressed, at most %,d are allowed"
                    .formatted(archive.length, limits.archiveBytesMax()));
        }
        ArchiveForm.checkGzip(archive);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(archive));
                var tar = new TarArchiveInputStream(bounded(gzip), StandardCharsets.UTF_8.name())) {
            readAll(tar);
        } catch (EOFException e) {
            throw damaged("it ends too early", e);
        } catch (ZipException e) {
            throw damaged("its compressed data is broken", e);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged("it is not a tar archive, or only a part of one", e);
        }
        return files;
    }

    private void readAll(TarArchiveInputStream tar) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (++entries > limits.entriesMax()) {
                throw new BundleException(
                        "The bundle has more than %,d files and folders".formatted(limits.entriesMax()));
            }
            Optional<String> path = EntryPath.of(entry);
            if (path.isPresent() && entry.isFile()) {
                byte[] content = content(tar, path.get());
                boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
                files.put(path.get(), new FileTree.Entry(content, executable));
            }
        }
    }

    private byte[] content(InputStream tar, String path) throws IOException {
        byte[] content = tar.readNBytes(limits.fileBytesMax() + 1);
        if (content.length > limits.fileBytesMax()) {
            throw new BundleException("The file %s is larger than %,d bytes".formatted(path, limits.fileBytesMax()));
        }
        count(content.length);
        return content;
    }

    /// Limits the output of the decompressor, including headers and skipped entries.
    private InputStream bounded(InputStream unpacked) {
        long roomForHeaders = 2048L * limits.entriesMax();
        return new BoundedStream(unpacked, limits.unpackedBytesMax() + roomForHeaders, this::tooLarge);
    }

    private void count(int more) {
        bytes += more;
        if (bytes > limits.unpackedBytesMax()) {
            throw tooLarge();
        }
    }

    private BundleException tooLarge() {
        return new BundleException("The bundle unpacks to more than %,d bytes".formatted(limits.unpackedBytesMax()));
    }

    private static BundleException damaged(String how, Exception cause) {
        var refusal = new BundleException(
                "The bundle cannot be unpacked: %s. Pack it again with 'tar -czf' and upload the whole file"
                        .formatted(how));
        refusal.initCause(cause);
        return refusal;
    }
}
