package openproton.render.bundle;

import java.util.Map;
import java.util.TreeMap;
import openproton.base.FileTree;
import openproton.render.BundleException;

/// One infrastructure directory of a bundle.
///
/// @param name `infrastructure`, `instance_infrastructure` or `pipeline_infrastructure`
/// @param manifest what its `manifest.yaml` says
/// @param files everything in it, with paths relative to it
public record TemplateDirectory(String name, Manifest manifest, FileTree files) {

    /// The files that the manifest names: one template, the Terraform files, or all for a build.
    public FileTree selected() {
        return switch (manifest) {
            case Manifest.CloudFormation(String file) -> only(file);
            case Manifest.Terraform terraform -> terraform.isWildcard() ? terraformFiles() : only(terraform.file());
            case Manifest.CodeBuild _ -> files;
        };
    }

    static TemplateDirectory check(String name, FileTree files, BundleLimits limits) {
        String text = files.text("manifest.yaml")
                .or(() -> files.text("manifest.yml"))
                .orElseThrow(() -> new BundleException("%s/manifest.yaml is missing".formatted(name)));
        var directory = new TemplateDirectory(name, Manifest.read(name, text), files);
        if (!(directory.manifest instanceof Manifest.CodeBuild)) {
            directory.checkSizes(limits);
        }
        return directory;
    }

    private void checkSizes(BundleLimits limits) {
        var named = selected().files();
        if (named.size() > limits.templateFilesMax()) {
            throw new BundleException("%s holds %d template files, at most %d are allowed"
                    .formatted(name, named.size(), limits.templateFilesMax()));
        }
        for (Map.Entry<String, FileTree.Entry> file : named.entrySet()) {
            int bytes = file.getValue().content().length;
            if (bytes > limits.templateFileBytesMax()) {
                throw new BundleException("%s/%s has %,d bytes, at most %,d are allowed"
                        .formatted(name, file.getKey(), bytes, limits.templateFileBytesMax()));
            }
        }
    }

    private FileTree only(String file) {
        var entry = files.find(file)
                .orElseThrow(() -> new BundleException(
                        "%s/manifest.yaml names the file '%s', which is not in %s/".formatted(name, file, name)));
        return FileTree.EMPTY.with(file, entry);
    }

    private FileTree terraformFiles() {
        var chosen = new TreeMap<>(files.files());
        chosen.keySet().removeIf(path -> path.contains("/") || !path.endsWith(".tf"));
        if (chosen.isEmpty()) {
            throw new BundleException("%s/manifest.yaml names '*', but no .tf file is in %s/".formatted(name, name));
        }
        return new FileTree(chosen);
    }
}
