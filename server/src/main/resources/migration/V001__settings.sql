-- Small facts about this installation, such as the key that seals page tokens.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
