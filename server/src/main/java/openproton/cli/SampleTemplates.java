package openproton.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import openproton.api.CompatibleEnvironmentTemplateInput;
import openproton.render.bundle.TemplateKind;

/// The templates of this repository that a quickstart shows.
record SampleTemplates(ApiClient client, Outside outside) {

    /// Registers and publishes a bundle of the folder `templates`, unless that was done.
    void publish(String name, TemplateKind kind, List<CompatibleEnvironmentTemplateInput> compatible) {
        var push = new TemplatePush(client, outside);
        var bundle = BundleFolder.read(outside.home().resolve("templates").resolve(name));
        var order = new TemplatePush.Order(
                name,
                bundle,
                kind,
                TemplateCalls.Titles.NONE,
                new TemplatePush.Line.Newest(),
                new TemplateCalls.Fit(compatible, false));
        push.publish(kind, name, push.push(order));
    }

    /// Removes a template with all its versions, as far as it is there.
    void remove(TemplateKind kind, String name) {
        var calls = TemplateCalls.of(kind, client);
        if (calls.find(name).isEmpty()) {
            return;
        }
        calls.versions(name).stream()
                .sorted(Comparator.comparing(
                        version -> version.recommendedMinor().equals(Optional.of(version.minor()))))
                .forEach(version -> calls.deleteVersion(name, version));
        calls.delete(name);
        outside.terminal().note("    template '%s' is deleted".formatted(name));
    }
}
