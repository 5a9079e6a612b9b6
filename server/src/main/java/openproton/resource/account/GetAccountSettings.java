package openproton.resource.account;

import java.util.Optional;
import openproton.api.AccountSettings;
import openproton.api.Caller;
import openproton.api.GetAccountSettingsInput;
import openproton.api.GetAccountSettingsOutput;
import openproton.api.Operation;
import openproton.resource.request.Scope;
import openproton.store.Database;

/// The settings that all pipelines of the account share; empty when nothing was ever set.
public record GetAccountSettings(Database database)
        implements Operation<GetAccountSettingsInput, GetAccountSettingsOutput> {

    @Override
    public GetAccountSettingsOutput handle(GetAccountSettingsInput input, Caller caller) {
        var scope = Scope.of(caller);
        var settings = database.read(tx -> new SettingsTable(tx).find(scope));
        return new GetAccountSettingsOutput(Optional.of(toApi(scope, settings)));
    }

    static AccountSettings toApi(Scope scope, SettingsTable.Settings settings) {
        return AccountSettings.builder()
                .pipelineServiceRoleArn(settings.serviceRole())
                .pipelineCodebuildRoleArn(settings.codebuildRole())
                .pipelineProvisioningRepository(settings.repository().map(branch -> branch.toApi(scope)))
                .build();
    }
}
