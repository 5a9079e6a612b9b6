package openproton.resource.sync.template;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateTemplateSyncConfigInput;
import openproton.api.CreateTemplateSyncConfigOutput;
import openproton.api.ValidationException;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.resource.template.TemplateKey;
import openproton.resource.template.Templates;
import openproton.store.Transaction;

/// Lets a template follow a branch; its first sync starts at once.
public record CreateTemplateSyncConfig(Syncs syncs, Templates templates)
        implements Repeatable<CreateTemplateSyncConfigInput, CreateTemplateSyncConfigOutput> {

    @Override
    public String resource(CreateTemplateSyncConfigInput input, Caller caller) {
        return follower(input, caller).configArn();
    }

    private static SyncConfig.SyncedResource follower(CreateTemplateSyncConfigInput input, Caller caller) {
        return SyncConfig.SyncedResource.template(Scope.of(caller), input.templateType(), input.templateName());
    }

    @Override
    public Optional<CreateTemplateSyncConfigOutput> current(
            Transaction tx, String resource, CreateTemplateSyncConfigInput input, Caller caller) {
        return Syncs.find(tx, follower(input, caller)).map(CreateTemplateSyncConfig::answer);
    }

    @Override
    public CreateTemplateSyncConfigOutput handle(Transaction tx, CreateTemplateSyncConfigInput input, Caller caller) {
        var template = new TemplateKey(Scope.of(caller), input.templateType(), input.templateName());
        if (!templates.exists(tx, template)) {
            throw new ValidationException(
                    "%s does not exist; create it first, a sync never does".formatted(template.words()));
        }
        return create(tx, follower(input, caller), input);
    }

    private CreateTemplateSyncConfigOutput create(
            Transaction tx, SyncConfig.SyncedResource follower, CreateTemplateSyncConfigInput input) {
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.subdirectory().orElse(""));
        syncs.create(tx, config);
        return answer(config);
    }

    private static CreateTemplateSyncConfigOutput answer(SyncConfig config) {
        return new CreateTemplateSyncConfigOutput(Optional.of(config.templateSyncConfig()));
    }
}
