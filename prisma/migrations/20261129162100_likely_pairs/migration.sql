-- Companies, and people, that are probably one are found when a name is written, by whoever writes it: the list of them is read in
-- its own order, however many names there are. See lib/decisions/0018.

-- What names are compared by. For a company its letters, forwards (f) and backwards (b): of two that differ by a letter or two, one
-- end is the same. For a person the name among those of their company (n), and the e-mail address (m).
CREATE TABLE "alike_key" (
  "org_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "scope" UUID NOT NULL,
  "key" TEXT COLLATE "C" NOT NULL,
  "id" UUID NOT NULL,
  CONSTRAINT "alike_key_pkey" PRIMARY KEY ("org_id", "kind", "form", "scope", "key", "id")
);
CREATE INDEX "alike_key_org_id_kind_id_idx" ON "alike_key" ("org_id", "kind", "id");

-- Two whose names are alike, the smaller id first. Whether they are one, people say.
CREATE TABLE "likely_pair" (
  "org_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "other" UUID NOT NULL,
  "one" UUID NOT NULL,
  CONSTRAINT "likely_pair_pkey" PRIMARY KEY ("org_id", "kind", "other", "one")
);
CREATE INDEX "likely_pair_org_id_kind_one_idx" ON "likely_pair" ("org_id", "kind", "one");

-- The keys of these as they are now; none of one that is gone or has no name.
CREATE FUNCTION app.alike_keys(p_org uuid, p_kind text, p_ids uuid[]) RETURNS TABLE (form text, scope uuid, key text, id uuid)
LANGUAGE sql STABLE AS $$
  WITH company_key AS (
    SELECT c.id, left(replace(c.normal_name, ' ', ''), 60) AS key FROM public.company c
    WHERE p_kind = 'company' AND c.org_id = p_org AND c.id = ANY (p_ids) AND c.deleted_at IS NULL AND c.normal_name <> ''
  )
  SELECT 'f', p_org, k.key, k.id FROM company_key k
  UNION ALL SELECT 'b', p_org, reverse(k.key), k.id FROM company_key k
  UNION ALL
  SELECT 'n', k.company_id, left(app.search_text(k.name), 60), k.id FROM public.contact k
  WHERE p_kind = 'contact' AND k.org_id = p_org AND k.id = ANY (p_ids) AND k.deleted_at IS NULL AND k.company_id IS NOT NULL
    AND app.search_text(k.name) <> ''
  UNION ALL
  SELECT 'm', p_org, lower(k.email), k.id FROM public.contact k
  WHERE p_kind = 'contact' AND k.org_id = p_org AND k.id = ANY (p_ids) AND k.deleted_at IS NULL AND k.email <> ''
$$;

-- Makes the keys of these anew, and with them the pairs that they are of: each is compared with the few that stand next to it.
-- Those are read from the index in its order, whatever the planner knows of the table: in a load of names it knows nothing yet, and
-- sorting what is there for each of them takes seconds.
CREATE FUNCTION app.alike_put(p_org uuid, p_kind text, p_ids uuid[]) RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off SET enable_incremental_sort = off AS $$
BEGIN
  DELETE FROM public.likely_pair WHERE org_id = p_org AND kind = p_kind AND other = ANY (p_ids);
  DELETE FROM public.likely_pair WHERE org_id = p_org AND kind = p_kind AND one = ANY (p_ids);
  DELETE FROM public.alike_key WHERE org_id = p_org AND kind = p_kind AND id = ANY (p_ids);
  INSERT INTO public.alike_key (org_id, kind, form, scope, key, id)
  SELECT p_org, p_kind, k.form, k.scope, k.key, k.id FROM app.alike_keys(p_org, p_kind, p_ids) k ORDER BY 3, 4, 5, 6
  ON CONFLICT DO NOTHING;
  EXECUTE $q$
    INSERT INTO public.likely_pair (org_id, kind, other, one)
    SELECT DISTINCT $1, $2, greatest(k.id, n.id), least(k.id, n.id)
    FROM public.alike_key k, LATERAL (
      (SELECT x.id, x.key FROM public.alike_key x WHERE x.org_id = $1 AND x.kind = $2 AND x.form = k.form AND x.scope = k.scope
        AND (x.key, x.id) > (k.key, k.id) ORDER BY x.key, x.id LIMIT 4)
      UNION ALL
      (SELECT x.id, x.key FROM public.alike_key x WHERE x.org_id = $1 AND x.kind = $2 AND x.form = k.form AND x.scope = k.scope
        AND (x.key, x.id) < (k.key, k.id) ORDER BY x.key DESC, x.id DESC LIMIT 4)
    ) n
    WHERE k.org_id = $1 AND k.kind = $2 AND k.id = ANY ($3)
      AND (n.key = k.key OR (k.form <> 'm' AND length(k.key) >= 5 AND levenshtein_less_equal(k.key, n.key, 2) <= 2))
    ORDER BY 3, 4
    ON CONFLICT DO NOTHING
  $q$ USING p_org, p_kind, p_ids;
