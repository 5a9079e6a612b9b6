-- Terraform's states, every version sealed with a key derived from the master key.
CREATE TABLE terraform_state (
    arn           ${name}  NOT NULL,
    number        BIGINT   NOT NULL,
    deployment_id ${name}  NOT NULL,
    written_at    BIGINT   NOT NULL,
    sealed        ${blob}  NOT NULL,
    PRIMARY KEY (arn, number)
);

-- Who is changing a state now; lock_info is Terraform's own JSON about that.
CREATE TABLE terraform_lock (
    arn           ${name}  PRIMARY KEY,
    deployment_id ${name}  NOT NULL,
    lock_info     TEXT     NOT NULL,
    locked_at     BIGINT   NOT NULL
);
