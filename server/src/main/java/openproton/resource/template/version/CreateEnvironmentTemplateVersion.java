package openproton.resource.template.version;

import java.util.List;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateEnvironmentTemplateVersionInput;
import openproton.api.CreateEnvironmentTemplateVersionOutput;
import openproton.api.TemplateType;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// Assigns the next version number and registers the bundle behind it in the background.
record CreateEnvironmentTemplateVersion(Versions versions)
        implements Repeatable<CreateEnvironmentTemplateVersionInput, CreateEnvironmentTemplateVersionOutput> {

    @Override
    public String resource(CreateEnvironmentTemplateVersionInput input, Caller caller) {
        return template(input, caller).arn();
    }

    private static TemplateKey template(CreateEnvironmentTemplateVersionInput input, Caller caller) {
        return new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.templateName());
    }

    /// The server chooses the number.
    @Override
    public String made(String resource, CreateEnvironmentTemplateVersionOutput answer) {
        return answer.environmentTemplateVersion().arn();
    }

    @Override
    public Optional<CreateEnvironmentTemplateVersionOutput> current(
            Transaction tx, String resource, CreateEnvironmentTemplateVersionInput input, Caller caller) {
        return versions.find(tx, template(input, caller), resource).map(CreateEnvironmentTemplateVersion::answer);
    }

    @Override
    public CreateEnvironmentTemplateVersionOutput handle(
            Transaction tx, CreateEnvironmentTemplateVersionInput input, Caller caller) {
        return answer(versions.create(tx, template(input, caller), wanted(input)));
    }

    private static Versions.Wanted wanted(CreateEnvironmentTemplateVersionInput input) {
        return new Versions.Wanted(
                input.majorVersion(),
                input.description(),
                Versions.source(input.source()),
                StoredVersion.Relations.NONE,
                input.tags().orElse(List.of()));
    }

    private static CreateEnvironmentTemplateVersionOutput answer(StoredVersion version) {
        return new CreateEnvironmentTemplateVersionOutput(version.environmentTemplateVersion());
    }
}
