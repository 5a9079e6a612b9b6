package openproton.resource.account;

import java.util.Optional;
import openproton.api.AccountSettings;
import openproton.api.Caller;
import openproton.api.GetAccountSettingsInput;
import openproton.api.GetAccountSettingsOutput;
import openproton.request.Query;
import openproton.request.Scope;
import openproton.store.Transaction;

/// The settings that all pipelines of the account share; empty when nothing was ever set.
public record GetAccountSettings() implements Query<GetAccountSettingsInput, GetAccountSettingsOutput> {

    @Override
    public GetAccountSettingsOutput handle(Transaction tx, GetAccountSettingsInput input, Caller caller) {
        var scope = Scope.of(caller);
        var settings = new SettingsTable(tx).find(scope);
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
