package openproton.resource.account;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.UpdateAccountSettingsInput;
import openproton.api.UpdateAccountSettingsOutput;
import openproton.api.ValidationException;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.repository.Repositories;
import openproton.resource.request.OwnRole;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// Changes the settings that all pipelines of the account share; what is left out stays, an empty role clears it.
public record UpdateAccountSettings(Database database)
        implements Operation<UpdateAccountSettingsInput, UpdateAccountSettingsOutput> {

    @Override
    public UpdateAccountSettingsOutput handle(UpdateAccountSettingsInput input, Caller caller) {
        boolean forget = input.deletePipelineProvisioningRepository().orElse(false);
        if (forget && input.pipelineProvisioningRepository().isPresent()) {
            throw new ValidationException(
                    "give either pipelineProvisioningRepository or deletePipelineProvisioningRepository, not both");
        }
        requireOwn("pipelineServiceRoleArn", input.pipelineServiceRoleArn(), caller);
        requireOwn("pipelineCodebuildRoleArn", input.pipelineCodebuildRoleArn(), caller);
        var scope = Scope.of(caller);
        return database.inTransaction(tx -> {
            var table = new SettingsTable(tx);
            var before = table.find(scope);
            Optional<LinkedBranch> repository =
                    input.pipelineProvisioningRepository().map(LinkedBranch::of);
            repository.ifPresent(
                    branch -> Repositories.requireLinked(tx, scope, branch, "pipelineProvisioningRepository"));
            var after = new SettingsTable.Settings(
                    changed(before.serviceRole(), input.pipelineServiceRoleArn()),
                    changed(before.codebuildRole(), input.pipelineCodebuildRoleArn()),
                    forget ? Optional.empty() : repository.or(before::repository));
            table.put(scope, after);
            return new UpdateAccountSettingsOutput(GetAccountSettings.toApi(scope, after));
        });
    }

    private static void requireOwn(String member, Optional<String> role, Caller caller) {
        OwnRole.require(member, role.filter(given -> !given.isEmpty()), caller.account());
    }

    private static Optional<String> changed(Optional<String> before, Optional<String> wanted) {
        return wanted.or(() -> before).filter(role -> !role.isEmpty());
    }
}
