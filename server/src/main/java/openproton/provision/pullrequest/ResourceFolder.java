package openproton.provision.pullrequest;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.base.DataException;
import openproton.base.FileTree;
import openproton.git.GitException;
import openproton.provision.Order;
import openproton.provision.polled.StoredMembers;
import org.jspecify.annotations.Nullable;

/// Finds the folder of a resource on the target branch (docs/behaviour/provisioning.md#folders-of-pull-requests).
///
/// A resource keeps the folder that holds its metadata file. A new folder is below `environments` if the branch has
/// such a folder; that of a component is below `components`, unless its environment has a folder of the component's
/// name.
///
/// @param paths all files of the branch
/// @param metadata the metadata files of the branch
record ResourceFolder(SortedSet<String> paths, FileTree metadata) {
    static final String METADATA = ".proton/deployment-metadata.json";
    private static final Pattern COMPONENT = Pattern.compile("(.+)/components/([^/]+)");

    static boolean isMetadata(String path) {
        return path.endsWith("/" + METADATA);
    }

    String of(String arn, Order.NewPullRequest pullRequest) {
        String usual = usual(arn, pullRequest);
        var known = new TreeSet<String>();
        metadata.files().forEach((path, entry) -> {
            if (arn.equals(owner(entry.text()))) {
                known.add(path.substring(0, path.length() - METADATA.length() - 1));
            }
        });
        return known.isEmpty() || known.contains(usual) ? free(usual, arn) : known.first();
    }

    /// Two resources can have the same folder name: instance `b` of `shop-a`, and `a-b` of `shop`. The folder of a
    /// resource with the same name in another account or Region is taken over, as after a move.
    private String free(String folder, String arn) {
        String there = metadata.text(folder + "/" + METADATA).orElse("");
        String other = owner(there);
        if (!other.isEmpty() && !name(other).equals(name(arn)) && !isRemoved(there)) {
            throw new GitException.Refused(
                    "the folder %s belongs to %s already; choose another name, or remove the folder when nothing needs it any more"
                            .formatted(folder, other));
        }
        return folder;
    }

    private static boolean isRemoved(String metadata) {
        return Boolean.TRUE.equals(StoredMembers.of(metadata).get("isResourceDeleted"));
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private String usual(String arn, Order.NewPullRequest pullRequest) {
        String folder = pullRequest.underEnvironments() && isFolder("environments")
                ? "environments/" + pullRequest.folder()
                : pullRequest.folder();
        Matcher component = COMPONENT.matcher(folder);
        if (arn.contains(":component/") && component.matches()) {
            String early = component.group(1) + "/" + component.group(2);
            return isFolder(early) ? early : folder;
        }
        return folder;
    }

    private boolean isFolder(String folder) {
        SortedSet<String> from = paths.tailSet(folder + "/");
        return !from.isEmpty() && from.first().startsWith(folder + "/");
    }

    /// The ARN in a metadata file; empty when the file is broken.
    private static String owner(String metadata) {
        try {
            Map<?, ?> file = StoredMembers.of(metadata);
            String arn = arn(file.get("resourceMetadata"));
            return arn.isEmpty() ? arn(file.get("componentMetadata")) : arn;
        } catch (DataException | IllegalStateException _) {
            return "";
        }
    }

    private static String arn(@Nullable Object part) {
        return part instanceof Map<?, ?> map ? StoredMembers.text(map, "arn") : "";
    }
}
