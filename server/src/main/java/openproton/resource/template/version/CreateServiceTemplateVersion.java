package openproton.resource.template.version;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateServiceTemplateVersionInput;
import openproton.api.CreateServiceTemplateVersionOutput;
import openproton.api.TemplateType;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// Assigns the next version number and registers the bundle behind it in the background.
record CreateServiceTemplateVersion(Versions versions)
        implements Repeatable<CreateServiceTemplateVersionInput, CreateServiceTemplateVersionOutput> {

    @Override
    public String resource(CreateServiceTemplateVersionInput input, Caller caller) {
        return template(input, caller).arn();
    }

    private static TemplateKey template(CreateServiceTemplateVersionInput input, Caller caller) {
        return new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.templateName());
    }

    /// The server chooses the number.
    @Override
    public String made(String resource, CreateServiceTemplateVersionOutput answer) {
        return answer.serviceTemplateVersion().arn();
    }

    @Override
    public Optional<CreateServiceTemplateVersionOutput> current(
            Transaction tx, String resource, CreateServiceTemplateVersionInput input, Caller caller) {
        return versions.find(tx, template(input, caller), resource).map(CreateServiceTemplateVersion::answer);
    }

    @Override
    public CreateServiceTemplateVersionOutput handle(
            Transaction tx, CreateServiceTemplateVersionInput input, Caller caller) {
        return answer(versions.create(tx, template(input, caller), wanted(input)));
    }

    private static Versions.Wanted wanted(CreateServiceTemplateVersionInput input) {
        return new Versions.Wanted(
                input.majorVersion(),
                input.description(),
                Versions.source(input.source()),
                relations(input),
                input.tags().orElse(List.of()));
    }

    private static StoredVersion.Relations relations(CreateServiceTemplateVersionInput input) {
        return new StoredVersion.Relations(
                Versions.compatible(input.compatibleEnvironmentTemplates()),
                input.supportedComponentSources().orElse(List.of()));
    }

    private static CreateServiceTemplateVersionOutput answer(StoredVersion version) {
        return new CreateServiceTemplateVersionOutput(version.serviceTemplateVersion());
    }
}
