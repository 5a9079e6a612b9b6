package openproton.cli.offline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openproton.cli.terminal.CommandFailure;
import openproton.render.bundle.BundleLimits;
import openproton.render.bundle.TemplateBundle;
import openproton.render.bundle.TemplateKind;
import openproton.render.data.Yaml;
import openproton.render.data.YamlDocument;
import openproton.render.data.YamlLimits;
import openproton.render.schema.InputKind;
import openproton.render.spec.EnvironmentSpec;
import openproton.render.spec.InstanceSpec;
import openproton.render.spec.ServiceSpec;

/// A valid bundle that specs can be checked against without a server.
///
/// @param customerManaged environments: customers provision them; services: they have no pipeline
public record OfflineBundle(TemplateBundle bundle, TemplateKind kind, boolean customerManaged) {
    private static final YamlLimits SPEC_LIMITS = YamlLimits.ofCharacters(51_200);
    private static final Pattern INPUT = Pattern.compile("^[Ii]nput '([^'.\\[]+)");

    /// Checks a bundle.
    ///
    /// @param kind by the folders of the bundle when empty
    /// @throws openproton.render.BundleException with the first error of the bundle
    public static OfflineBundle check(BundleFolder folder, Optional<TemplateKind> kind, boolean noPipeline) {
        TemplateKind found = kind.orElse(folder.kind());
        boolean customerManaged = switch (found) {
            case ENVIRONMENT -> folder.customerManaged(found);
            case SERVICE -> noPipeline;
        };
        return new OfflineBundle(
                TemplateBundle.check(folder.files(), found, customerManaged, BundleLimits.STANDARD),
                found,
                customerManaged);
    }

    /// Checks a spec against the schema of the bundle.
    ///
    /// @throws openproton.render.spec.SpecException when the text is not a spec
    public SpecFindings check(Path file, String spec) {
        var findings = new SpecFindings(file.toString(), Yaml.read(spec, SPEC_LIMITS));
        switch (kind) {
            case ENVIRONMENT ->
                findings.check(
                        bundle,
                        InputKind.ENVIRONMENT,
                        EnvironmentSpec.parse(spec).inputs(),
                        "",
                        "spec");
            case SERVICE -> {
                var service = ServiceSpec.parse(spec);
                for (int index = 0; index < service.instances().size(); index++) {
                    InstanceSpec instance = service.instances().get(index);
                    String where = "instance '%s': ".formatted(instance.name());
                    findings.check(bundle, InputKind.SERVICE, instance.inputs(), where, "instances", index, "spec");
                }
                findings.check(
                        bundle, InputKind.PIPELINE, service.pipeline().orElse(Map.of()), "pipeline: ", "pipeline");
            }
        }
        return findings;
    }

    /// Errors and warnings of one spec, with file and line.
    ///
    /// @param errors what a server refuses
    /// @param warnings what a server ignores
    public record SpecFindings(String file, YamlDocument document, List<String> errors, List<String> warnings) {
        private SpecFindings(String file, YamlDocument document) {
            this(file, document, new ArrayList<>(), new ArrayList<>());
        }

        /// @throws CommandFailure with all errors, if there are any
        public void requireNoErrors() {
            if (!errors.isEmpty()) {
                throw CommandFailure.failed(String.join(System.lineSeparator(), errors));
            }
        }

        private void check(
                TemplateBundle bundle, InputKind kind, Map<String, Object> inputs, String where, Object... path) {
            var type = bundle.schema().inputs(kind);
            if (type.isEmpty()) {
                if (!inputs.isEmpty()) {
                    errors.add(
                            "%s, %s: %sthe template takes no inputs here".formatted(file, document.place(path), where));
                }
                return;
            }
            type.get().violations(inputs).forEach(text -> errors.add(located(text, where, path)));
            type.get().unknownInputs(inputs).forEach(text -> warnings.add(located(text, where, path)));
        }

        private String located(String text, String where, Object... path) {
            Matcher input = INPUT.matcher(text);
            var whole = new ArrayList<>(List.of(path));
            if (input.find()) {
                whole.add(input.group(1));
            }
            return "%s, %s: %s%s".formatted(file, document.place(whole.toArray()), where, text);
        }
    }
}
