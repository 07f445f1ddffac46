-- What Prisma's schema cannot say: tenancy, checks, partial indexes, immutability, the two doors (enter, enqueue_job) and grants.

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO koers_app, koers_auth;
GRANT USAGE ON SCHEMA public TO koers_app, koers_auth;

-- Lets a migrating owner that is no superuser hand functions to these roles.
DO $$ BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT koers_auth, koers_job TO %I WITH INHERIT FALSE, SET TRUE', current_user);
  END IF;
END $$;

-- The organisation of this transaction. NULL when none is set, so that a forgotten context sees no rows.
-- After its first use a connection's setting is '' and not NULL, hence nullif.
CREATE FUNCTION app.org_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.org_id', true), '')::uuid $$;

-- Every tenant table belongs to an organisation and is seen only from inside it.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.table_name FROM information_schema.columns c
           WHERE c.table_schema = 'public' AND c.column_name = 'org_id' ORDER BY 1 LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY organisation ON public.%I FOR ALL TO koers_app
      USING (org_id = (SELECT app.org_id())) WITH CHECK (org_id = (SELECT app.org_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO koers_app', t);
    IF t <> 'membership' THEN
      EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I FOREIGN KEY (org_id) REFERENCES organization (id) ON DELETE CASCADE', t, t || '_org_id_fkey');
    END IF;
  END LOOP;
END $$;

ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON organization FOR ALL TO koers_app
  USING (id = (SELECT app.org_id())) WITH CHECK (id = (SELECT app.org_id()));
GRANT SELECT, INSERT, UPDATE ON organization TO koers_app;

-- The log and the audit are added to and read, never changed.
REVOKE UPDATE, DELETE ON event, audit FROM koers_app;

-- Identity is reachable only for the auth role; it may look memberships, invitations and keys up across organisations.
GRANT SELECT, INSERT, UPDATE, DELETE ON user_account, session, rate_limit TO koers_auth;
GRANT SELECT ON organization, membership, invitation, api_key TO koers_auth;
CREATE POLICY lookup ON organization FOR SELECT TO koers_auth USING (true);
CREATE POLICY lookup ON membership FOR SELECT TO koers_auth USING (true);
CREATE POLICY lookup ON invitation FOR SELECT TO koers_auth USING (true);
CREATE POLICY lookup ON api_key FOR SELECT TO koers_auth USING (true);

-- The only door into an organisation: session and membership (or an API key) are checked in the very transaction
-- that then works, so that a removed member or an ended session is refused on the next request.
-- KO401: no valid session or key. KO404: signed in, but no member of that organisation (or it does not exist).
CREATE FUNCTION app.enter(p_hash bytea, p_slug text) RETURNS TABLE (org json, member json)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  o public.organization;
  v_user uuid;
  m json;
BEGIN
  IF p_slug IS NULL THEN
    SELECT json_build_object('id', k.id, 'userId', null, 'name', k.name, 'role', k.role, 'kind', 'api-key',
             'teamId', null, 'commercialRoleId', null, 'departmentId', null, 'locale', null), k.org_id
      INTO m, v_user FROM api_key k WHERE k.key_hash = p_hash AND k.revoked_at IS NULL;
    IF m IS NULL THEN RAISE EXCEPTION 'no key' USING errcode = 'KO401'; END IF;
    SELECT * INTO o FROM organization WHERE id = v_user;
  ELSE
    SELECT s.user_id INTO v_user FROM session s WHERE s.hash = p_hash AND s.expires_at > now();
    IF v_user IS NULL THEN RAISE EXCEPTION 'no session' USING errcode = 'KO401'; END IF;
    SELECT * INTO o FROM organization WHERE slug = p_slug;
    SELECT json_build_object('id', x.id, 'userId', v_user, 'name', x.name, 'role', x.role, 'kind', 'member',
             'teamId', x.team_id, 'commercialRoleId', x.commercial_role_id, 'departmentId', x.department_id, 'locale', u.locale)
      INTO m FROM membership x JOIN user_account u ON u.id = x.user_id
      WHERE x.user_id = v_user AND x.org_id = o.id AND x.status = 'active';
    IF m IS NULL THEN RAISE EXCEPTION 'no member' USING errcode = 'KO404'; END IF;
  END IF;
  PERFORM set_config('app.org_id', o.id::text, true), set_config('app.member_id', m ->> 'id', true);
  org := json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'timeZone', o.time_zone, 'currency', o.currency,
    'workingDays', o.working_days, 'workFrom', o.work_from, 'workUntil', o.work_until,
    'holidayRegion', o.holiday_region, 'languages', o.languages, 'isDemo', o.is_demo);
  member := m;
  RETURN NEXT;
END $$;
GRANT CREATE ON SCHEMA app TO koers_auth;
ALTER FUNCTION app.enter(bytea, text) OWNER TO koers_auth;
REVOKE CREATE ON SCHEMA app FROM koers_auth;
REVOKE ALL ON FUNCTION app.enter(bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enter(bytea, text) TO koers_app;

-- Puts a job into the queue within the caller's transaction. The worker's tables belong to koers_job alone; a job
-- always carries the organisation of the transaction that asked for it.
GRANT USAGE, CREATE ON SCHEMA app TO koers_job;
CREATE FUNCTION app.enqueue_job(p_task text, p_payload jsonb, p_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF app.org_id() IS NULL OR (p_payload ->> 'orgId')::uuid IS DISTINCT FROM app.org_id() THEN
    RAISE EXCEPTION 'a job must carry the organisation of its transaction' USING errcode = '42501';
  END IF;
  PERFORM graphile_worker.add_job(p_task, p_payload::json, job_key => p_key, max_attempts => 5);
END $$;
ALTER FUNCTION app.enqueue_job(text, jsonb, text) OWNER TO koers_job;
REVOKE CREATE ON SCHEMA app FROM koers_job;
REVOKE ALL ON FUNCTION app.enqueue_job(text, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue_job(text, jsonb, text) TO koers_app;

-- Published content never changes: a new version is a new draft.
CREATE FUNCTION app.keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status IN ('published', 'retired') THEN RAISE EXCEPTION 'a published version is never deleted' USING errcode = '23001'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.status <> 'draft' AND (NEW.document, NEW.compiled, NEW.number, NEW.why, NEW.hypothesis, NEW.published_at, NEW.process_id)
       IS DISTINCT FROM (OLD.document, OLD.compiled, OLD.number, OLD.why, OLD.hypothesis, OLD.published_at, OLD.process_id) THEN
    RAISE EXCEPTION 'a published version never changes' USING errcode = '23001';
  END IF;
  IF OLD.status <> 'draft' AND NEW.status NOT IN (OLD.status, 'retired') THEN
    RAISE EXCEPTION 'a published version can only be retired' USING errcode = '23001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON process_version FOR EACH ROW EXECUTE FUNCTION app.keep_version();

CREATE FUNCTION app.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  v_status text;
BEGIN
  SELECT status INTO v_status FROM public.process_version WHERE org_id = r.org_id AND id = r.version_id;
  IF v_status IN ('published', 'retired') OR (v_status = 'as-found' AND TG_OP <> 'DELETE') THEN
    RAISE EXCEPTION 'the content of a published version never changes' USING errcode = '23001';
  END IF;
  RETURN r;
END $$;
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON stage FOR EACH ROW EXECUTE FUNCTION app.keep_published();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON step FOR EACH ROW EXECUTE FUNCTION app.keep_published();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON exit_criterion FOR EACH ROW EXECUTE FUNCTION app.keep_published();

-- References stay inside the organisation: every foreign key carries org_id.
ALTER TABLE run
  ADD FOREIGN KEY (org_id, process_id) REFERENCES process (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, version_id) REFERENCES process_version (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, owner_id) REFERENCES membership (org_id, id) ON DELETE RESTRICT;
ALTER TABLE deal
  ADD FOREIGN KEY (org_id, id) REFERENCES run (org_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, company_id) REFERENCES company (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, contact_id) REFERENCES contact (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, product_id) REFERENCES product (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, competitor_id) REFERENCES competitor (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, import_id) REFERENCES import (org_id, id) ON DELETE RESTRICT;
ALTER TABLE participant
  ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, membership_id) REFERENCES membership (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, commercial_role_id) REFERENCES commercial_role (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id) ON DELETE RESTRICT;
ALTER TABLE event ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE;
ALTER TABLE stage_visit
  ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, version_id) REFERENCES process_version (org_id, id) ON DELETE RESTRICT;
ALTER TABLE step_record ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE;
ALTER TABLE criterion_record ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE;
ALTER TABLE field_change ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE;
ALTER TABLE activity
  ADD FOREIGN KEY (org_id, run_id) REFERENCES run (org_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, contact_id) REFERENCES contact (org_id, id) ON DELETE RESTRICT;
ALTER TABLE stage_total
  ADD FOREIGN KEY (org_id, process_id) REFERENCES process (org_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (org_id, owner_id) REFERENCES membership (org_id, id) ON DELETE RESTRICT;
ALTER TABLE stage ADD CHECK (position >= 0), ADD CHECK (planned_days > 0);
ALTER TABLE step
  ADD FOREIGN KEY (org_id, owner_role_id) REFERENCES commercial_role (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, owner_department_id) REFERENCES department (org_id, id) ON DELETE RESTRICT;
ALTER TABLE process_version ADD FOREIGN KEY (org_id, based_on_id) REFERENCES process_version (org_id, id) ON DELETE RESTRICT;
ALTER TABLE invitation
  ADD FOREIGN KEY (org_id, team_id) REFERENCES team (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, commercial_role_id) REFERENCES commercial_role (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, membership_id) REFERENCES membership (org_id, id) ON DELETE RESTRICT,
  ADD FOREIGN KEY (org_id, invited_by_id) REFERENCES membership (org_id, id) ON DELETE RESTRICT;
ALTER TABLE api_key ADD FOREIGN KEY (org_id, created_by) REFERENCES membership (org_id, id) ON DELETE RESTRICT;

-- The words a column may hold.
ALTER TABLE user_account ADD CHECK (email = lower(email)), ADD CHECK (locale IN ('en', 'nl'));
ALTER TABLE organization ADD CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,47}$'), ADD CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE membership
  ADD CHECK (role IN ('owner', 'manager', 'rep', 'viewer')),
  ADD CHECK (status IN ('active', 'placeholder', 'removed')),
  ADD CHECK ((status = 'placeholder') = (user_id IS NULL AND status <> 'removed'));
ALTER TABLE invitation ADD CHECK (role IN ('owner', 'manager', 'rep', 'viewer')), ADD CHECK (email = lower(email));
ALTER TABLE api_key ADD CHECK (role IN ('owner', 'manager', 'rep', 'viewer'));
ALTER TABLE process
  ADD CHECK (category IN ('call', 'opportunity', 'territory', 'account', 'enablement')),
  ADD CHECK (style IN ('transactional', 'consultative'));
ALTER TABLE process_version
  ADD CHECK (status IN ('draft', 'published', 'retired', 'as-found')),
  ADD CHECK ((number IS NULL) = (status = 'draft')),
  ADD CHECK (status = 'draft' OR compiled IS NOT NULL);
ALTER TABLE step
  ADD CHECK (owner_kind IN ('run-owner', 'role', 'department')),
  ADD CHECK ((owner_kind = 'role') = (owner_role_id IS NOT NULL)),
  ADD CHECK ((owner_kind = 'department') = (owner_department_id IS NOT NULL)),
  ADD CHECK (importance IN ('optional', 'normal', 'key'));
ALTER TABLE exit_criterion
  ADD CHECK (evidence IN ('buyer-confirmed', 'event-held', 'document', 'seller-word')),
  ADD CHECK (requirement IN ('advisory', 'reason'));
ALTER TABLE run
  ADD CHECK (kind IN ('deal', 'call', 'account', 'territory', 'coaching')),
  ADD CHECK (status IN ('open', 'closed')),
  ADD CHECK (status = 'closed' OR stage_key IS NOT NULL),
  ADD CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
  ADD CHECK (closed_on >= opened_on);
ALTER TABLE deal
  ADD CHECK (outcome IN ('won', 'lost', 'no-decision', 'disqualified')),
  ADD CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE participant ADD CHECK (num_nonnulls(membership_id, commercial_role_id, department_id) = 1);
ALTER TABLE event ADD CHECK (seq > 0), ADD CHECK (actor_kind IN ('member', 'api-key', 'import', 'job', 'demo'));
ALTER TABLE stage_visit
  ADD CHECK (left_on >= entered_on),
  ADD CHECK ((exit IS NULL) = (left_on IS NULL)),
  ADD CHECK (exit IN ('forward', 'skip', 'back', 'version', 'won', 'lost', 'no-decision', 'disqualified'));
ALTER TABLE step_record ADD CHECK (status IN ('done', 'waived'));
ALTER TABLE activity ADD CHECK (kind IN ('call', 'meeting', 'visit', 'email', 'video', 'message', 'note'));
ALTER TABLE stage_total ADD CHECK (shard BETWEEN 0 AND 15);
ALTER TABLE import
  ADD CHECK (kind IN ('companies', 'people', 'products', 'deals')),
  ADD CHECK (status IN ('uploading', 'uploaded', 'read', 'mapped', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed'));
ALTER TABLE import_row ADD CHECK (result IN ('created', 'updated', 'same', 'rejected', 'undone', 'kept'));
ALTER TABLE process_review ADD CHECK (conclusion IN ('no-change', 'change'));

-- Small tables that change with every write keep room for updates in place.
ALTER TABLE stage_total SET (fillfactor = 20);
ALTER TABLE run SET (fillfactor = 85);

CREATE UNIQUE INDEX process_version_one_draft ON process_version (org_id, process_id) WHERE status = 'draft';
CREATE UNIQUE INDEX stage_visit_one_open ON stage_visit (org_id, run_id) WHERE exit IS NULL;
CREATE UNIQUE INDEX membership_email ON membership (org_id, lower(email)) WHERE email IS NOT NULL AND status <> 'removed';
CREATE UNIQUE INDEX invitation_open ON invitation (org_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE UNIQUE INDEX deal_external_id ON deal (org_id, external_id) WHERE external_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX deal_fingerprint ON deal (org_id, fingerprint) WHERE fingerprint IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX company_external_id ON company (org_id, external_id) WHERE external_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX product_external_id ON product (org_id, external_id) WHERE external_id IS NOT NULL AND deleted_at IS NULL;
-- The board: open deals of a stage by urgency. The list and the closing period.
CREATE INDEX run_board ON run (org_id, process_id, stage_key, (coalesce(next_due_on, DATE '9999-12-31')), id)
  WHERE status = 'open' AND deleted_at IS NULL;
CREATE INDEX run_closed ON run (org_id, process_id, closed_on, id) WHERE status = 'closed' AND deleted_at IS NULL;
CREATE INDEX run_recent ON run (org_id, last_event_at DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX step_record_activity ON step_record (org_id, activity_id) WHERE activity_id IS NOT NULL;
