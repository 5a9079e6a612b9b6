package openproton.resource.sync.service;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.CreateServiceSyncConfigInput;
import openproton.api.CreateServiceSyncConfigOutput;
import openproton.api.ValidationException;
import openproton.request.Repeatable;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.service.ServiceTable;
import openproton.resource.sync.follow.SyncConfig;
import openproton.resource.sync.follow.Syncs;
import openproton.store.Transaction;

/// Lets a service follow an ops file; its first sync starts at once.
public record CreateServiceSyncConfig(Syncs syncs)
        implements Repeatable<CreateServiceSyncConfigInput, CreateServiceSyncConfigOutput> {

    @Override
    public String resource(CreateServiceSyncConfigInput input, Caller caller) {
        return follower(input, caller).configArn();
    }

    private static SyncConfig.SyncedResource follower(CreateServiceSyncConfigInput input, Caller caller) {
        return SyncConfig.SyncedResource.service(Scope.of(caller), input.serviceName());
    }

    @Override
    public Optional<CreateServiceSyncConfigOutput> current(
            Transaction tx, String resource, CreateServiceSyncConfigInput input, Caller caller) {
        return Syncs.find(tx, follower(input, caller)).map(CreateServiceSyncConfig::answer);
    }

    @Override
    public CreateServiceSyncConfigOutput handle(Transaction tx, CreateServiceSyncConfigInput input, Caller caller) {
        var follower = follower(input, caller);
        if (new ServiceTable(tx).find(Scope.of(caller), input.serviceName()).isEmpty()) {
            throw new ValidationException("%s does not exist; create it first, or with CreateServiceFromRepository"
                    .formatted(follower.words()));
        }
        return create(tx, follower, input);
    }

    private CreateServiceSyncConfigOutput create(
            Transaction tx, SyncConfig.SyncedResource follower, CreateServiceSyncConfigInput input) {
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.filePath());
        syncs.create(tx, config);
        return answer(config);
    }

    private static CreateServiceSyncConfigOutput answer(SyncConfig config) {
        return new CreateServiceSyncConfigOutput(Optional.of(config.serviceSyncConfig()));
    }
}
