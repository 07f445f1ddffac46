-- A published document holds the timing it inherited when it was published; `designed` is the document as it was drawn,
-- from which a next draft starts, so that the draft inherits again. Null where nothing was inherited.
ALTER TABLE process_version ADD COLUMN designed JSONB;

CREATE OR REPLACE FUNCTION app.keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status IN ('published', 'retired') THEN RAISE EXCEPTION 'a published version is never deleted' USING errcode = '23001'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.status <> 'draft' AND (NEW.document, NEW.designed, NEW.compiled, NEW.number, NEW.why, NEW.hypothesis, NEW.published_at, NEW.process_id)
       IS DISTINCT FROM (OLD.document, OLD.designed, OLD.compiled, OLD.number, OLD.why, OLD.hypothesis, OLD.published_at, OLD.process_id) THEN
    RAISE EXCEPTION 'a published version never changes' USING errcode = '23001';
  END IF;
  IF OLD.status <> 'draft' AND NEW.status NOT IN (OLD.status, 'retired') THEN
    RAISE EXCEPTION 'a published version can only be retired' USING errcode = '23001';
  END IF;
  RETURN NEW;
END $$;
