package openproton.resource.template.version;

import openproton.api.Caller;
import openproton.api.TemplateType;
import openproton.api.UpdateServiceTemplateVersionInput;
import openproton.api.UpdateServiceTemplateVersionOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// Changes the description, the compatible environments or the component sources of a version, or publishes a draft.
record UpdateServiceTemplateVersion(Versions versions)
        implements Change<UpdateServiceTemplateVersionInput, UpdateServiceTemplateVersionOutput> {

    @Override
    public UpdateServiceTemplateVersionOutput handle(
            Transaction tx, UpdateServiceTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.templateName());
        var key = Versions.key(template, input.majorVersion(), input.minorVersion());
        return new UpdateServiceTemplateVersionOutput(versions.update(
                        tx,
                        key,
                        new Versions.VersionChange(
                                input.status(),
                                input.description(),
                                input.compatibleEnvironmentTemplates().map(Versions::compatible),
                                input.supportedComponentSources()))
                .serviceTemplateVersion());
    }
}
