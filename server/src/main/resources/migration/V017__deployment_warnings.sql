-- What of its spec a deployment left out, because the schema does not know it.
ALTER TABLE deployment ADD COLUMN warning TEXT;
