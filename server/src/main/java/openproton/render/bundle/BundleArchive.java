package openproton.render.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import openproton.base.FileTree;
import openproton.render.BundleException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Template bundles as gzip-compressed tar archives, the form in which the API takes them.
public final class BundleArchive {
    private static final String SCHEMA = "schema/schema.yaml";
    private static final int MODE_FILE = 0100644;
    private static final int MODE_PROGRAM = 0100755;

    private BundleArchive() {}

    /// The files of a bundle, with paths below the folder that holds `schema/schema.yaml`.
    ///
    /// @throws BundleException when the archive cannot be read, is too large, or holds no bundle or several
    public static FileTree read(byte[] archive, BundleLimits limits) {
        var files = new Unpacking(limits).files(archive);
        checkFilesAreNotFolders(files);
        return new FileTree(files).below(rootOf(files));
    }

    /// The files of an archive that [#pack] made.
    public static FileTree unpack(byte[] archive) {
        return new FileTree(new Unpacking(BundleLimits.STANDARD).files(archive));
    }

    /// Packs files so that equal trees become equal bytes.
    public static byte[] pack(FileTree files) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, FileTree.Entry> file : files.files().entrySet()) {
                tar.putArchiveEntry(entry(file.getKey(), file.getValue()));
                tar.write(file.getValue().content());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused to be written", e);
        }
        return bytes.toByteArray();
    }

    private static TarArchiveEntry entry(String path, FileTree.Entry file) {
        var entry = new TarArchiveEntry(path);
        entry.setSize(file.content().length);
        entry.setMode(file.executable() ? MODE_PROGRAM : MODE_FILE);
        entry.setModTime(0L);
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }

    /// The shallowest folder with a schema; empty for the top of the archive.
    private static String rootOf(SortedMap<String, FileTree.Entry> files) {
        List<String> roots = files.keySet().stream()
                .filter(path -> path.equals(SCHEMA) || path.endsWith("/" + SCHEMA))
                .map(path -> path.substring(0, Math.max(0, path.length() - SCHEMA.length() - 1)))
                .sorted(Comparator.comparingInt(BundleArchive::depth))
                .toList();
        if (roots.isEmpty()) {
            throw new BundleException(
                    "The bundle has no schema/schema.yaml. Pack the folder that holds schema/, for example with "
                            + "'tar -czf bundle.tar.gz -C my-template .'");
        }
        if (roots.size() > 1 && depth(roots.get(0)) == depth(roots.get(1))) {
            throw new BundleException("The archive holds several bundles: %s/%s and %s/%s. Pack each one on its own"
                    .formatted(roots.get(0), SCHEMA, roots.get(1), SCHEMA));
        }
        return roots.getFirst();
    }

    private static int depth(String folder) {
        return folder.isEmpty() ? 0 : folder.split("/").length;
    }

    private static void checkFilesAreNotFolders(SortedMap<String, FileTree.Entry> files) {
        for (String path : files.keySet()) {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                if (files.containsKey(path.substring(0, slash))) {
                    throw new BundleException("The archive holds '%s' both as a file and as a folder"
                            .formatted(path.substring(0, slash)));
                }
            }
        }
    }
}
