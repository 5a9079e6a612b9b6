package openproton.resource.account;

import java.util.Optional;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.store.Row;
import openproton.store.Transaction;

/// The SQL of account settings.
public record SettingsTable(Transaction tx) {
    private static final String FIND = "SELECT * FROM account_settings WHERE account = ? AND region = ?";
    private static final String PUT = """
        INSERT INTO account_settings (account, region, pipeline_service_role_arn, pipeline_codebuild_role_arn,
                                      repository_provider, repository_name, repository_branch)
        VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, region)
            DO UPDATE SET pipeline_service_role_arn = excluded.pipeline_service_role_arn,
                          pipeline_codebuild_role_arn = excluded.pipeline_codebuild_role_arn,
                          repository_provider = excluded.repository_provider,
                          repository_name = excluded.repository_name,
                          repository_branch = excluded.repository_branch
        """;

    /// What all pipelines of an account share.
    ///
    /// @param serviceRole provisions CloudFormation pipelines
    /// @param codebuildRole runs the commands of CodeBuild pipelines
    /// @param repository takes Terraform pipelines as pull requests
    public record Settings(
            Optional<String> serviceRole, Optional<String> codebuildRole, Optional<LinkedBranch> repository) {

        /// Nothing was ever set.
        static final Settings NONE = new Settings(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The settings; all empty when nothing was ever set.
    public Settings find(Scope scope) {
        return tx.find(FIND, SettingsTable::read, scope.account(), scope.region())
                .orElse(Settings.NONE);
    }

    void put(Scope scope, Settings settings) {
        tx.update(
                PUT,
                scope.account(),
                scope.region(),
                settings.serviceRole(),
                settings.codebuildRole(),
                settings.repository().map(LinkedBranch::provider),
                settings.repository().map(LinkedBranch::name),
                settings.repository().map(LinkedBranch::branch));
    }

    private static Settings read(Row row) {
        return new Settings(
                row.optionalText("pipeline_service_role_arn"),
                row.optionalText("pipeline_codebuild_role_arn"),
                LinkedBranch.of(row));
    }
}
