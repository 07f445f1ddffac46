-- The runs a person sees are looked up owner by owner and version by version, and so by who sees none that way not at all:
-- asked as one array, a planner expects ten of each, and where there are few it reads every run of the organisation instead.
CREATE OR REPLACE FUNCTION app.visible_runs() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
  SELECT r.id FROM unnest((SELECT app.seen_owners())::uuid[]) o
    CROSS JOIN LATERAL (SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND owner_id = o OFFSET 0) r
  UNION ALL SELECT app.seen_runs()
  UNION ALL SELECT r.id FROM unnest((SELECT app.seen_versions())::uuid[]) v
    CROSS JOIN LATERAL (SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND version_id = v OFFSET 0) r
$$;
