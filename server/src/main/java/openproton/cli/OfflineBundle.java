package openproton.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/// A checked bundle, to which specs can be held without a server.
///
/// @param customerManaged environments: provisioned by the customer; services: without a pipeline
record OfflineBundle(TemplateBundle bundle, TemplateKind kind, boolean customerManaged) {
    private static final YamlLimits SPEC_LIMITS = YamlLimits.ofCharacters(51_200);
    private static final Pattern INPUT = Pattern.compile("^[Ii]nput '([^'.\\[]+)");

    /// @throws openproton.render.BundleException at the first thing that is wrong with the bundle
    static OfflineBundle check(BundleFolder folder, Optional<TemplateKind> kind, boolean noPipeline) {
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

    /// Everything that a server would refuse or ignore in a spec, with the file and line of each.
    ///
    /// @throws openproton.render.spec.SpecException when it is not a spec at all
    Findings problems(Path file, String spec) {
        var findings = new Findings(file.toString(), Yaml.read(spec, SPEC_LIMITS));
        switch (kind) {
            case ENVIRONMENT ->
                findings.hold(
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
                    findings.hold(bundle, InputKind.SERVICE, instance.inputs(), where, "instances", index, "spec");
                }
                findings.hold(
                        bundle, InputKind.PIPELINE, service.pipeline().orElse(Map.of()), "pipeline: ", "pipeline");
            }
        }
        return findings;
    }

    /// What was found in one spec.
    ///
    /// @param errors what makes a server refuse it
    /// @param warnings what a server ignores
    record Findings(String file, YamlDocument document, List<String> errors, List<String> warnings) {
        private Findings(String file, YamlDocument document) {
            this(file, document, new ArrayList<>(), new ArrayList<>());
        }

        private void hold(
                TemplateBundle bundle, InputKind kind, Map<String, Object> inputs, String where, Object... path) {
            var type = bundle.schema().inputs(kind);
            if (type.isEmpty()) {
                if (!inputs.isEmpty()) {
                    errors.add(
                            "%s, %s: %sthe template takes no such inputs".formatted(file, document.place(path), where));
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
