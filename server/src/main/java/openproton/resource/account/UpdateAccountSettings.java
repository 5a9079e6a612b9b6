package openproton.resource.account;

import java.util.Optional;
import openproton.api.Caller;
import openproton.api.Operation;
import openproton.api.UpdateAccountSettingsInput;
import openproton.api.UpdateAccountSettingsOutput;
import openproton.api.ValidationException;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// Changes the settings that all pipelines of the account share; what is left out stays, an empty role clears it.
public record UpdateAccountSettings(Database database)
        implements Operation<UpdateAccountSettingsInput, UpdateAccountSettingsOutput> {

    @Override
    public UpdateAccountSettingsOutput handle(UpdateAccountSettingsInput input, Caller caller) {
        input.pipelineProvisioningRepository().ifPresent(repository -> {
            throw new ValidationException(
                    "pipelineProvisioningRepository '%s' is not a linked repository".formatted(repository.name()));
        });
        var scope = Scope.of(caller);
        return database.inTransaction(tx -> {
            var table = new SettingsTable(tx);
            var before = table.find(scope);
            var after = new SettingsTable.Settings(
                    changed(before.serviceRole(), input.pipelineServiceRoleArn()),
                    changed(before.codebuildRole(), input.pipelineCodebuildRoleArn()));
            table.put(scope, after);
            return new UpdateAccountSettingsOutput(GetAccountSettings.toApi(after));
        });
    }

    private static Optional<String> changed(Optional<String> before, Optional<String> wanted) {
        return wanted.or(() -> before).filter(role -> !role.isEmpty());
    }
}
