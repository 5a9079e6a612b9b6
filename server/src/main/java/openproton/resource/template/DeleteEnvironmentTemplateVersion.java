package openproton.resource.template;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.DeleteEnvironmentTemplateVersionInput;
import openproton.api.DeleteEnvironmentTemplateVersionOutput;
import openproton.api.Operation;
import openproton.api.TemplateType;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;

/// Removes a version that nothing uses and that is not recommended, or is the last one.
public record DeleteEnvironmentTemplateVersion(Versions versions)
        implements Operation<DeleteEnvironmentTemplateVersionInput, DeleteEnvironmentTemplateVersionOutput> {

    @Override
    public DeleteEnvironmentTemplateVersionOutput handle(DeleteEnvironmentTemplateVersionInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), TemplateType.ENVIRONMENT, input.templateName());
        var key = Versions.key(template, input.majorVersion(), input.minorVersion());
        return versions.database().inTransaction(tx -> {
            var request = Request.naming(
                    ApiModel.DELETE_ENVIRONMENT_TEMPLATE_VERSION,
                    input,
                    caller,
                    key.arn(),
                    _ -> versions.find(tx, key).map(this::answer));
            return versions.idempotency().answer(tx, request, () -> answer(versions.delete(tx, key)));
        });
    }

    private DeleteEnvironmentTemplateVersionOutput answer(StoredVersion version) {
        return new DeleteEnvironmentTemplateVersionOutput(Optional.of(version.environmentTemplateVersion()));
    }
}
