-- Who writes a name waits for who has just written another one in the organisation and has not committed it: each would be compared
-- with names among which the other's is not yet. What follows the lock sees what was committed while it was waited for.

-- Makes the keys of these anew, and with them the pairs that they are of: each is compared with the few that stand next to it.
-- Those are read from the index in its order, whatever the planner knows of the table: in a load of names it knows nothing yet, and
-- sorting what is there for each of them takes seconds.
CREATE OR REPLACE FUNCTION app.alike_put(p_org uuid, p_kind text, p_ids uuid[]) RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off SET enable_incremental_sort = off AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('alike ' || p_org, 0));
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
