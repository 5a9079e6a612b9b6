package openproton.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openproton.base.FileTree;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.Manifest;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateKind;
import openproton.render.cloudformation.CloudFormationFiles;
import openproton.render.jinja.Jinja;
import openproton.render.namespace.DeployedInstanceFacts;
import openproton.render.namespace.EnvironmentFacts;
import openproton.render.namespace.InstanceFacts;
import openproton.render.namespace.Namespace;
import openproton.render.namespace.ServiceFacts;
import openproton.render.schema.InputKind;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/// One directory with a CloudFormation manifest that somebody published, ready to be rendered.
///
/// @param root the folder of all clones
/// @param folder the directory that has the manifest
record PublicBundle(Path root, Path folder) {
    private static final Pattern OUTPUT =
            Pattern.compile("environment\\.outputs\\.(\\w+)|environment\\.outputs\\[['\"](\\w+)");

    private static final Pattern PREVIEW_KEY = Pattern.compile("(?m)^(\\s*)engine:");

    /// Every directory below a folder whose manifest says CloudFormation.
    static List<PublicBundle> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().matches("manifest\\.ya?ml"))
                    .filter(file -> text(file).contains("language: cloudformation"))
                    .map(file -> new PublicBundle(root, file.getParent()))
                    .sorted((one, other) -> one.folder.compareTo(other.folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether its author made it to be refused.
    boolean isMeantToBeWrong() {
        return folder.toString().contains("/invalid_");
    }

    /// The template with the inputs of its spec, or the nearest thing to one.
    String rendered() {
        return kind().map(kind -> rendered(kind, inputs(kind).of(kind))).orElseGet(this::component);
    }

    /// The template with the first change of an input that makes it another; none for a component.
    Optional<String> renderedDifferently() {
        String before = rendered();
        return kind().stream()
                .flatMap(kind -> inputs(kind).variations(kind).stream().map(inputs -> rendered(kind, inputs)))
                .filter(text -> !text.equals(before))
                .findFirst();
    }

    private Optional<InputKind> kind() {
        return switch (directory()) {
            case TemplateBundle.INFRASTRUCTURE -> Optional.of(InputKind.ENVIRONMENT);
            case TemplateBundle.INSTANCE_INFRASTRUCTURE -> Optional.of(InputKind.SERVICE);
            case TemplateBundle.PIPELINE_INFRASTRUCTURE -> Optional.of(InputKind.PIPELINE);
            default -> Optional.empty();
        };
    }

    private String rendered(InputKind kind, Map<String, Object> inputs) {
        return rendered(
                bundle(),
                directory(),
                switch (kind) {
                    case ENVIRONMENT -> Namespace.environment("env", inputs);
                    case SERVICE ->
                        Namespace.serviceInstance(
                                new InstanceFacts("instance", inputs), service(), environment(), Optional.empty());
                    case PIPELINE -> Namespace.pipeline(inputs, service(), List.of(instance()));
                });
    }

    private DeployedInstanceFacts instance() {
        var inputs = inputs(InputKind.SERVICE).of(InputKind.SERVICE);
        return new DeployedInstanceFacts(new InstanceFacts("instance", inputs), instanceOutputs(), environment());
    }

    private String component() {
        var manifest = (Manifest.CloudFormation) Manifest.readForComponent(text(folder.resolve("manifest.yaml")));
        var values = Namespace.component("component", environment()).jinjaValues();
        return new Jinja(System::nanoTime).render(manifest.file(), text(folder.resolve(manifest.file())), values);
    }

    private String rendered(TemplateBundle bundle, String directory, Namespace namespace) {
        var chosen = bundle.directories().get(directory);
        var manifest = (Manifest.CloudFormation) chosen.manifest();
        return CloudFormationFiles.render(chosen, manifest, namespace, new Jinja(System::nanoTime))
                .text(manifest.file())
                .orElseThrow();
    }

    /// Whether its manifest has the keys of Proton's preview, which must be refused.
    boolean isOfThePreview() {
        return PREVIEW_KEY.matcher(text(folder.resolve("manifest.yaml"))).find();
    }

    /// The bundle as it is registered; refused where it is of the preview.
    TemplateBundle registered() {
        return check(tree(folder.getParent()));
    }

    /// The bundle, with the keys of today in its manifests.
    private TemplateBundle bundle() {
        var files = tree(folder.getParent());
        for (String path : files.files().keySet()) {
            if (path.endsWith("manifest.yaml")) {
                String manifest = files.text(path).orElseThrow();
                files = files.with(path, PREVIEW_KEY.matcher(manifest).replaceAll("$1rendering_engine:"));
            }
        }
        return check(files);
    }

    private TemplateBundle check(FileTree files) {
        boolean environment = directory().equals(TemplateBundle.INFRASTRUCTURE);
        boolean withoutPipeline = !environment && !files.hasFolder(TemplateBundle.PIPELINE_INFRASTRUCTURE);
        return TemplateBundle.check(
                files,
                environment ? TemplateKind.ENVIRONMENT : TemplateKind.SERVICE,
                withoutPipeline,
                BundleLimits.STANDARD);
    }

    private PublicInputs inputs(InputKind kind) {
        return new PublicInputs(bundle().schema().inputs(kind), folder.getParent(), root);
    }

    private EnvironmentFacts environment() {
        return new EnvironmentFacts("env", StandIn.ACCOUNT, outputs());
    }

    /// What the instance beside a pipeline really has, once it is made.
    private Map<String, String> instanceOutputs() {
        var instance = new PublicBundle(root, folder.resolveSibling(TemplateBundle.INSTANCE_INFRASTRUCTURE));
        try (var aws = StandIn.open();
                var client = new StandInClients(aws.uri()).cloudFormation()) {
            String template = instance.rendered();
            client.createStack(it -> it.stackName("instance")
                    .templateBody(template)
                    .capabilities(Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND));
            aws.runToEnd("instance");
            return aws.stack("instance").outputValues();
        }
    }

    /// A value for each output that the template asks for.
    private Map<String, String> outputs() {
        var outputs = new LinkedHashMap<String, String>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> OUTPUT.matcher(text(file))
                            .results()
                            .map(found -> Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)))
                            .forEach(name -> outputs.put(name, plausible(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outputs;
    }

    private static String plausible(String name) {
        if (name.endsWith("Arn") || name.endsWith("Role")) {
            return "arn:aws:iam::%s:role/%s".formatted(StandIn.ACCOUNT, name);
        } else if (name.endsWith("Region")) {
            return "eu-west-1";
        } else if (name.contains("SecurityGroup")) {
            return "sg-0123456789abcdef0";
        }
        return name.contains("Subnet") ? "subnet-0123456789abcdef0" : "the-" + name;
    }

    private static ServiceFacts service() {
        return new ServiceFacts(
                "svc", "main", "owner/code", "arn:aws:codestar-connections:eu-west-1:123456789012:connection/1");
    }

    private String directory() {
        return folder.getFileName().toString();
    }

    private static FileTree tree(Path bundle) {
        var entries = new TreeMap<String, FileTree.Entry>();
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(bundle.relativize(file).toString(), new FileTree.Entry(Files.readAllBytes(file), false));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileTree(entries);
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
