package openproton.resource.template;

import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.api.UpdateServiceTemplateVersionInput;
import openproton.api.UpdateServiceTemplateVersionOutput;
import openproton.resource.request.Scope;

/// Changes the description, the compatible environments or the component sources of a version, or publishes a draft.
public record UpdateServiceTemplateVersion(Versions versions)
        implements Operation<UpdateServiceTemplateVersionInput, UpdateServiceTemplateVersionOutput> {

    @Override
    public UpdateServiceTemplateVersionOutput handle(UpdateServiceTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.templateName());
        var key = Versions.key(template, input.majorVersion(), input.minorVersion());
        return versions.database()
                .inTransaction(tx -> new UpdateServiceTemplateVersionOutput(versions.update(
                                tx,
                                key,
                                new Versions.Change(
                                        input.status(),
                                        input.description(),
                                        input.compatibleEnvironmentTemplates().map(Versions::compatible),
                                        input.supportedComponentSources()))
                        .serviceTemplateVersion()));
    }
}
