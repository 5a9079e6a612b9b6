package openproton.render.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import openproton.render.BundleException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/// Decides whether an archive entry is part of the bundle, ignored, or refused.
final class EntryPath {
    /// Files that every bundle needs. A link in their place is refused, because ignoring it would drop the file.
    private static final Pattern NEEDED = Pattern.compile(
            "(.*/)?(schema|infrastructure|instance_infrastructure|pipeline_infrastructure)/[^/]+\\.(ya?ml|tf)");

    private EntryPath() {}

    /// The path of an entry's file or folder; empty for ignored entries: links inside the bundle, and files of
    /// desktops such as `.DS_Store`.
    static Optional<String> of(TarArchiveEntry entry) {
        List<String> parts = parts(entry.getName());
        String path = String.join("/", parts);
        if (entry.isSymbolicLink() || entry.isLink()) {
            checkLink(entry, parts, path);
            return Optional.empty();
        }
        if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            throw new BundleException(
                    "The archive holds a device at '%s'; only files belong in a bundle".formatted(path));
        }
        return parts.isEmpty() || isLitter(parts.getLast()) ? Optional.empty() : Optional.of(path);
    }

    private static List<String> parts(String name) {
        var parts = new ArrayList<String>();
        for (String part : name.split("/")) {
            if (part.equals("..") || part.indexOf('\0') >= 0) {
                throw new BundleException("The archive holds an entry that leaves the bundle: '%s'".formatted(name));
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static void checkLink(TarArchiveEntry link, List<String> parts, String path) {
        int depth = link.isSymbolicLink() ? parts.size() - 1 : 0;
        if (leaves(link.getLinkName(), depth)) {
            throw new BundleException("The archive holds a link that leaves the bundle: '%s' points to '%s'"
                    .formatted(path, link.getLinkName()));
        }
        if (NEEDED.matcher(path).matches()) {
            throw new BundleException("'%s' is a link to '%s'; put the file itself in the archive ('tar -h' does)"
                    .formatted(path, link.getLinkName()));
        }
    }

    private static boolean leaves(String target, int depth) {
        if (target.startsWith("/")) {
            return true;
        }
        int level = depth;
        for (String part : target.split("/")) {
            level += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            if (level < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLitter(String name) {
        return name.startsWith("._") || name.equals(".DS_Store");
    }
}
