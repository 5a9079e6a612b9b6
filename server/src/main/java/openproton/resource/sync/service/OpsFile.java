package openproton.resource.sync.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import openproton.base.DataException;
import openproton.git.GitRepository;
import openproton.render.data.Yaml;
import openproton.render.data.YamlDocument;
import openproton.render.data.YamlLimits;
import org.jspecify.annotations.Nullable;

/// What an ops file says of one service (docs/behaviour/sync.md#ops-file): which instance takes its spec from where.
///
/// @param entries in the order of the file; empty when it does not name the service
record OpsFile(List<Entry> entries) {
    private static final YamlLimits LIMITS = YamlLimits.ofCharacters(200_000);
    private static final Pattern BRANCH = Pattern.compile("(?!.*\\.\\.)(?!/)[^\\s\\p{Cntrl}~^:?*\\[\\\\]{1,200}");
    private static final Pattern INSTANCE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]{0,99}");
    private static final int ENTRIES_MAX = 1_000;

    /// One instance.
    ///
    /// @param spec the path of its spec file from the root of the repository
    record Entry(String instance, String branch, String spec) {}

    /// Reads the part of an ops file that is about a service.
    ///
    /// @throws DataException when the file is missing or that part is not right; names the file and the key
    static OpsFile read(GitRepository repository, String commit, String file, String service) {
        String path = path(file);
        String text = text(repository, commit, path)
                .orElseThrow(() -> new DataException(
                        "'%s' is not in the repository; commit it, or let the sync configuration name another ops file"
                                .formatted(path)));
        try {
            return parse(text, service);
        } catch (DataException refusal) {
            throw new DataException("%s: %s".formatted(path, refusal.getMessage()));
        }
    }

    /// The text of a file of a commit, if it is there.
    static Optional<String> text(GitRepository repository, String commit, String path) {
        return repository.files(commit, path::equals).text(path);
    }

    /// A path as git names it: `./dev.yaml` is `dev.yaml`.
    static String path(String given) {
        return given.replaceFirst("^(\\./|/)+", "");
    }

    private static OpsFile parse(String text, String service) {
        YamlDocument document = Yaml.read(text, LIMITS);
        Map<?, ?> services = map(document, map(document, document.value(), "sync"), "sync", "services");
        if (!services.containsKey(service)) {
            return new OpsFile(List.of());
        }
        Map<?, ?> instances = map(document, services, "sync", "services", service);
        if (instances.size() > ENTRIES_MAX) {
            throw new DataException("service '%s' has %d instances; at most %d are allowed"
                    .formatted(service, instances.size(), ENTRIES_MAX));
        }
        var entries = new ArrayList<Entry>();
        for (Object name : instances.keySet()) {
            entries.add(entry(document, instances, service, String.valueOf(name)));
        }
        return new OpsFile(List.copyOf(entries));
    }

    private static Entry entry(YamlDocument document, Map<?, ?> instances, String service, String instance) {
        if (!INSTANCE.matcher(instance).matches()) {
            String problem = "'%s' cannot be the name of an instance".formatted(instance);
            throw refusal(document, problem, "sync", "services", service, instance);
        }
        Map<?, ?> entry = map(document, instances, "sync", "services", service, instance);
        String branch = member(document, entry, "sync", "services", service, instance, "branch");
        if (!BRANCH.matcher(branch).matches()) {
            String problem = "'%s' cannot be the name of a branch".formatted(branch);
            throw refusal(document, problem, "sync", "services", service, instance, "branch");
        }
        String spec = member(document, entry, "sync", "services", service, instance, "spec");
        return new Entry(instance, branch, path(spec));
    }

    /// The map at the end of a path.
    private static Map<?, ?> map(YamlDocument document, @Nullable Object parent, String... path) {
        Object value = parent instanceof Map<?, ?> around ? around.get(path[path.length - 1]) : null;
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw refusal(document, value == null ? "is missing or empty" : "must be a map", path);
    }

    private static String member(YamlDocument document, Map<?, ?> entry, String... path) {
        Object value = entry.get(path[path.length - 1]);
        if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
            throw refusal(document, value == null ? "is missing" : "must be text", path);
        }
        return value.toString();
    }

    private static DataException refusal(YamlDocument document, String problem, String... path) {
        return new DataException(
                "%s: %s %s".formatted(document.place((Object[]) path), String.join(".", path), problem));
    }
}
