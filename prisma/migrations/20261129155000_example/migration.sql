-- An organisation that shows somebody what Koers does: of one person, who has one at a time.
ALTER TABLE organization ADD COLUMN example_of uuid UNIQUE REFERENCES user_account (id) ON DELETE SET NULL;

-- As it was, and the organisation also says whose example it is.
GRANT CREATE ON SCHEMA app TO koers_auth;
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
    'holidayRegion', o.holiday_region, 'languages', o.languages, 'isDemo', o.is_demo,
    'isExample', o.example_of IS NOT NULL);
  member := m;
  RETURN NEXT;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM koers_auth;
