-- Search: what carries a name is found by its words. Kept by triggers in the writer's own transaction, see decision 15.
-- Every look-up is an equality or a range on a btree that begins with the organisation: these operators may run beneath
-- row level security, which those of a trigram index may not.

-- Tells how far a mistyped word is from the one that was meant.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- One row for each company, contact, deal and process that can be found.
CREATE TABLE "search_entry" (
  "org_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "id" UUID NOT NULL,
  "owner_id" UUID,
  "open" BOOLEAN NOT NULL,
  "names" TEXT[],
  "words" TEXT[],
  CONSTRAINT "search_entry_pkey" PRIMARY KEY ("org_id", "kind", "id")
);
-- Which of them hold a word, read backwards: whole names, first words, others; open ones first; newest first.
CREATE TABLE "search_hit" (
  "org_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "word" TEXT COLLATE "C" NOT NULL,
  "place" SMALLINT NOT NULL,
  "open" BOOLEAN NOT NULL,
  "id" UUID NOT NULL,
  "owner_id" UUID,
  CONSTRAINT "search_hit_pkey" PRIMARY KEY ("org_id", "kind", "word", "place", "open", "id")
);
-- What leads to a word: itself (w), its endings (s) and what is left of it after one or two mistakes (d).
CREATE TABLE "search_key" (
  "org_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "key" TEXT COLLATE "C" NOT NULL,
  "word" TEXT COLLATE "C" NOT NULL,
  CONSTRAINT "search_key_pkey" PRIMARY KEY ("org_id", "kind", "form", "key", "word")
);

