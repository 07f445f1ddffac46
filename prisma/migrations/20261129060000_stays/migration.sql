-- When a stay began: a run that changes version in the middle of a stage goes on with its stay. No run has changed version
-- yet, so up to now every visit is a stay of its own. As the table's owner, for all organisations at once.
ALTER TABLE stage_visit ADD COLUMN since_on DATE;
ALTER TABLE stage_visit NO FORCE ROW LEVEL SECURITY;
UPDATE stage_visit SET since_on = entered_on;
ALTER TABLE stage_visit FORCE ROW LEVEL SECURITY;
ALTER TABLE stage_visit ADD CHECK (since_on <= entered_on);
