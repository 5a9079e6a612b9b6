-- Links to git repositories; what reaches them is configured, credentials are never kept here.
CREATE TABLE repository (
    arn            ${name} PRIMARY KEY,
    account        ${name} NOT NULL,
    region         ${name} NOT NULL,
    provider       ${name} NOT NULL,
    name           ${name} NOT NULL,
    connection_arn TEXT    NOT NULL,
    encryption_key TEXT
);

CREATE UNIQUE INDEX repository_name ON repository (account, region, provider, name);

-- Connections between a management account, which has environments, and the account that they are provisioned in.
CREATE TABLE account_connection (
    id                  ${name} PRIMARY KEY,
    arn                 ${name} NOT NULL,
    region              ${name} NOT NULL,
    management_account  ${name} NOT NULL,
    environment_account ${name} NOT NULL,
    environment_name    ${name} NOT NULL,
    role_arn            TEXT,
    component_role_arn  TEXT,
    codebuild_role_arn  TEXT,
    status              ${name} NOT NULL,
    requested_at        BIGINT  NOT NULL,
    modified_at         BIGINT  NOT NULL
);

CREATE INDEX account_connection_management  ON account_connection (management_account, region, requested_at);
CREATE INDEX account_connection_environment ON account_connection (environment_account, region, requested_at);

-- Where an environment is provisioned: by pull requests to a branch, or in another account.
ALTER TABLE environment ADD COLUMN repository_provider ${name};
ALTER TABLE environment ADD COLUMN repository_name ${name};
ALTER TABLE environment ADD COLUMN repository_branch TEXT;
ALTER TABLE environment ADD COLUMN connection_id ${name};
ALTER TABLE environment ADD COLUMN connection_account ${name};

ALTER TABLE account_settings ADD COLUMN repository_provider ${name};
ALTER TABLE account_settings ADD COLUMN repository_name ${name};
ALTER TABLE account_settings ADD COLUMN repository_branch TEXT;

-- What follows a branch: templates (sync_type TEMPLATE_SYNC, kind ENVIRONMENT or SERVICE, path a folder or empty)
-- and services (sync_type SERVICE_SYNC, kind empty, path the ops file).
CREATE TABLE sync_config (
    account             ${name} NOT NULL,
    region              ${name} NOT NULL,
    sync_type           ${name} NOT NULL,
    kind                ${name} NOT NULL,
    name                ${name} NOT NULL,
    repository_provider ${name} NOT NULL,
    repository_name     ${name} NOT NULL,
    repository_branch   ${name} NOT NULL,
    path                TEXT    NOT NULL,
    PRIMARY KEY (account, region, sync_type, kind, name)
);

CREATE INDEX sync_config_branch
    ON sync_config (account, region, repository_provider, repository_name, repository_branch);
