-- Credentials of roles in AWS that builds were given, so that builds can notify with them; sealed, and gone once they
-- are over.
CREATE TABLE role_session (
    key_id     ${name} PRIMARY KEY,
    sealed     ${blob} NOT NULL,
    expires_at BIGINT  NOT NULL
);
