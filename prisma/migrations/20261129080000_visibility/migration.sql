-- Which deals a person sees is held by the database, in every statement, whoever wrote it. See lib/decisions/0014.

-- Own, team or all, by access role, commercial role and team; what is not said is all.
ALTER TABLE organization ADD COLUMN visibility JSONB NOT NULL DEFAULT '{}';

-- True for who sees every deal. Unset it is NULL: a forgotten context sees none.
CREATE FUNCTION app.sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT current_setting('app.sees', true) = 'all' $$;

-- Whose deals one sees: one's own, those of who report to one, and with "team" those of the team.
CREATE FUNCTION app.seen_owners() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.seen_owners', true), ''), '{}')::uuid[] $$;

-- Runs that one takes part in, as a person, by role or by department.
CREATE FUNCTION app.seen_runs() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 AS $$
  SELECT run_id FROM public.participant WHERE org_id = (SELECT app.org_id())
    AND membership_id = nullif(current_setting('app.member_id', true), '')::uuid
  UNION ALL SELECT run_id FROM public.participant WHERE org_id = (SELECT app.org_id())
    AND commercial_role_id = nullif(current_setting('app.member_role_id', true), '')::uuid
  UNION ALL SELECT run_id FROM public.participant WHERE org_id = (SELECT app.org_id())
    AND department_id = nullif(current_setting('app.member_department_id', true), '')::uuid
$$;

