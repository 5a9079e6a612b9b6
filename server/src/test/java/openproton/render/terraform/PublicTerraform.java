package openproton.render.terraform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openproton.aws.PublicInputs;
import openproton.base.FileTree;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.bundle.TemplateKind;
import openproton.render.namespace.DeployedInstanceFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.InstanceFacts;
import openproton.render.namespace.Namespace;
import openproton.render.namespace.ServiceFacts;
import openproton.render.schema.InputKind;
import openproton.render.terraform.TerraformSubject.Kind;

/// One directory with a Terraform manifest that somebody published.
///
/// @param root the folder of all clones
/// @param folder the directory that has the manifest
record PublicTerraform(Path root, Path folder) {
    private static final Pattern OUTPUT = Pattern.compile("outputs\\.(\\w+)|outputs\\[\"([\\w-]+)\"");

    /// Every directory below a folder whose manifest says Terraform.
    static List<PublicTerraform> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().matches("manifest\\.ya?ml"))
                    .filter(file -> text(file).contains("template_language: terraform"))
                    .map(file -> new PublicTerraform(root, parent(file)))
                    .sorted((one, other) -> one.folder.compareTo(other.folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files as their author wrote them.
    FileTree own() {
        return directory().selected();
    }

    /// The files as they are compiled.
    FileTree compiled() {
        return TerraformFiles.render(directory(), namespace(), subject());
    }

    Kind kind() {
        return Stream.of(Kind.values())
                .filter(kind -> folder.endsWith(kind.directory()))
                .findFirst()
                .orElse(Kind.COMPONENT);
    }

    TemplateDirectory directory() {
        return kind() == Kind.COMPONENT
                ? new TemplateDirectory(
                        "component", Manifest.readForComponent(text(folder.resolve("manifest.yaml"))), tree(folder))
                : bundle().directory(kind().directory()).orElseThrow();
    }

    private TemplateBundle bundle() {
        FileTree files = tree(parent(folder));
        boolean environment = kind() == Kind.ENVIRONMENT;
        return TemplateBundle.check(
                files,
                environment ? TemplateKind.ENVIRONMENT : TemplateKind.SERVICE,
                !environment && !files.hasFolder(TemplateBundle.PIPELINE_INFRASTRUCTURE),
                BundleLimits.STANDARD);
    }

    private TerraformSubject subject() {
        String arn = "arn:aws:proton:eu-west-1:000000000000:" + kind().word() + "/x";
        return new TerraformSubject(
                arn, kind(), Map.of("proton:account", "000000000000"), "id", Optional.empty(), Optional.empty());
    }

    private Namespace namespace() {
        return switch (kind()) {
            case ENVIRONMENT -> Namespace.environment("env", inputs(InputKind.ENVIRONMENT));
            case SERVICE_INSTANCE -> Namespace.serviceInstance(instance(), service(), environment(), Optional.empty());
            case PIPELINE ->
                Namespace.pipeline(
                        inputs(InputKind.PIPELINE),
                        service(),
                        List.of(new DeployedInstanceFacts(instance(), outputs(), environment())));
            case COMPONENT -> Namespace.component("component", environment());
        };
    }

    private Map<String, Object> inputs(InputKind kind) {
        return new PublicInputs(bundle().schema().inputs(kind), parent(folder), root).of(kind);
    }

    private InstanceFacts instance() {
        return new InstanceFacts("instance", inputs(InputKind.SERVICE));
    }

    private static ServiceFacts service() {
        return new ServiceFacts("service", "main", "owner/code", "arn:connection");
    }

    private EnvironmentFacts environment() {
        return new EnvironmentFacts("env", "000000000000", outputs());
    }

    /// A value for each output that the files ask for.
    private Map<String, String> outputs() {
        var outputs = new HashMap<String, String>();
        own().files()
                .values()
                .forEach(file -> OUTPUT.matcher(file.text())
                        .results()
                        .forEach(name -> outputs.put(name.group(1) == null ? name.group(2) : name.group(1), "value")));
        return outputs;
    }

    private static FileTree tree(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            FileTree tree = FileTree.EMPTY;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree = tree.with(
                        folder.relativize(file).toString(), new FileTree.Entry(Files.readAllBytes(file), false));
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return root.relativize(folder).toString();
    }
}
