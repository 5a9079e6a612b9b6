package openproton.resource.sync;

import java.util.Optional;
import openproton.api.ApiModel;
import openproton.api.Caller;
import openproton.api.CreateServiceSyncConfigInput;
import openproton.api.CreateServiceSyncConfigOutput;
import openproton.api.Operation;
import openproton.api.ValidationException;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.request.Request;
import openproton.resource.request.Scope;
import openproton.resource.service.ServiceTable;
import openproton.store.Transaction;

/// Lets a service follow an ops file; its first sync starts at once.
public record CreateServiceSyncConfig(Syncs syncs)
        implements Operation<CreateServiceSyncConfigInput, CreateServiceSyncConfigOutput> {

    @Override
    public CreateServiceSyncConfigOutput handle(CreateServiceSyncConfigInput input, Caller caller) {
        var scope = Scope.of(caller);
        var follower = SyncConfig.Follower.service(scope, input.serviceName());
        return syncs.database().inTransaction(tx -> {
            if (new ServiceTable(tx).find(scope, input.serviceName()).isEmpty()) {
                throw new ValidationException("%s does not exist; create it first, or with CreateServiceFromRepository"
                        .formatted(follower.words()));
            }
            var request = Request.naming(
                    ApiModel.CREATE_SERVICE_SYNC_CONFIG,
                    input,
                    caller,
                    follower.configArn(),
                    _ -> Syncs.find(tx, follower).map(CreateServiceSyncConfig::answer));
            return syncs.idempotency().answer(tx, request, () -> create(tx, follower, input));
        });
    }

    private CreateServiceSyncConfigOutput create(
            Transaction tx, SyncConfig.Follower follower, CreateServiceSyncConfigInput input) {
        var branch = new LinkedBranch(input.repositoryProvider(), input.repositoryName(), input.branch());
        var config = new SyncConfig(follower, branch, input.filePath());
        syncs.create(tx, config);
        return answer(config);
    }

    private static CreateServiceSyncConfigOutput answer(SyncConfig config) {
        return new CreateServiceSyncConfigOutput(Optional.of(config.serviceSyncConfig()));
    }
}
