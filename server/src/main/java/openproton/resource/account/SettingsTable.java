package openproton.resource.account;

import java.util.Optional;
import openproton.resource.request.Scope;
import openproton.store.Transaction;

/// The SQL of account settings.
public record SettingsTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM account_settings WHERE account = ? AND region = ?";
    private static final String PUT = """
        INSERT INTO account_settings (account, region, pipeline_service_role_arn, pipeline_codebuild_role_arn)
        VALUES (?, ?, ?, ?)
            ON CONFLICT (account, region)
            DO UPDATE SET pipeline_service_role_arn = excluded.pipeline_service_role_arn,
                          pipeline_codebuild_role_arn = excluded.pipeline_codebuild_role_arn
        """;

    /// What all pipelines of an account share.
    ///
    /// @param serviceRole provisions CloudFormation pipelines
    /// @param codebuildRole runs the commands of CodeBuild pipelines
    public record Settings(Optional<String> serviceRole, Optional<String> codebuildRole) {}

    /// The settings; both empty when nothing was ever set.
    public Settings find(Scope scope) {
        return tx.find(
                        FIND,
                        row -> new Settings(
                                row.optionalText("pipeline_service_role_arn"),
                                row.optionalText("pipeline_codebuild_role_arn")),
                        scope.account(),
                        scope.region())
                .orElse(new Settings(Optional.empty(), Optional.empty()));
    }

    void put(Scope scope, Settings settings) {
        tx.update(PUT, scope.account(), scope.region(), settings.serviceRole(), settings.codebuildRole());
    }
}
