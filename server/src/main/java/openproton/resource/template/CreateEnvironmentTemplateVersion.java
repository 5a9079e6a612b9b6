package openproton.resource.template;

import java.util.List;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateEnvironmentTemplateVersionInput;
import openproton.api.CreateEnvironmentTemplateVersionOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;

/// Assigns the next version number and registers the bundle behind it in the background.
public record CreateEnvironmentTemplateVersion(Versions versions)
        implements Operation<CreateEnvironmentTemplateVersionInput, CreateEnvironmentTemplateVersionOutput> {

    @Override
    public CreateEnvironmentTemplateVersionOutput handle(CreateEnvironmentTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.templateName());
        return versions.database().inTransaction(tx -> {
            var request = new Request<>(
                    ApiModel.CREATE_ENVIRONMENT_TEMPLATE_VERSION,
                    input,
                    caller,
                    template.arn(),
                    arn -> versions.find(tx, template, arn).map(CreateEnvironmentTemplateVersion::answer),
                    answer -> answer.environmentTemplateVersion().arn());
            return versions.idempotency()
                    .answer(tx, request, () -> answer(versions.create(tx, template, wanted(input))));
        });
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
