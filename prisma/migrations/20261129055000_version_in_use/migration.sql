-- Taking a version out of use can be undone. Its content stays what it was; an as-found version never comes into use.
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
  IF OLD.status <> 'draft' AND NEW.status <> OLD.status
       AND (OLD.status, NEW.status) NOT IN (('published', 'retired'), ('retired', 'published')) THEN
    RAISE EXCEPTION 'a published version can only be taken out of use, and back' USING errcode = '23001';
  END IF;
  RETURN NEW;
END $$;
