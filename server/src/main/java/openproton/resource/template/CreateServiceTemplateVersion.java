package openproton.resource.template;

import java.util.List;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateServiceTemplateVersionInput;
import openproton.api.CreateServiceTemplateVersionOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;

/// Assigns the next version number and registers the bundle behind it in the background.
public record CreateServiceTemplateVersion(Versions versions)
        implements Operation<CreateServiceTemplateVersionInput, CreateServiceTemplateVersionOutput> {

    @Override
    public CreateServiceTemplateVersionOutput handle(CreateServiceTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.templateName());
        return versions.database().inTransaction(tx -> {
            var request = new Request<>(
                    ApiModel.CREATE_SERVICE_TEMPLATE_VERSION,
                    input,
                    caller,
                    template.arn(),
                    arn -> versions.find(tx, template, arn).map(CreateServiceTemplateVersion::answer),
                    answer -> answer.serviceTemplateVersion().arn());
            return versions.idempotency()
                    .answer(tx, request, () -> answer(versions.create(tx, template, wanted(input))));
        });
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
