-- Access keys; the secret is sealed under the master key, policies are a JSON list of names or documents.
CREATE TABLE access_key (
    id            TEXT    PRIMARY KEY,
    account       TEXT    NOT NULL,
    user_name     TEXT    NOT NULL,
    sealed_secret ${blob} NOT NULL,
    policies      TEXT    NOT NULL,
    status        TEXT    NOT NULL,
    created_at    BIGINT  NOT NULL
);
