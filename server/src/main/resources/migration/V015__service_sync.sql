-- What the ops file of a service named when it was read last, in its order: ARNs of instances, and the branches that
-- their specs come from. The service follows all of these branches, beside that of its ops file.
CREATE TABLE sync_entry (
    account  ${name} NOT NULL,
    region   ${name} NOT NULL,
    service  ${name} NOT NULL,
    position BIGINT  NOT NULL,
    target   TEXT    NOT NULL,
    branch   TEXT    NOT NULL,
    PRIMARY KEY (account, region, service, position)
);

-- What keeps a service (instance empty) or one of its instances from following. Contexts are JSON; a blocker holds as
-- long as resolved_at is absent.
CREATE TABLE sync_blocker (
    id              ${name} PRIMARY KEY,
    account         ${name} NOT NULL,
    region          ${name} NOT NULL,
    service         ${name} NOT NULL,
    instance        ${name} NOT NULL,
    reason          TEXT    NOT NULL,
    contexts        TEXT    NOT NULL,
    created_at      BIGINT  NOT NULL,
    resolved_reason TEXT,
    resolved_at     BIGINT
);

CREATE INDEX sync_blocker_target ON sync_blocker (account, region, service, instance, created_at);
