package openproton.resource.template.version;

import openproton.api.Caller;
import openproton.api.TemplateType;
import openproton.api.UpdateEnvironmentTemplateVersionInput;
import openproton.api.UpdateEnvironmentTemplateVersionOutput;
import openproton.request.Change;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// Changes the description of a version, or publishes a draft.
record UpdateEnvironmentTemplateVersion(Versions versions)
        implements Change<UpdateEnvironmentTemplateVersionInput, UpdateEnvironmentTemplateVersionOutput> {

    @Override
    public UpdateEnvironmentTemplateVersionOutput handle(
            Transaction tx, UpdateEnvironmentTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.templateName());
        var key = Versions.key(template, input.majorVersion(), input.minorVersion());
        return new UpdateEnvironmentTemplateVersionOutput(
                versions.update(tx, key, Versions.VersionChange.of(input.status(), input.description()))
                        .environmentTemplateVersion());
    }
}
