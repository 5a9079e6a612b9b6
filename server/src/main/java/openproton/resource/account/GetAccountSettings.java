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
        var settings = database.read(tx -> new SettingsTable(tx).find(Scope.of(caller)));
        return new GetAccountSettingsOutput(Optional.of(toApi(settings)));
    }

    static AccountSettings toApi(SettingsTable.Settings settings) {
        return AccountSettings.builder()
                .pipelineServiceRoleArn(settings.serviceRole())
                .pipelineCodebuildRoleArn(settings.codebuildRole())
                .build();
    }
}
