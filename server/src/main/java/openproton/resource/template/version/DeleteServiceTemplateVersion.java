package openproton.resource.template.version;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteServiceTemplateVersionInput;
import openproton.api.DeleteServiceTemplateVersionOutput;
import openproton.api.TemplateType;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// Removes a version that nothing uses and that is not recommended, or is the last one.
record DeleteServiceTemplateVersion(Versions versions)
        implements Repeatable<DeleteServiceTemplateVersionInput, DeleteServiceTemplateVersionOutput> {

    @Override
    public String resource(DeleteServiceTemplateVersionInput input, Caller caller) {
        return key(input, caller).arn();
    }

    private static VersionKey key(DeleteServiceTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.SERVICE, input.templateName());
        return Versions.key(template, input.majorVersion(), input.minorVersion());
    }

    @Override
    public Optional<DeleteServiceTemplateVersionOutput> current(
            Transaction tx, String resource, DeleteServiceTemplateVersionInput input, Caller caller) {
        return versions.find(tx, key(input, caller)).map(this::answer);
    }

    @Override
    public DeleteServiceTemplateVersionOutput handle(
            Transaction tx, DeleteServiceTemplateVersionInput input, Caller caller) {
        return answer(versions.delete(tx, key(input, caller)));
    }

    private DeleteServiceTemplateVersionOutput answer(StoredVersion version) {
        return new DeleteServiceTemplateVersionOutput(Optional.of(version.serviceTemplateVersion()));
    }
}
