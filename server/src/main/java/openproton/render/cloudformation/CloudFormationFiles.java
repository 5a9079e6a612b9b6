package openproton.render.cloudformation;

import openproton.base.FileTree;
import openproton.render.TemplateEngine;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.namespace.Namespace;

/// Renders the one template of a directory for CloudFormation.
public final class CloudFormationFiles {
    private CloudFormationFiles() {}

    /// Renders the template; the text is not parsed and rewritten.
    ///
    /// @param manifest the manifest of that directory
    /// @throws RenderException when the template cannot be evaluated; the message says where
    public static FileTree render(
            TemplateDirectory directory, Manifest.CloudFormation manifest, Namespace namespace, TemplateEngine engine) {
        String file = manifest.file();
        String text = directory.selected().text(file).orElseThrow();
        Object rendered = engine.evaluate(directory.name() + "/" + file, text, namespace.jinjaValues());
        return FileTree.EMPTY.with(file, String.valueOf(rendered));
    }
}
