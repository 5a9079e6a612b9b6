-- The newest attempt to bring a branch here for what follows it; commit_id is the one it was for, absent when the
-- branch has to be looked at again. Events are a JSON list.
CREATE TABLE repository_sync (
    account    ${name} NOT NULL,
    region     ${name} NOT NULL,
    sync_type  ${name} NOT NULL,
    provider   ${name} NOT NULL,
    name       ${name} NOT NULL,
    branch     ${name} NOT NULL,
    status     ${name} NOT NULL,
    started_at BIGINT  NOT NULL,
    commit_id  TEXT,
    events     TEXT    NOT NULL,
    PRIMARY KEY (account, region, sync_type, provider, name, branch)
);

-- What follows a commit: a major version of a template, or a service instance. The attempts and the revision are JSON
-- in the form of the API; content tells what the last success held.
CREATE TABLE resource_sync (
    target    ${name} PRIMARY KEY,
    desired   TEXT    NOT NULL,
    latest    TEXT,
    succeeded TEXT,
    content   TEXT,
    version   TEXT
);
