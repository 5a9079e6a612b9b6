package openproton.cli.tour;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import openproton.cli.command.template.MajorChoice;
import openproton.cli.command.template.TemplatePush;
import openproton.cli.offline.BundleFolder;
import openproton.cli.terminal.CommandContext;
import openproton.cli.wire.ServerClient;
import openproton.cli.wire.TemplateCalls;
import openproton.cli.wire.TemplateReference;
import openproton.render.bundle.TemplateKind;

/// The sample templates of this repository that a quickstart uses.
record SampleTemplates(ServerClient client, CommandContext context) {

    /// Registers and publishes a bundle of the folder `templates`, unless it is registered already.
    ///
    /// @param environments the environment templates that a service template can be deployed into
    /// @return the ARN of the template
    String publish(TemplateKind kind, String name, List<TemplateReference> environments) {
        var calls = new TemplateCalls(client, kind);
        var push = new TemplatePush(calls, context, name);
        var bundle = BundleFolder.read(context.home().resolve("templates").resolve(name));
        push.create(bundle, TemplateCalls.Titles.NONE);
        push.publish(
                push.register(bundle, new MajorChoice.Newest(), new TemplateCalls.CompatibleWith(environments, false)));
        return calls.require(name).arn();
    }

    /// Deletes a template with all its versions, if the template exists. The recommended version has to be last.
    void remove(TemplateKind kind, String name) {
        var calls = new TemplateCalls(client, kind);
        if (calls.find(name).isEmpty()) {
            return;
        }
        calls.versions(name).stream()
                .sorted(Comparator.comparing(
                        version -> version.recommendedMinor().equals(Optional.of(version.minor()))))
                .forEach(version -> calls.deleteVersion(name, version));
        calls.delete(name);
        context.terminal().detail("template '%s' was deleted".formatted(name));
    }
}
