package openproton.resource.sync.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the bundles of a template lie in a repository (docs/behaviour/sync.md#layout-of-templates).
final class TemplateLayout {
    private static final Pattern MAJOR = Pattern.compile("v?(0|[1-9]\\d{0,17})");

    private TemplateLayout() {}

    /// The directories of the major versions of a template, by number: below the first directory that is called like
    /// it, breadth first and by name; the given directory may be that one itself.
    ///
    /// @param paths all files of a commit
    /// @param subdirectory where to look; empty for the whole repository
    static SortedMap<Long, String> majors(SortedSet<String> paths, String subdirectory, String template) {
        String base = subdirectory.replaceAll("^/+|/+$", "");
        SortedMap<Long, String> own = base.isEmpty() ? new TreeMap<>() : below(paths, base);
        if (!own.isEmpty()) {
            return own;
        }
        return first(paths, base, template)
                .map(directory -> below(paths, directory))
                .orElse(new TreeMap<>());
    }

    private static Optional<String> first(SortedSet<String> paths, String base, String template) {
        return paths.stream()
                .filter(path -> base.isEmpty() || path.startsWith(base + "/"))
                .flatMap(path -> directories(path).stream())
                .filter(directory -> directory.equals(template) || directory.endsWith("/" + template))
                .distinct()
                .min(Comparator.<String>comparingLong(directory ->
                                directory.chars().filter(c -> c == '/').count())
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static List<String> directories(String path) {
        var all = new ArrayList<String>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            all.add(path.substring(0, slash));
        }
        return all;
    }

    private static SortedMap<Long, String> below(SortedSet<String> paths, String directory) {
        var majors = new TreeMap<Long, String>();
        for (String path : paths) {
            if (path.startsWith(directory + "/")) {
                String rest = path.substring(directory.length() + 1);
                int slash = rest.indexOf('/');
                Matcher number = MAJOR.matcher(slash < 0 ? "" : rest.substring(0, slash));
                if (number.matches()) {
                    majors.putIfAbsent(Long.parseLong(number.group(1)), directory + "/" + number.group());
                }
            }
        }
        return majors;
    }
}