-- Text as it is compared: small letters without accents, words with one space between them. Signs part words, except
-- those that a LIKE would take for its own: 50% is a word.
CREATE FUNCTION app.search_text(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    translate(replace(replace(replace(
      regexp_replace(lower(normalize(coalesce(p, ''), NFKD) COLLATE "pg_c_utf8"),
        '[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]', '', 'g'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđı', 'oldi'),
    '[][\s!"#$&''()*+,./:;<=>?@^`{|}~«»\u2010-\u2027-]+', ' ', 'g'))
$$;

-- What a word of four letters or more looks like after one mistake, from six on after two: its beginning without the
-- letters that are wrong. A number has no mistakes: the next one is another number.
CREATE FUNCTION app.search_misspelt(p text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  whole text := left(p, 7);
  one text;
  found text[] := array[whole];
BEGIN
  IF length(p) < 4 OR p ~ '[0-9]' THEN RETURN '{}'; END IF;
  FOR i IN 1 .. length(whole) LOOP
    one := overlay(whole PLACING '' FROM i FOR 1);
    found := found || one;
    IF length(p) >= 6 THEN
      FOR j IN i .. length(one) LOOP found := found || overlay(one PLACING '' FROM j FOR 1); END LOOP;
    END IF;
  END LOOP;
  RETURN found;
END $$;

-- Whether what was typed is the word but for one letter, from six letters on two; a swap of two neighbours counts as
-- one. The end of the word may still be missing.
CREATE FUNCTION app.search_means(p_typed text, p_word text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT least(d, levenshtein(p_typed, left(p_word, length(p_typed)))) <= CASE WHEN length(p_typed) < 6 THEN 1 ELSE 2 END
    OR (d = 2 AND length(p_typed) = length(p_word)
      AND translate(p_typed, p_word, '') = '' AND translate(p_word, p_typed, '') = '')
  FROM (SELECT levenshtein(p_typed, p_word) d) x
$$;

-- What can be found of a kind, as it is now.
CREATE FUNCTION app.search_source(p_org uuid, p_kind text, p_ids uuid[])
RETURNS TABLE (id uuid, owner_id uuid, open boolean, names text[], words text[]) LANGUAGE sql STABLE AS $$
  SELECT s.id, s.owner_id, s.open, n.names,
    array(SELECT DISTINCT left(w, 40) FROM unnest(string_to_array(array_to_string(n.names || app.search_text(s.more), ' '), ' ')) w WHERE w <> '')
  FROM unnest(p_ids) i (id), LATERAL (
    (SELECT r.id, r.owner_id, r.status = 'open' AS open, array[r.title] AS called, (
        SELECT c.name FROM public.company c WHERE c.org_id = p_org AND c.id = d.company_id AND c.deleted_at IS NULL) AS more
      FROM (SELECT * FROM public.deal d WHERE d.org_id = p_org AND d.id = i.id AND d.deleted_at IS NULL LIMIT 1) d,
        LATERAL (SELECT * FROM public.run r WHERE r.org_id = p_org AND r.id = d.id AND r.deleted_at IS NULL LIMIT 1) r
      WHERE p_kind = 'deal')
    UNION ALL
    (SELECT c.id, NULL, true, array[c.name], NULL FROM public.company c
      WHERE p_kind = 'company' AND c.org_id = p_org AND c.id = i.id AND c.deleted_at IS NULL LIMIT 1)
    UNION ALL
    (SELECT k.id, NULL, true, array[k.name], concat_ws(' ', k.email, (
        SELECT c.name FROM public.company c WHERE c.org_id = p_org AND c.id = k.company_id AND c.deleted_at IS NULL))
      FROM public.contact k
      WHERE p_kind = 'contact' AND k.org_id = p_org AND k.id = i.id AND k.deleted_at IS NULL LIMIT 1)
    UNION ALL
    (SELECT p.id, NULL, true, array(SELECT value FROM jsonb_each_text(p.name)), NULL FROM public.process p
      WHERE p_kind = 'process' AND p.org_id = p_org AND p.id = i.id AND p.archived_at IS NULL LIMIT 1)
  ) s, LATERAL (
    SELECT array(SELECT DISTINCT left(x, 200) FROM (SELECT app.search_text(c) x FROM unnest(s.called) c OFFSET 0) x WHERE x <> '') AS names OFFSET 0
  ) n
$$;

-- Makes what is found of these anew, gone ones included.
-- The same whoever writes: a deal may leave the writer's sight by it, and a company's new name is that of every deal.
CREATE FUNCTION app.search_put(p_org uuid, p_kind text, p_ids uuid[]) RETURNS void LANGUAGE plpgsql SET app.sees = 'all' AS $$
DECLARE
  old record;
BEGIN
  FOR old IN
    DELETE FROM public.search_entry e WHERE e.org_id = p_org AND e.kind = p_kind AND e.id = ANY (p_ids)
    RETURNING e.id, e.open, e.words || e.names AS words
  LOOP
    DELETE FROM public.search_hit h WHERE h.org_id = p_org AND h.kind = p_kind AND h.word = ANY (old.words)
      AND h.place = ANY ('{0,1,2}') AND h.open = old.open AND h.id = old.id;
  END LOOP;

  WITH made AS (
    INSERT INTO public.search_entry (org_id, kind, id, owner_id, open, names, words)
    SELECT p_org, p_kind, s.* FROM app.search_source(p_org, p_kind, p_ids) s
    ON CONFLICT (org_id, kind, id) DO UPDATE
      SET owner_id = excluded.owner_id, open = excluded.open, names = excluded.names, words = excluded.words
    RETURNING id, owner_id, open, names, words
  ), hits AS (
    INSERT INTO public.search_hit (org_id, kind, word, place, open, id, owner_id)
    SELECT DISTINCT p_org, p_kind, w.word,
      CASE WHEN w.word = ANY (names) THEN 2 WHEN EXISTS (SELECT FROM unnest(names) n WHERE starts_with(n, w.word || ' ')) THEN 1 ELSE 0 END,
      open, id, owner_id
    FROM made, unnest(words || names) w (word)
    ON CONFLICT (org_id, kind, word, place, open, id) DO UPDATE SET owner_id = excluded.owner_id
  ), words AS (
    INSERT INTO public.search_key (org_id, kind, form, key, word)
    SELECT DISTINCT p_org, p_kind, 'w', w.word COLLATE "C", w.word FROM made, unnest(words) w (word) ORDER BY 4
    ON CONFLICT DO NOTHING RETURNING word
  )
  -- Only for words that the organisation did not know.
  INSERT INTO public.search_key (org_id, kind, form, key, word)
  SELECT p_org, p_kind, k.form, k.key, n.word
  FROM words n, LATERAL (
    SELECT 's' AS form, substr(n.word, i) AS key FROM generate_series(2, length(n.word)) i
    UNION ALL SELECT 'd', m FROM unnest(app.search_misspelt(n.word)) m
  ) k
  ORDER BY k.form, k.key, n.word
  ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION app.search_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a record;
BEGIN
  FOR a IN SELECT org_id, array_agg(id) AS ids FROM added GROUP BY org_id LOOP
    PERFORM app.search_put(a.org_id, TG_TABLE_NAME::text, a.ids);
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION app.search_changed() RETURNS trigger LANGUAGE plpgsql SET app.sees = 'all' AS $$
DECLARE
  r record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM app.search_put(r.org_id, CASE TG_TABLE_NAME WHEN 'run' THEN 'deal' ELSE TG_TABLE_NAME::text END, array[r.id]);
  IF TG_TABLE_NAME = 'company' THEN
    PERFORM app.search_put(r.org_id, 'deal', array(SELECT d.id FROM public.deal d WHERE d.org_id = r.org_id AND d.company_id = r.id ORDER BY 1));
    PERFORM app.search_put(r.org_id, 'contact', array(SELECT k.id FROM public.contact k WHERE k.org_id = r.org_id AND k.company_id = r.id ORDER BY 1));
  END IF;
  RETURN NULL;
END $$;

-- What was there before, as the tables' owner, for all organisations at once.
DO $$
DECLARE
  t text;
  b record;
BEGIN
  FOREACH t IN ARRAY array['run', 'deal', 'company', 'contact', 'process'] LOOP
    EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY array['deal', 'company', 'contact', 'process'] LOOP
    FOR b IN EXECUTE format('SELECT org_id, array_agg(id) ids FROM (SELECT org_id, id, row_number() OVER (PARTITION BY org_id ORDER BY id) n FROM public.%I) x GROUP BY org_id, n / 1000', t) LOOP
      PERFORM app.search_put(b.org_id, t, b.ids);
    END LOOP;
  END LOOP;
  FOREACH t IN ARRAY array['run', 'deal', 'company', 'contact', 'process'] LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY array['search_entry', 'search_hit', 'search_key'] LOOP
    EXECUTE format('ALTER TABLE public.%I ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE', t);
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY organisation ON public.%I FOR ALL TO koers_app
      USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO koers_app', t);
  END LOOP;
END $$;
-- A deal is found by who sees it (decision 14). The index is read in the order of the answer, and what is not seen is passed
-- over there; the words themselves are no answer.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY array['search_entry', 'search_hit'] LOOP
    EXECUTE format('CREATE POLICY visibility ON public.%I AS RESTRICTIVE FOR ALL TO koers_app USING (
      kind <> ''deal'' OR (SELECT app.sees_all()) OR owner_id = ANY ((SELECT app.seen_owners())::uuid[]) OR id IN (SELECT app.visible_runs()))', t);
  END LOOP;
END $$;
ALTER TABLE search_entry ADD CHECK (kind IN ('company', 'contact', 'deal', 'process'));
ALTER TABLE search_key ADD CHECK (form IN ('w', 's', 'd'));

-- A move names none of these columns, so it pays nothing.
CREATE TRIGGER search_added AFTER INSERT ON deal REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.search_added();
CREATE TRIGGER search_added AFTER INSERT ON company REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.search_added();
CREATE TRIGGER search_added AFTER INSERT ON contact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.search_added();
CREATE TRIGGER search_added AFTER INSERT ON process REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.search_added();
CREATE TRIGGER search_changed AFTER UPDATE OF title, owner_id, status, deleted_at ON run FOR EACH ROW
  WHEN (NEW.kind = 'deal' AND (OLD.title, OLD.owner_id, OLD.status, OLD.deleted_at) IS DISTINCT FROM (NEW.title, NEW.owner_id, NEW.status, NEW.deleted_at))
  EXECUTE FUNCTION app.search_changed();
CREATE TRIGGER search_changed AFTER UPDATE OF company_id, deleted_at ON deal FOR EACH ROW
  WHEN ((OLD.company_id, OLD.deleted_at) IS DISTINCT FROM (NEW.company_id, NEW.deleted_at)) EXECUTE FUNCTION app.search_changed();
CREATE TRIGGER search_changed AFTER UPDATE OF name, deleted_at ON company FOR EACH ROW
  WHEN ((OLD.name, OLD.deleted_at) IS DISTINCT FROM (NEW.name, NEW.deleted_at)) EXECUTE FUNCTION app.search_changed();
CREATE TRIGGER search_changed AFTER UPDATE OF name, email, company_id, deleted_at ON contact FOR EACH ROW
  WHEN ((OLD.name, OLD.email, OLD.company_id, OLD.deleted_at) IS DISTINCT FROM (NEW.name, NEW.email, NEW.company_id, NEW.deleted_at))
  EXECUTE FUNCTION app.search_changed();
CREATE TRIGGER search_changed AFTER UPDATE OF name, archived_at ON process FOR EACH ROW
  WHEN ((OLD.name, OLD.archived_at) IS DISTINCT FROM (NEW.name, NEW.archived_at)) EXECUTE FUNCTION app.search_changed();
CREATE TRIGGER search_removed AFTER DELETE ON deal FOR EACH ROW EXECUTE FUNCTION app.search_changed();
CREATE TRIGGER search_removed AFTER DELETE ON company FOR EACH ROW EXECUTE FUNCTION app.search_changed();
CREATE TRIGGER search_removed AFTER DELETE ON contact FOR EACH ROW EXECUTE FUNCTION app.search_changed();
CREATE TRIGGER search_removed AFTER DELETE ON process FOR EACH ROW EXECUTE FUNCTION app.search_changed();
