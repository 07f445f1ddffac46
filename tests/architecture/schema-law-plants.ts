const NEW = `create table planted (org_id uuid not null references organization on delete cascade, id uuid, primary key (org_id, id));
  alter table planted enable row level security; alter table planted force row level security;
  create policy organisation on planted to koers_app
    using (org_id = (select app.org_id())) with check (org_id = (select app.org_id()));`;
const DEFINER = "returns int language sql security definer";

/** A breach of every law: what the next migration could do wrong, and what the law must say about it. */
export const PLANTS: readonly (readonly [law: string, sql: string, what: string])[] = [
  [
    "every table carries its organisation, or is on the list",
    "create table planted (id uuid primary key)",
    "planted",
  ],
  [
    "org_id is a uuid and never null",
    "alter table deal drop constraint deal_pkey cascade; alter table deal alter org_id drop not null",
    "deal",
  ],
  [
    "org_id is a uuid and never null",
    "create table planted (org_id text not null, id uuid, primary key (org_id, id))",
    "planted",
  ],
  [
    "org_id comes first in the primary key",
    "alter table team drop constraint team_pkey cascade; alter table team add primary key (id, org_id)",
    "team",
  ],
  [
    "org_id is an organisation's, and its rows go with it",
    "alter table deal drop constraint deal_org_id_fkey",
    "deal",
  ],
  ["row level security is on and forced", "alter table deal no force row level security", "deal"],
  [
    "row level security is on and forced",
    "alter table organization disable row level security",
    "organization",
  ],
  [
    "the app's role sees a table through exactly the organisation policy",
    "drop policy organisation on deal",
    "deal",
  ],
  [
    "the app's role sees a table through exactly the organisation policy",
    "alter policy organisation on deal using (true)",
    "deal",
  ],
  [
    "the app's role sees a table through exactly the organisation policy",
    "alter policy organisation on deal with check (true)",
    "deal",
  ],
  [
    "the app's role sees a table through exactly the organisation policy",
    "create policy more on deal to koers_app using (true)",
    "deal",
  ],
  [
    "the app's role sees a table through exactly the organisation policy",
    "alter policy organisation on deal to public",
    "deal",
  ],
  [
    "nobody else has a policy, except look-ups of the auth role",
    "create policy lookup on deal for select to koers_auth using (true)",
    "deal lookup",
  ],
  [
    "nobody else has a policy, except look-ups of the auth role",
    "create policy everyone on team using (true)",
    "team everyone",
  ],
  ["every index of a tenant table starts with org_id", "create index planted on deal (segment)", "planted"],
  [
    "every index of a tenant table starts with org_id",
    "drop index membership_user_id_idx; create unique index membership_user_id_idx on membership (user_id)",
    "membership_user_id_idx",
  ],
  [
    "a reference to a tenant table carries org_id",
    `${NEW} alter table team add unique (id); alter table planted add foreign key (id) references team (id)`,
    "planted planted_id_fkey",
  ],
  [
    "a reference to a global table is on the list",
    "alter table deal add foreign key (company_id) references user_account (id)",
    "deal deal_company_id_fkey",
  ],
  [
    "every id column is a foreign key, or is on the list",
    "alter table deal add column planted_id uuid",
    "deal.planted_id",
  ],
  [
    "no deletion empties org_id",
    `${NEW} alter table planted add foreign key (org_id, id) references team (org_id, id) on delete set null`,
    "planted planted_org_id_id_fkey",
  ],
  ["no sequence and no identity column", "create sequence planted", "planted"],
  [
    "no sequence and no identity column",
    `${NEW} alter table planted add column number int generated always as identity`,
    "planted.number",
  ],
  ["no view and no materialised view", "create view planted as select * from deal", "planted"],
  ["no view and no materialised view", "create materialized view planted as select * from deal", "planted"],
  [
    "no exclusion and no deferrable constraint",
    `${NEW} alter table planted add constraint overlap exclude using btree (id with =)`,
    "planted overlap",
  ],
  [
    "no exclusion and no deferrable constraint",
    `${NEW} alter table planted add constraint late unique (org_id, id) deferrable`,
    "planted late",
  ],
  ["no inheritance", "create table planted () inherits (team)", "planted"],
  [
    "only the listed functions run with their owner's rights",
    `create function app.planted() ${DEFINER} as 'select 1'`,
    "app.planted()",
  ],
  [
    "only the listed functions run with their owner's rights",
    "alter function app.enter(bytea, text) reset search_path",
    "app.enter(bytea,text)",
  ],
  [
    "only the listed functions run with their owner's rights",
    "alter function app.enter(bytea, text) owner to current_user",
    "app.enter(bytea,text)",
  ],
  [
    "and nobody but the app's role may call them",
    "grant execute on function app.enter(bytea, text) to public",
    "app.enter(bytea,text) by",
  ],
  ["the login roles bypass nothing and belong to nothing", "alter role koers_app bypassrls", "koers_app"],
  ["the login roles bypass nothing and belong to nothing", "grant koers_auth to koers_app", "koers_app"],
  [
    "they own no table, and the app's role owns nothing at all",
    "alter table deal owner to koers_app",
    "table deal",
  ],
  [
    "they own no table, and the app's role owns nothing at all",
    "grant create on schema app to koers_app; alter function app.org_id() owner to koers_app",
    "function org_id",
  ],
  ["they make nothing in our schemas", "grant create on schema public to koers_job", "koers_job in public"],
  ["the log and the audit only grow", "grant delete on event to koers_app", "event DELETE"],
  ["the log and the audit only grow", "grant update (data) on audit to koers_app", "audit UPDATE"],
  ["the auth role may do what is listed", "grant update on membership to koers_auth", "membership UPDATE"],
  ["the auth role may do what is listed", "grant select (title) on run to koers_auth", "run.title SELECT"],
  ["the auth role can do what is listed", "revoke delete on session from koers_auth", "session DELETE"],
  [
    "the app's role reaches tenant tables only, and makes rows only with their rights",
    "grant select on user_account to koers_app",
    "user_account SELECT",
  ],
  [
    "the app's role reaches tenant tables only, and makes rows only with their rights",
    "grant truncate on deal to koers_app",
    "deal TRUNCATE",
  ],
  ["nobody else has a grant", "grant select on deal to public", "PUBLIC deal SELECT"],
  ["nobody else has a grant", "grant select on deal to koers_job", "koers_job deal SELECT"],
  [
    "only the listed triggers",
    "create trigger planted before update on run for each row execute function app.keep_version()",
    "run planted",
  ],
  ["and these are there", "alter table step disable trigger keep_published", "step keep_published"],
  [
    "what policies ask is stable, so that it is asked once",
    "alter function app.org_id() volatile",
    "app.org_id()",
  ],
  [
    "what policies ask is stable, so that it is asked once",
    "alter function app.seen_owners() volatile",
    "app.seen_owners()",
  ],
  ["what hangs on a run is seen only with it", "drop policy visibility on activity", "activity"],
  ["what hangs on a run is seen only with it", "alter policy visibility on run using (true)", "run"],
  [
    "what hangs on a run is seen only with it",
    `${NEW} alter table planted add column run_id uuid, add foreign key (org_id, run_id) references run on delete cascade`,
    "planted",
  ],
];
