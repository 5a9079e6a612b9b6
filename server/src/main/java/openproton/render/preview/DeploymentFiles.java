package openproton.render.preview;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import openproton.base.FileTree;
import openproton.render.TemplateEngine;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.cloudformation.CloudFormationFiles;
import openproton.render.codebuild.CodeBuildFiles;
import openproton.render.namespace.Namespace;
import openproton.render.terraform.TerraformFiles;
import openproton.render.terraform.TerraformSubject;

/// Renders the files of a deployment for any method. This is the one place where the manifest decides how to render a
/// directory.
public final class DeploymentFiles {
    private DeploymentFiles() {}

    /// Checks that the directories of a bundle can be rendered in principle, as the registration of a version
    /// requires.
    ///
    /// @return warnings for the author: mistakes that do not prevent a registration
    /// @throws RenderException when the syntax of a template is wrong; the message says where
    public static List<String> check(TemplateBundle bundle, TemplateEngine jinja) {
        bundle.directories().values().forEach(directory -> check(directory, jinja));
        return Stream.concat(
                        bundle.schema().warnings().stream(),
                        bundle.directories().values().stream().flatMap(DeploymentFiles::warnings))
                .toList();
    }

    private static Stream<String> warnings(TemplateDirectory directory) {
        return directory.manifest() instanceof Manifest.Terraform
                ? TerraformFiles.warnings(directory).stream()
                : Stream.empty();
    }

    private static void check(TemplateDirectory directory, TemplateEngine jinja) {
        switch (directory.manifest()) {
            case Manifest.CodeBuild(var settings) -> {
                String file = directory.name() + "/manifest.yaml";
                settings.commands().provision().forEach(command -> jinja.check(file, command));
                settings.commands().deprovision().forEach(command -> jinja.check(file, command));
            }
            case Manifest.CloudFormation(String file) ->
                jinja.check(
                        directory.name() + "/" + file,
                        directory.selected().text(file).orElseThrow());
            case Manifest.Terraform _ -> {}
        }
    }

    /// The files for an engine.
    ///
    /// @param subject called only for files that name their resource
    /// @throws RenderException when a template cannot be evaluated; the message says where
    public static FileTree render(
            TemplateDirectory directory,
            Namespace namespace,
            TemplateEngine jinja,
            Supplier<TerraformSubject> subject) {
        return switch (directory.manifest()) {
            case Manifest.CodeBuild build -> CodeBuildFiles.render(directory, build, namespace, jinja);
            case Manifest.CloudFormation template -> CloudFormationFiles.render(directory, template, namespace, jinja);
            case Manifest.Terraform _ -> TerraformFiles.render(directory, namespace, subject.get());
        };
    }
}
