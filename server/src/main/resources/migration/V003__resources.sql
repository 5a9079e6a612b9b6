-- The Proton resources. Times are milliseconds since the epoch, lists and maps are JSON.
-- ${name} is text that sorts by its bytes, the same on every database.

-- What a bundle holds, or a deployment was given to run: compressed archives.
CREATE TABLE archive (
    id    ${name} PRIMARY KEY,
    bytes ${blob} NOT NULL
);

CREATE TABLE account_settings (
    account                      ${name} NOT NULL,
    region                       ${name} NOT NULL,
    pipeline_service_role_arn    TEXT,
    pipeline_codebuild_role_arn  TEXT,
    PRIMARY KEY (account, region)
);

-- Both kinds of templates: kind is ENVIRONMENT or SERVICE.
CREATE TABLE template (
    account        ${name} NOT NULL,
    region         ${name} NOT NULL,
    kind           ${name} NOT NULL,
    name           ${name} NOT NULL,
    display_name   TEXT    NOT NULL,
    description    TEXT,
    encryption_key TEXT,
    provisioning   TEXT,
    created_at     BIGINT  NOT NULL,
    modified_at    BIGINT  NOT NULL,
    PRIMARY KEY (account, region, kind, name)
);

-- The highest minor number ever given out in a major version: numbers are not used again.
CREATE TABLE template_major (
    account       ${name} NOT NULL,
    region        ${name} NOT NULL,
    kind          ${name} NOT NULL,
    template      ${name} NOT NULL,
    major         BIGINT  NOT NULL,
    minor_highest BIGINT  NOT NULL,
    PRIMARY KEY (account, region, kind, template, major)
);

CREATE TABLE template_version (
    account                 ${name} NOT NULL,
    region                  ${name} NOT NULL,
    kind                    ${name} NOT NULL,
    template                ${name} NOT NULL,
    major                   BIGINT  NOT NULL,
    minor                   BIGINT  NOT NULL,
    status                  ${name} NOT NULL,
    status_message          TEXT    NOT NULL,
    description             TEXT,
    schema_text             TEXT,
    methods                 TEXT    NOT NULL,
    source_bucket           TEXT    NOT NULL,
    source_key              TEXT    NOT NULL,
    archive_id              ${name},
    compatible_environments TEXT    NOT NULL,
    component_sources       TEXT    NOT NULL,
    created_at              BIGINT  NOT NULL,
    modified_at             BIGINT  NOT NULL,
    PRIMARY KEY (account, region, kind, template, major, minor)
);

CREATE TABLE environment (
    arn                ${name} PRIMARY KEY,
    account            ${name} NOT NULL,
    region             ${name} NOT NULL,
    name               ${name} NOT NULL,
    description        TEXT,
    service_role_arn   TEXT,
    codebuild_role_arn TEXT,
    component_role_arn TEXT,
    customer_managed   INT     NOT NULL
);

CREATE TABLE service (
    arn                       ${name} PRIMARY KEY,
    account                   ${name} NOT NULL,
    region                    ${name} NOT NULL,
    name                      ${name} NOT NULL,
    description               TEXT,
    template                  ${name} NOT NULL,
    major                     BIGINT  NOT NULL,
    minor                     BIGINT  NOT NULL,
    repository_connection_arn TEXT,
    repository_id             TEXT,
    branch_name               TEXT,
    status                    ${name} NOT NULL,
    status_message            TEXT,
    spec                      TEXT    NOT NULL,
    spec_wanted               TEXT,
    created_at                BIGINT  NOT NULL,
    modified_at               BIGINT  NOT NULL
);

CREATE UNIQUE INDEX service_name ON service (account, region, name);

-- What deployments deploy: environments, service instances, pipelines and components.
-- template, major, minor and spec are those of the last success, or the wanted ones before it.
-- before_* is how it stood when its newest deployment began, for one that is taken back.
CREATE TABLE deployable (
    arn                     ${name} PRIMARY KEY,
    account                 ${name} NOT NULL,
    region                  ${name} NOT NULL,
    type                    ${name} NOT NULL,
    environment_name        ${name} NOT NULL,
    service_name            ${name} NOT NULL,
    name                    ${name} NOT NULL,
    created_at              BIGINT  NOT NULL,
    template                ${name} NOT NULL,
    major                   BIGINT  NOT NULL,
    minor                   BIGINT  NOT NULL,
    spec                    TEXT    NOT NULL,
    status                  ${name} NOT NULL,
    status_message          TEXT,
    attempted_at            BIGINT  NOT NULL,
    succeeded_at            BIGINT,
    attempted_deployment_id ${name},
    succeeded_deployment_id ${name},
    client_token            TEXT,
    before_status           ${name},
    before_message          TEXT,
    before_attempted_at     BIGINT,
    before_attempted_id     ${name},
    outputs                 TEXT    NOT NULL,
    resources               TEXT    NOT NULL,
    archive_id              ${name}
);

CREATE INDEX deployable_by_service     ON deployable (account, region, type, service_name, name);
CREATE INDEX deployable_by_environment ON deployable (account, region, type, environment_name);
CREATE INDEX deployable_by_template    ON deployable (account, region, type, template, major, minor);

CREATE TABLE deployment (
    id                ${name} PRIMARY KEY,
    account           ${name} NOT NULL,
    region            ${name} NOT NULL,
    target_arn        ${name} NOT NULL,
    target_type       ${name} NOT NULL,
    target_created_at BIGINT  NOT NULL,
    environment_name  ${name} NOT NULL,
    service_name      ${name} NOT NULL,
    target_name       ${name} NOT NULL,
    action            ${name} NOT NULL,
    template          ${name} NOT NULL,
    major             BIGINT  NOT NULL,
    minor             BIGINT  NOT NULL,
    spec              TEXT    NOT NULL,
    first             INT     NOT NULL,
    status            ${name} NOT NULL,
    status_message    TEXT,
    initial_state     TEXT,
    target_state      TEXT,
    created_at        BIGINT  NOT NULL,
    modified_at       BIGINT  NOT NULL,
    completed_at      BIGINT,
    notice            TEXT,
    outputs           TEXT    NOT NULL,
    resources         TEXT    NOT NULL,
    inputs            TEXT,
    archive_id        ${name}
);

CREATE INDEX deployment_newest    ON deployment (account, region, created_at DESC, id);
CREATE INDEX deployment_of_target ON deployment (target_arn, created_at DESC, id);
CREATE INDEX deployment_busy      ON deployment (status);

CREATE TABLE tag (
    arn     ${name} NOT NULL,
    key     ${name} NOT NULL,
    value   TEXT    NOT NULL,
    managed INT     NOT NULL,
    PRIMARY KEY (arn, key)
);

-- What makes retried requests recognizable: requests by client token or by the name they created, and tombstones.
CREATE TABLE remembered (
    account   ${name} NOT NULL,
    region    ${name} NOT NULL,
    operation ${name} NOT NULL,
    key       ${name} NOT NULL,
    resource  ${name} NOT NULL,
    content   TEXT    NOT NULL,
    modified  INT     NOT NULL,
    at        BIGINT  NOT NULL,
    PRIMARY KEY (account, region, operation, key)
);

CREATE INDEX remembered_by_resource ON remembered (account, region, resource);