END $$;

CREATE FUNCTION app.alike_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a record;
BEGIN
  FOR a IN SELECT org_id, array_agg(id) AS ids FROM added GROUP BY org_id LOOP
    PERFORM app.alike_put(a.org_id, TG_TABLE_NAME::text, a.ids);
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION app.alike_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM app.alike_put(r.org_id, TG_TABLE_NAME::text, array[r.id]);
  RETURN NULL;
END $$;

-- What was there before, as the tables' owner, for all organisations at once.
DO $$
DECLARE
  t text;
  b record;
BEGIN
  FOREACH t IN ARRAY array['company', 'contact'] LOOP
    EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', t);
    FOR b IN EXECUTE format('SELECT org_id, array_agg(id) ids FROM (SELECT org_id, id, row_number() OVER (PARTITION BY org_id ORDER BY id) n FROM public.%I) x GROUP BY org_id, n / 1000', t) LOOP
      PERFORM app.alike_put(b.org_id, t, b.ids);
    END LOOP;
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY array['alike_key', 'likely_pair'] LOOP
    EXECUTE format('ALTER TABLE public.%I ADD FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE', t);
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY organisation ON public.%I FOR ALL TO koers_app
      USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO koers_app', t);
  END LOOP;
END $$;
ALTER TABLE alike_key ADD CHECK (kind IN ('company', 'contact')), ADD CHECK (form IN ('f', 'b', 'n', 'm'));
ALTER TABLE likely_pair ADD CHECK (kind IN ('company', 'contact')), ADD CHECK (one < other);

CREATE TRIGGER alike_added AFTER INSERT ON company REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.alike_added();
CREATE TRIGGER alike_added AFTER INSERT ON contact REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.alike_added();
CREATE TRIGGER alike_changed AFTER UPDATE OF normal_name, deleted_at ON company FOR EACH ROW
  WHEN ((OLD.normal_name, OLD.deleted_at) IS DISTINCT FROM (NEW.normal_name, NEW.deleted_at)) EXECUTE FUNCTION app.alike_changed();
CREATE TRIGGER alike_changed AFTER UPDATE OF name, email, company_id, deleted_at ON contact FOR EACH ROW
  WHEN ((OLD.name, OLD.email, OLD.company_id, OLD.deleted_at) IS DISTINCT FROM (NEW.name, NEW.email, NEW.company_id, NEW.deleted_at))
  EXECUTE FUNCTION app.alike_changed();
CREATE TRIGGER alike_removed AFTER DELETE ON company FOR EACH ROW EXECUTE FUNCTION app.alike_changed();
CREATE TRIGGER alike_removed AFTER DELETE ON contact FOR EACH ROW EXECUTE FUNCTION app.alike_changed();
