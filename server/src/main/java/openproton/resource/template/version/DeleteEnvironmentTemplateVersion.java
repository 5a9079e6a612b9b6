package openproton.resource.template.version;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.DeleteEnvironmentTemplateVersionInput;
import openproton.api.DeleteEnvironmentTemplateVersionOutput;
import openproton.api.TemplateType;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.store.Transaction;

/// Removes a version that nothing uses and that is not recommended, or is the last one.
record DeleteEnvironmentTemplateVersion(Versions versions)
        implements Repeatable<DeleteEnvironmentTemplateVersionInput, DeleteEnvironmentTemplateVersionOutput> {

    @Override
    public String resource(DeleteEnvironmentTemplateVersionInput input, Caller caller) {
        return key(input, caller).arn();
    }

    private static VersionKey key(DeleteEnvironmentTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.templateName());
        return Versions.key(template, input.majorVersion(), input.minorVersion());
    }

    @Override
    public Optional<DeleteEnvironmentTemplateVersionOutput> current(
            Transaction tx, String resource, DeleteEnvironmentTemplateVersionInput input, Caller caller) {
        return versions.find(tx, key(input, caller)).map(this::answer);
    }

    @Override
    public DeleteEnvironmentTemplateVersionOutput handle(
            Transaction tx, DeleteEnvironmentTemplateVersionInput input, Caller caller) {
        return answer(versions.delete(tx, key(input, caller)));
    }

    private DeleteEnvironmentTemplateVersionOutput answer(StoredVersion version) {
        return new DeleteEnvironmentTemplateVersionOutput(Optional.of(version.environmentTemplateVersion()));
    }
}
