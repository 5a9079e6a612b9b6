package openproton.render.codebuild;

import openproton.base.FileTree;
import openproton.base.Json;
import openproton.render.TemplateEngine;
import openproton.render.bundle.CodeBuildSettings;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.namespace.Namespace;

/// Makes the working directory of a build: the bundle's files, the inputs, and what to run.
public final class CodeBuildFiles {
    /// How to create or update, in the form of a buildspec with `image` and `project-properties` on top.
    public static final String PROVISION = ".openproton/provision.buildspec.json";

    /// How to delete, in the same form.
    public static final String DEPROVISION = ".openproton/deprovision.buildspec.json";

    private static final String INPUTS_JSON = "proton-inputs.json";
    private static final String INPUTS_HCL = "proton-inputs.tfvars";
    private static final String INPUTS_HCL_AUTO = "proton-inputs.auto.tfvars";
    private static final String OUTPUTS = "proton-outputs.json";

    private CodeBuildFiles() {}

    /// Renders a CodeBuild directory, deprovision commands included.
    ///
    /// Before anything is provisioned is the time to learn that it could never be deleted.
    ///
    /// @param manifest the manifest of that directory
    /// @throws RenderException when a setting cannot be evaluated; the message names it
    public static FileTree render(
            TemplateDirectory directory, Manifest.CodeBuild manifest, Namespace namespace, TemplateEngine engine) {
        var settings = manifest.settings();
        var buildspec =
                new RenderedBuildspec(directory.name() + "/manifest.yaml", settings, namespace.jinjaValues(), engine);
        return withInputs(withoutSamples(directory.files()), settings.inputType(), namespace)
                .with(PROVISION, Json.write(buildspec.provision()))
                .with(DEPROVISION, Json.write(buildspec.deprovision()));
    }

    private static FileTree withoutSamples(FileTree files) {
        return files.without(INPUTS_JSON)
                .without(INPUTS_HCL)
                .without(INPUTS_HCL_AUTO)
                .without(OUTPUTS);
    }

    private static FileTree withInputs(FileTree files, CodeBuildSettings.InputFormat format, Namespace namespace) {
        return switch (format) {
            case JSON -> files.with(INPUTS_JSON, Json.write(namespace.values()));
            case HCL -> {
                String text = Hcl.assignments(namespace.values());
                yield files.with(INPUTS_HCL, text).with(INPUTS_HCL_AUTO, text);
            }
        };
    }
}
