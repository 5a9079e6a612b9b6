package openproton.resource.sync;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateTemplateSyncConfigInput;
import openproton.api.CreateTemplateSyncConfigOutput;
import openproton.api.Operation;
import openproton.api.ValidationException;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.Templates;
import openproton.store.Transaction;

/// Lets a template follow a branch; its first sync starts at once.
public record CreateTemplateSyncConfig(Syncs syncs, Templates templates)
        implements Operation<CreateTemplateSyncConfigInput, CreateTemplateSyncConfigOutput> {

    @Override
    public CreateTemplateSyncConfigOutput handle(CreateTemplateSyncConfigInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), input.templateType(), input.templateName());
        var follower = SyncConfig.Follower.template(template.scope(), template.type(), template.name());
        return syncs.database().inTransaction(tx -> {
            if (!templates.exists(tx, template)) {
                throw new ValidationException(
                        "%s does not exist; create it first, a sync never does".formatted(template.words()));
            }
            var request = Request.naming(
                    ApiModel.CREATE_TEMPLATE_SYNC_CONFIG,
                    input,
                    caller,
                    follower.configArn(),
                    _ -> Syncs.find(tx, follower).map(CreateTemplateSyncConfig::answer));
            return syncs.idempotency().answer(tx, request, () -> create(tx, follower, input));
        });
    }

    private CreateTemplateSyncConfigOutput create(
            Transaction tx, SyncConfig.Follower follower, CreateTemplateSyncConfigInput input) {
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.subdirectory().orElse(""));
        syncs.create(tx, config);
        return answer(config);
    }

    private static CreateTemplateSyncConfigOutput answer(SyncConfig config) {
        return new CreateTemplateSyncConfigOutput(Optional.of(config.templateSyncConfig()));
    }
}
