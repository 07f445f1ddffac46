-- A step that is only for some runs is never counted as left out by a query that does not know the run's fields.
ALTER TABLE step ADD COLUMN conditional BOOLEAN NOT NULL DEFAULT false;
