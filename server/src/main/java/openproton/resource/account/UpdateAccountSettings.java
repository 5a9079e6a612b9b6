package openproton.resource.account;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.UpdateAccountSettingsInput;
import openproton.api.UpdateAccountSettingsOutput;
import openproton.api.ValidationException;
import openproton.request.Change;
import openproton.request.OwnRole;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.resource.repository.Repositories;
import openproton.store.Transaction;

/// Changes the settings that all pipelines of the account share; what is left out stays, an empty role clears it.
public record UpdateAccountSettings() implements Change<UpdateAccountSettingsInput, UpdateAccountSettingsOutput> {

    @Override
    public UpdateAccountSettingsOutput handle(Transaction tx, UpdateAccountSettingsInput input, Caller caller) {
        boolean forget = input.deletePipelineProvisioningRepository().orElse(false);
        if (forget && input.pipelineProvisioningRepository().isPresent()) {
            throw new ValidationException(
                    "give either pipelineProvisioningRepository or deletePipelineProvisioningRepository, not both");
        }
        OwnRole.require("pipelineServiceRoleArn", input.pipelineServiceRoleArn(), caller);
        OwnRole.require("pipelineCodebuildRoleArn", input.pipelineCodebuildRoleArn(), caller);
        var scope = Scope.of(caller);
        var table = new SettingsTable(tx);
        var before = table.find(scope);
        Optional<LinkedBranch> repository =
                input.pipelineProvisioningRepository().map(LinkedBranch::of);
        repository.ifPresent(branch -> Repositories.requireLinked(tx, scope, branch, "pipelineProvisioningRepository"));
        var after = new SettingsTable.Settings(
                changed(before.serviceRole(), input.pipelineServiceRoleArn()),
                changed(before.codebuildRole(), input.pipelineCodebuildRoleArn()),
                forget ? Optional.empty() : repository.or(before::repository));
        table.put(scope, after);
        return new UpdateAccountSettingsOutput(GetAccountSettings.toApi(scope, after));
    }

    private static Optional<String> changed(Optional<String> before, Optional<String> wanted) {
        return wanted.or(() -> before).filter(role -> !role.isEmpty());
    }
}
