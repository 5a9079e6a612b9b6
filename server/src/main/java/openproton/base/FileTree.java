package openproton.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An immutable folder of files, kept in memory: the content of a bundle, or the files that an engine runs.
///
/// @param files path to file, sorted by path; a path is relative, uses `/`, and never has `.` or `..` segments
public record FileTree(SortedMap<String, FileTree.Entry> files) {

    /// A folder without files.
    public static final FileTree EMPTY = new FileTree(new TreeMap<>());

    public FileTree {
        files.keySet().forEach(FileTree::checkPath);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// One file: its bytes and whether it may be executed.
    ///
    /// @param content the bytes; neither the giver nor the taker may change them
    /// @param executable whether the owner's execute bit is set
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(byte[] content, boolean executable) {

        /// The content read as UTF-8.
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry(byte[] bytes, boolean mayExecute)
                    && executable == mayExecute
                    && Arrays.equals(content, bytes);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(content) + Boolean.hashCode(executable);
        }
    }

    /// The file at a path, if there is one.
    public Optional<Entry> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /// The file at a path read as UTF-8, if there is one.
    public Optional<String> text(String path) {
        return find(path).map(Entry::text);
    }

    /// This tree with one text file added or replaced.
    public FileTree with(String path, String text) {
        return with(path, new Entry(text.getBytes(StandardCharsets.UTF_8), false));
    }

    /// This tree with one file added or replaced.
    public FileTree with(String path, Entry entry) {
        var changed = new TreeMap<>(files);
        changed.put(path, entry);
        return new FileTree(changed);
    }

    /// This tree without the file at a path; the same tree when there is none.
    public FileTree without(String path) {
        var changed = new TreeMap<>(files);
        changed.remove(path);
        return new FileTree(changed);
    }

    /// The files in a folder of this tree, with paths relative to that folder.
    ///
    /// @param folder a path without a slash at its end; the empty string names the whole tree
    public FileTree below(String folder) {
        if (folder.isEmpty()) {
            return this;
        }
        String prefix = folder + "/";
        var inside = new TreeMap<String, Entry>();
        files.forEach((path, entry) -> {
            if (path.startsWith(prefix)) {
                inside.put(path.substring(prefix.length()), entry);
            }
        });
        return new FileTree(inside);
    }

    /// Whether any file lies in a folder of this tree.
    public boolean hasFolder(String folder) {
        String prefix = folder + "/";
        return files.keySet().stream().anyMatch(path -> path.startsWith(prefix));
    }

    private static void checkPath(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.indexOf('\0') >= 0 || hasDotSegment(path)) {
            throw new IllegalArgumentException("'%s' is not a path inside a folder".formatted(path));
        }
    }

    private static boolean hasDotSegment(String path) {
        return Arrays.stream(path.split("/", -1))
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }
}
