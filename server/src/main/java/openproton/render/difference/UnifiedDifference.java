package openproton.render.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import openproton.base.DataException;
import openproton.base.FileTree;
import openproton.base.Json;

/// How texts and files differ, in the form of `diff -u` and git, with three lines around each change.
public final class UnifiedDifference {
    private static final int LINES_AROUND = 3;
    private static final String NOTHING = "/dev/null";

    private UnifiedDifference() {}

    /// The difference of two texts; empty when they are the same.
    ///
    /// @param name stands in the head of the difference, as `a/name` and `b/name`
    public static String ofTexts(String name, String before, String after) {
        return ofLines("a/" + name, "b/" + name, before, after);
    }

    /// The difference of two trees, file by file in the order of their paths; empty when they are the same.
    public static String ofFiles(FileTree before, FileTree after) {
        var paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        var difference = new StringBuilder();
        for (String path : paths) {
            difference.append(ofFile(path, before.find(path), after.find(path)));
        }
        return difference.toString();
    }

    private static String ofFile(String path, Optional<FileTree.Entry> before, Optional<FileTree.Entry> after) {
        boolean same = before.isPresent()
                && after.isPresent()
                && Arrays.equals(before.get().content(), after.get().content());
        if (same) {
            return "";
        }
        Optional<String> old = text(path, before);
        Optional<String> now = text(path, after);
        if (old.isEmpty() || now.isEmpty()) {
            return "Binary files a/%s and b/%s differ%n".formatted(path, path);
        }
        return ofLines(
                before.isPresent() ? "a/" + path : NOTHING,
                after.isPresent() ? "b/" + path : NOTHING,
                old.get(),
                now.get());
    }

    private static String ofLines(String from, String to, String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        var lines = new ArrayList<>(
                UnifiedDiffUtils.generateUnifiedDiff(from, to, old, DiffUtils.diff(old, now), LINES_AROUND));
        if (old.isEmpty() || now.isEmpty()) {
            lines.replaceAll(line -> line.startsWith("@@ ") ? withoutLines(line) : line);
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// Where there are no lines there is no first one: the library counts it all the same, `diff` and git do not.
    private static String withoutLines(String position) {
        return position.replace("-1,0 ", "-0,0 ").replace("+1,0 ", "+0,0 ");
    }

    /// The text of a file that may be missing; JSON with a member a line, so that people see which one changed.
    private static Optional<String> text(String path, Optional<FileTree.Entry> file) {
        Optional<String> text = file.map(entry -> text(entry.content())).orElse(Optional.of(""));
        return path.endsWith(".json") ? text.map(UnifiedDifference::indented) : text;
    }

    private static String indented(String json) {
        try {
            return json.isEmpty() ? json : Json.pretty(Json.read(json));
        } catch (DataException broken) {
            return json;
        }
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
