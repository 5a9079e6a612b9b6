-- What belongs to a component alone, beside what it has in common with all deployables.
-- service_name and instance_name are both empty while it is detached; service_spec is absent then.
CREATE TABLE component (
    arn           ${name} PRIMARY KEY,
    account       ${name} NOT NULL,
    region        ${name} NOT NULL,
    description   TEXT,
    service_name  ${name} NOT NULL,
    instance_name ${name} NOT NULL,
    service_spec  TEXT,
    template_file TEXT    NOT NULL,
    manifest      TEXT    NOT NULL,
    modified_at   BIGINT  NOT NULL
);

CREATE INDEX component_attached ON component (account, region, service_name, instance_name);
