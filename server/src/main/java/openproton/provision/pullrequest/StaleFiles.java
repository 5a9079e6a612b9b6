package openproton.provision.pullrequest;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import openproton.base.FileTree;

/// Finds files in a resource's folder that only an earlier version of the template made.
///
/// A file is stale when its header names the resource's ARN and the template does not make it any more. Files that
/// people added stay, and so do those of other resources: an environment's folder holds the folders of its instances.
///
/// @param folder of the resource, from the root
/// @param present the files there on the target branch, with paths from the root
record StaleFiles(String folder, FileTree present) {
    private static final int HEADER_LENGTH_MAX = 2000;

    /// The paths to remove, from the root.
    Set<String> of(String arn, FileTree fresh) {
        Pattern named = Pattern.compile(Pattern.quote(arn) + "(?![\\w/-])");
        Set<String> others = otherFolders();
        var leftovers = new HashSet<String>();
        present.files().forEach((path, file) -> {
            boolean elsewhere = others.stream().anyMatch(path::startsWith);
            boolean remains = fresh.find(path.substring(folder.length() + 1)).isPresent();
            if (!elsewhere && !remains && named.matcher(header(file)).find()) {
                leftovers.add(path);
            }
        });
        return leftovers;
    }

    private Set<String> otherFolders() {
        var others = new HashSet<String>();
        for (String path : present.files().keySet()) {
            if (ResourceFolder.isMetadata(path) && !path.equals(folder + "/" + ResourceFolder.METADATA)) {
                others.add(path.substring(0, path.length() - ResourceFolder.METADATA.length()));
            }
        }
        return others;
    }

    private static String header(FileTree.Entry file) {
        return PullRequestResultFormat.cut(file.text(), HEADER_LENGTH_MAX);
    }
}