-- Versions in which one owns a step: by department, or by role in a process of another role (in that of one's own role,
-- the steps are those of the deal's owner).
CREATE FUNCTION app.seen_versions() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT ARRAY(
    SELECT version_id FROM public.step WHERE org_id = (SELECT app.org_id())
      AND owner_department_id = nullif(current_setting('app.member_department_id', true), '')::uuid
    UNION SELECT s.version_id FROM public.step s
      JOIN public.process_version v ON v.org_id = s.org_id AND v.id = s.version_id
      JOIN public.process p ON p.org_id = v.org_id AND p.id = v.process_id
      WHERE s.org_id = (SELECT app.org_id())
        AND s.owner_role_id = nullif(current_setting('app.member_role_id', true), '')::uuid
        AND p.commercial_role_id IS DISTINCT FROM s.owner_role_id)
$$;

CREATE INDEX participant_role ON participant (org_id, commercial_role_id) WHERE commercial_role_id IS NOT NULL;
CREATE INDEX participant_department ON participant (org_id, department_id) WHERE department_id IS NOT NULL;
CREATE INDEX step_owner_department ON step (org_id, owner_department_id) WHERE owner_department_id IS NOT NULL;
CREATE INDEX step_owner_role ON step (org_id, owner_role_id) WHERE owner_role_id IS NOT NULL;

-- Each function is asked once per statement, and only when the one before it said no.
CREATE POLICY visibility ON run AS RESTRICTIVE FOR ALL TO koers_app USING (
  (SELECT app.sees_all())
  OR owner_id = ANY ((SELECT app.seen_owners())::uuid[])
  OR id IN (SELECT app.seen_runs())
  OR version_id = ANY ((SELECT app.seen_versions())::uuid[]));

-- All runs one sees, each kind by its own index: what the tables below are held to, hashed once per statement. As a function,
-- because the planner would charge a search in place to every row, and plan for who sees all as if it were done.
CREATE FUNCTION app.visible_runs() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
  SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND owner_id = ANY ((SELECT app.seen_owners())::uuid[])
  UNION ALL SELECT app.seen_runs()
  UNION ALL SELECT id FROM public.run WHERE org_id = (SELECT app.org_id()) AND version_id = ANY ((SELECT app.seen_versions())::uuid[])
$$;

-- What hangs on a run is seen with it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['event', 'stage_visit', 'step_record', 'criterion_record', 'field_change', 'activity'] LOOP
    EXECUTE format('CREATE POLICY visibility ON public.%I AS RESTRICTIVE FOR ALL TO koers_app
      USING ((SELECT app.sees_all()) OR run_id IN (SELECT app.visible_runs()))', t);
  END LOOP;
END $$;
CREATE POLICY visibility ON deal AS RESTRICTIVE FOR ALL TO koers_app
  USING ((SELECT app.sees_all()) OR id IN (SELECT app.visible_runs()));
CREATE POLICY visibility ON stage_total AS RESTRICTIVE FOR ALL TO koers_app USING (
  (SELECT app.sees_all()) OR owner_id = ANY ((SELECT app.seen_owners())::uuid[]));

-- Open deals and their amount per stage, owner and currency, as exact for who sees some as for who sees all: the
-- roll-ups of the owners one sees, and one by one the deals of others that one takes part in.
CREATE FUNCTION app.stage_totals() RETURNS TABLE (org_id uuid, process_id uuid, stage_key text, owner_id uuid, currency text, deals int, amount_minor bigint)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT t.org_id, t.process_id, t.stage_key, t.owner_id, t.currency, t.deals, t.amount_minor
    FROM public.stage_total t WHERE t.org_id = (SELECT app.org_id())
  UNION ALL
  SELECT r.org_id, r.process_id, r.stage_key, r.owner_id, d.currency, 1, coalesce(d.amount_minor, 0)
    FROM public.run r JOIN public.deal d ON d.org_id = r.org_id AND d.id = r.id
    WHERE NOT (SELECT app.sees_all()) AND r.org_id = (SELECT app.org_id()) AND r.status = 'open' AND r.deleted_at IS NULL
      AND r.owner_id <> ALL ((SELECT app.seen_owners())::uuid[])
$$;

-- How far a member sees: what is set for the team, else for the commercial role, else for the access role, else all.
-- Owners see all, and managers at least their team.
CREATE FUNCTION app.reach_of(p_visibility jsonb, p_role text, p_commercial_role uuid, p_team uuid) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_role = 'owner' THEN 'all' WHEN p_role = 'manager' AND said = 'own' THEN 'team' ELSE said END
  FROM (SELECT coalesce(p_visibility #>> ARRAY['teams', p_team::text],
    p_visibility #>> ARRAY['commercialRoles', p_commercial_role::text], p_visibility #>> ARRAY['roles', p_role], 'all') AS said) x
$$;

-- Whose deals that comes to: their own, of who report to them, and with "team" of the team, who left it included.
CREATE FUNCTION app.owners_of(p_org uuid, p_member uuid, p_reach text, p_team uuid) RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE below (id) AS (
    SELECT p_member
    UNION SELECT m.id FROM public.membership m JOIN below b ON m.manager_id = b.id WHERE m.org_id = p_org
  )
  SELECT ARRAY(SELECT id FROM below
    UNION SELECT m.id FROM public.membership m WHERE p_reach = 'team' AND m.org_id = p_org AND m.team_id = p_team)
$$;

-- The door into an organisation also sets what one sees there. An API key is nobody: it sees what its role sees, and owns
-- no deals and has no team where that is not all.
GRANT CREATE ON SCHEMA app TO koers_auth;
GRANT EXECUTE ON FUNCTION app.reach_of(jsonb, text, uuid, uuid), app.owners_of(uuid, uuid, text, uuid) TO koers_auth;
SET ROLE koers_auth;
CREATE OR REPLACE FUNCTION app.enter(p_hash bytea, p_slug text) RETURNS TABLE (org json, member json)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  o public.organization;
  x public.membership;
  v_user uuid;
  v_sees text;
  m json;
BEGIN
  IF p_slug IS NULL THEN
    SELECT json_build_object('id', k.id, 'userId', null, 'name', k.name, 'role', k.role, 'kind', 'api-key',
             'teamId', null, 'commercialRoleId', null, 'departmentId', null, 'locale', null, 'sees', app.reach_of(g.visibility, k.role, null, null)),
        k.org_id, app.reach_of(g.visibility, k.role, null, null)
      INTO m, v_user, v_sees FROM api_key k JOIN organization g ON g.id = k.org_id WHERE k.key_hash = p_hash AND k.revoked_at IS NULL;
    IF m IS NULL THEN RAISE EXCEPTION 'no key' USING errcode = 'KO401'; END IF;
    SELECT * INTO o FROM organization WHERE id = v_user;
  ELSE
    SELECT s.user_id INTO v_user FROM session s WHERE s.hash = p_hash AND s.expires_at > now();
    IF v_user IS NULL THEN RAISE EXCEPTION 'no session' USING errcode = 'KO401'; END IF;
    SELECT * INTO o FROM organization WHERE slug = p_slug;
    SELECT * INTO x FROM membership a WHERE a.user_id = v_user AND a.org_id = o.id AND a.status = 'active';
    IF x.id IS NULL THEN RAISE EXCEPTION 'no member' USING errcode = 'KO404'; END IF;
    v_sees := app.reach_of(o.visibility, x.role, x.commercial_role_id, x.team_id);
    SELECT json_build_object('id', x.id, 'userId', v_user, 'name', x.name, 'role', x.role, 'kind', 'member',
             'teamId', x.team_id, 'commercialRoleId', x.commercial_role_id, 'departmentId', x.department_id, 'locale', u.locale, 'sees', v_sees)
      INTO m FROM user_account u WHERE u.id = v_user;
  END IF;
  PERFORM set_config('app.org_id', o.id::text, true), set_config('app.member_id', m ->> 'id', true);
  IF v_sees = 'all' THEN
    PERFORM set_config('app.sees', 'all', true);
  ELSE
    PERFORM set_config('app.sees', 'some', true),
      set_config('app.seen_owners', CASE WHEN x.id IS NULL THEN '{}' ELSE app.owners_of(o.id, x.id, v_sees, x.team_id)::text END, true),
      set_config('app.member_role_id', coalesce(x.commercial_role_id::text, ''), true),
      set_config('app.member_department_id', coalesce(x.department_id::text, ''), true);
  END IF;
  org := json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'timeZone', o.time_zone, 'currency', o.currency,
    'workingDays', o.working_days, 'workFrom', o.work_from, 'workUntil', o.work_until,
    'holidayRegion', o.holiday_region, 'languages', o.languages, 'isDemo', o.is_demo);
  member := m;
  RETURN NEXT;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM koers_auth;
