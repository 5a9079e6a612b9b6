-- Which engine a deployment was rendered for, and what that cannot go on without now.
ALTER TABLE deployment ADD COLUMN engine TEXT;
ALTER TABLE deployment ADD COLUMN waits_for TEXT;
