import type { ClientBase } from "pg";
import { ALLOWED } from "./schema-law-allowed";

/**
 * What must hold of every table, index, key, policy, function and grant, whoever writes the next migration.
 * Each law is one query on the catalogue that gives what breaks it, as text.
 */
const TENANT = `select c.oid, c.relname, a.attnum as org from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
/** Runs, and what refers to them or counts them. */
const RUNS = `select c.oid, c.relname::text from pg_class c where c.oid in ('run'::regclass, 'stage_total'::regclass)
  or c.oid in (select k.conrelid from pg_constraint k where k.contype = 'f' and k.confrelid in ('run'::regclass, 'deal'::regclass))`;
const OURS = "('public'::regnamespace, 'app'::regnamespace)";
const ROLES = "('koers_app', 'koers_auth', 'koers_job')";
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(", ") || "''";

/** Grants on tables of the product as `role table privilege`, column grants as `role table.column privilege`. */
const GRANTS = `select coalesce(r.rolname, 'PUBLIC') as role, g.thing, g.privilege from (
    select c.relname::text as thing, x.grantee, x.privilege_type as privilege from pg_class c, aclexplode(c.relacl) x
    where c.relnamespace = 'public'::regnamespace
    union all
    select c.relname || '.' || a.attname, x.grantee, x.privilege_type from pg_class c
    join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x where c.relnamespace = 'public'::regnamespace
  ) g left join pg_roles r on r.oid = g.grantee`;

const LAWS: Record<string, string> = {
  "every table carries its organisation, or is on the list": `
    select c.relname::text as what from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')
      and c.oid not in (select oid from (${TENANT}) t) and c.relname not in (${list(ALLOWED.globalTables)})`,
  "org_id is a uuid and never null": `
    select t.relname from (${TENANT}) t join pg_attribute a on a.attrelid = t.oid and a.attnum = t.org
    where not a.attnotnull or a.atttypid <> 'uuid'::regtype`,
  "org_id comes first in the primary key": `
    select t.relname from (${TENANT}) t where not exists (
      select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p' and k.conkey[1] = t.org)`,
  "org_id is an organisation's, and its rows go with it": `
    select t.relname from (${TENANT}) t where not exists (
      select from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and k.conkey = array[t.org]
        and k.confrelid = 'organization'::regclass and k.confdeltype = 'c')`,
  "row level security is on and forced": `
    select c.relname from pg_class c where (c.oid in (select oid from (${TENANT}) t) or c.oid = 'organization'::regclass)
      and not (c.relrowsecurity and c.relforcerowsecurity)`,
  // Restrictive policies only take away.
  "the app's role sees a table through exactly the organisation policy": `
    select c.relname from pg_class c
    left join pg_policy p on p.polrelid = c.oid and 'koers_app'::regrole = any(p.polroles) and p.polpermissive
    where c.oid in (select oid from (${TENANT}) t) or c.oid = 'organization'::regclass
    group by c.oid, c.relname
    having count(p.oid) <> 1 or not bool_and(p.polname = 'organisation' and p.polcmd = '*'
      and p.polroles = array['koers_app'::regrole::oid]
      and pg_get_expr(p.polqual, c.oid) = pg_get_expr(p.polwithcheck, c.oid)
      and pg_get_expr(p.polqual, c.oid) = case when c.oid = 'organization'::regclass
        then '(id = ( SELECT app.org_id() AS org_id))' else '(org_id = ( SELECT app.org_id() AS org_id))' end)`,
  "what hangs on a run is seen only with it": `
    select c.relname from (${RUNS}) c
    left join pg_policy p on p.polrelid = c.oid and p.polname = 'visibility'
    where c.relname not in (${list(ALLOWED.openToMembers)}) and (p.oid is null or p.polpermissive or p.polcmd <> '*'
      or p.polroles <> array['koers_app'::regrole::oid] or p.polwithcheck is not null
      or regexp_replace(pg_get_expr(p.polqual, c.oid), '\\s+', ' ', 'g') <> '(( SELECT app.sees_all() AS sees_all) OR ' || case c.relname
        -- A call is seen with its deal: by the deal's owner, id and version.
        when 'run' then '((deal_id IS NULL) AND ((owner_id = ANY (( SELECT app.seen_owners() AS seen_owners)::uuid[]))'
          || ' OR (id IN ( SELECT app.seen_runs() AS seen_runs)) OR (version_id = ANY (( SELECT app.seen_versions() AS seen_versions)::uuid[]))))'
          || ' OR (deal_owner_id = ANY (( SELECT app.seen_owners() AS seen_owners)::uuid[])) OR (deal_id IN ( SELECT app.seen_runs() AS seen_runs))'
          || ' OR (deal_version_id = ANY (( SELECT app.seen_versions() AS seen_versions)::uuid[])))'
        -- A task is also seen by who is to do it, and one of no deal and no company by who wrote it.
        when 'task' then '(assignee_id = ( SELECT app.member_id() AS member_id)) OR (run_id IN ( SELECT app.visible_runs() AS visible_runs))'
          || ' OR ((run_id IS NULL) AND ((company_id IS NOT NULL) OR (creator_id = ( SELECT app.member_id() AS member_id)))))'
        when 'notification' then '(member_id = ( SELECT app.member_id() AS member_id)))'
        when 'stage_total' then '(owner_id = ANY (( SELECT app.seen_owners() AS seen_owners)::uuid[])))'
        else '(' || case when c.relname in ('deal', 'call') then 'id' else 'run_id' end || ' IN ( SELECT app.visible_runs() AS visible_runs)))' end)`,
  "nobody else has a policy, except look-ups of the auth role": `
    select c.relname || ' ' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace in ${OURS} and not ('koers_app'::regrole = any(p.polroles))
      and not (p.polname = 'lookup' and p.polcmd = 'r' and p.polroles = array['koers_auth'::regrole::oid]
        and c.relname in (${list(ALLOWED.lookups)}))`,
  "every index of a tenant table starts with org_id": `
    select i.indexrelid::regclass::text from pg_index i join (${TENANT}) t on t.oid = i.indrelid
    where i.indkey[0] <> t.org and (i.indisunique or i.indexrelid::regclass::text not in (${list(ALLOWED.lookupIndexes)}))`,
  "a reference to a tenant table carries org_id": `
    select k.conrelid::regclass || ' ' || k.conname from pg_constraint k join (${TENANT}) target on target.oid = k.confrelid
    left join (${TENANT}) t on t.oid = k.conrelid
    where k.contype = 'f' and (t.oid is null
      or array_position(k.conkey, t.org) is distinct from array_position(k.confkey, target.org)
      or array_position(k.conkey, t.org) is null)`,
  "a reference to a global table is on the list": `
    select k.conrelid::regclass || ' ' || k.conname from pg_constraint k join (${TENANT}) t on t.oid = k.conrelid
    where k.contype = 'f' and k.confrelid not in (select oid from (${TENANT}) x) and k.confrelid <> 'organization'::regclass
      and k.conname not in (${list(ALLOWED.globalReferences)})`,
  "every id column is a foreign key, or is on the list": `
    select t.relname || '.' || a.attname from (${TENANT}) t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    where a.attname <> 'org_id' and (a.attname <> 'id' or t.relname in (${list(ALLOWED.extensions)})) and t.relname || '.' || a.attname not in (${list(ALLOWED.looseIds)})
      and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and a.attnum = any(k.conkey))`,
  "no deletion empties org_id": `
    select k.conrelid::regclass || ' ' || k.conname from pg_constraint k join (${TENANT}) t on t.oid = k.conrelid
    where k.contype = 'f' and k.confdeltype in ('n', 'd') and t.org = any(coalesce(k.confdelsetcols, k.conkey))`,
  "no sequence and no identity column": `
    select c.relname || coalesce('.' || a.attname, '') from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
    where c.relnamespace in ${OURS} and (c.relkind = 'S' or a.attname is not null)`,
  "no view and no materialised view": `
    select relname from pg_class where relnamespace in ${OURS} and relkind in ('v', 'm')`,
  "no exclusion and no deferrable constraint": `
    select conrelid::regclass || ' ' || conname from pg_constraint
    where connamespace in ${OURS} and (contype = 'x' or condeferrable)`,
  "no inheritance": `
    select i.inhrelid::regclass::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where c.relnamespace in ${OURS} and c.relkind in ('r', 'p')`,
  "only the listed functions run with their owner's rights": `
    select p.oid::regprocedure || ' of ' || p.proowner::regrole || ' ' || coalesce(array_to_string(p.proconfig, ' '), 'without search_path')
    from pg_proc p where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      and p.oid::regprocedure || ' of ' || p.proowner::regrole || ' ' || coalesce(array_to_string(p.proconfig, ' '), '')
        not in (${list(ALLOWED.definers)})`,
  "and nobody but the app's role may call them": `
    select p.oid::regprocedure || ' by ' || coalesce(x.grantee::regrole::text, '') from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace,
      aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
    where p.prosecdef and n.nspname = 'app' and x.grantee not in (p.proowner, 'koers_app'::regrole)`,
  "the login roles bypass nothing and belong to nothing": `
    select r.rolname::text from pg_roles r where r.rolname in ${ROLES} and (r.rolsuper or r.rolbypassrls or r.rolcreatedb
      or r.rolcreaterole or r.rolinherit or r.rolreplication or exists (select from pg_auth_members m where m.member = r.oid))`,
  "they own no table, and the app's role owns nothing at all": `
    select kind || ' ' || name from (
      select 'table' as kind, relname::text as name, relowner as owner, relnamespace as ns from pg_class where relkind in ('r', 'p', 'v', 'm', 'S')
      union all select 'function', proname, proowner, pronamespace from pg_proc
      union all select 'type', typname, typowner, typnamespace from pg_type where typtype <> 'c' and typcategory <> 'A'
      union all select 'schema', nspname, nspowner, oid from pg_namespace
    ) o where owner = 'koers_app'::regrole
      or (owner::regrole::text in ('koers_auth', 'koers_job') and kind = 'table' and ns in ${OURS})`,
  "they make nothing in our schemas": `
    select r.rolname || ' in ' || n.nspname from pg_roles r, pg_namespace n
    where r.rolname in ${ROLES} and n.oid in ${OURS} and has_schema_privilege(r.oid, n.oid, 'CREATE')`,
  "the log and the audit only grow": `
    select t || ' ' || p from (
      select t, p from unnest(array['event', 'audit']) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
      -- Deleting what events hang on would take them along.
      union all select t, p from unnest(array['deal', 'organization']) t, unnest(array['DELETE', 'TRUNCATE']) p
      union all select 'run', 'TRUNCATE'
      union all select 'run', 'DELETE' where not exists (select from pg_policy where polrelid = 'run'::regclass and polname = 'trash'
        and not polpermissive and polcmd = 'd' and polroles = array['koers_app'::regrole::oid]
        and pg_get_expr(polqual, polrelid) = '(deleted_at < (now() - ''30 days''::interval))')
    ) never
    where has_table_privilege('koers_app', t, p) or (p = 'UPDATE' and has_any_column_privilege('koers_app', t, p))`,
  "the auth role may do what is listed": `
    select thing || ' ' || privilege from (${GRANTS}) g where role = 'koers_auth'
      and thing || ' ' || privilege not in (${list(ALLOWED.authGrants)})`,
  "the auth role can do what is listed": `
    select l from unnest(array[${list(ALLOWED.authGrants)}]) l
    where l not in (select thing || ' ' || privilege from (${GRANTS}) g where role = 'koers_auth')`,
  "the app's role reaches tenant tables only, and makes rows only with their rights": `
    select thing || ' ' || privilege from (${GRANTS}) g where role = 'koers_app'
      and (privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or split_part(thing, '.', 1)
        not in (select relname::text from (${TENANT}) t union all select 'organization'))`,
  "nobody else has a grant": `
    select role || ' ' || thing || ' ' || privilege from (${GRANTS}) g
    where role not in ('koers_app', 'koers_auth') and role <> (select relowner::regrole::text from pg_class where oid = 'organization'::regclass)`,
  "only the listed triggers": `
    select t.tgrelid::regclass || ' ' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace in ${OURS}
      and t.tgrelid::regclass || ' ' || t.tgname not in (${list(ALLOWED.triggers)})`,
  "and these are there": `
    select l from unnest(array[${list(ALLOWED.triggers)}]) l where l not in (
      select t.tgrelid::regclass || ' ' || t.tgname from pg_trigger t where t.tgenabled in ('O', 'A') and not t.tgisinternal)`,
  "what policies ask is stable, so that it is asked once": `
    select f from unnest(array['app.org_id()', 'app.sees_all()', 'app.seen_owners()', 'app.seen_runs()', 'app.seen_versions()',
      'app.visible_runs()']) f
    where not exists (select from pg_proc where oid = to_regprocedure(f)
      and provolatile = 's' and proparallel = 's' and not prosecdef)`,
};

/** The names of all laws. */
export const LAW_NAMES: readonly string[] = Object.keys(LAWS);

export type LawBreach = { readonly law: string; readonly what: string };

/** Everything in the database that breaks a law. */
export async function breaches(client: ClientBase): Promise<LawBreach[]> {
  const found: LawBreach[] = [];
  for (const [law, query] of Object.entries(LAWS)) {
    const { rows } = await client.query<string[]>({ text: query, rowMode: "array" });
    found.push(...rows.map(([what = ""]) => ({ law, what })));
  }
  return found;
}
