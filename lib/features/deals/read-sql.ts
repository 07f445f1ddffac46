import "server-only";
import { WON_DEALS } from "@/lib/domain/insights/won-visits";
import { REGISTERS_EDGE } from "@/lib/features/registers/commands";
import { wonStaysSql } from "@/lib/features/runs/won-stays-sql";
import type { Statement } from "@/lib/platform/db/batch";
import { sql } from "@/lib/platform/db/sql";
import { MOST } from "./people-store";

/** The latest activities of a deal; roles and departments to name owners of steps by. */
const ACTIVITIES = 100;
const GROUPS = 200;

const ORG = "(select app.org_id())";

/** A moment as it is written in UTC everywhere. */
const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A list of objects as JSON, empty rather than absent. */
const list = (object: string, from: string, order = ""): string =>
  `coalesce((select json_agg(${object}${order && ` order by ${order}`}) from ${from}), '[]'::json)`;

/** Names of what a deal's fields and history point at. */
const named = (table: string, ids: string): string =>
  list(
    "json_build_object('id', n.id, 'name', n.name)",
    `${table} n where n.org_id = ${ORG} and n.id = any (${ids})`,
  );
const mentioned = (field: string): string => `array(select m.id from mentioned m where m.field = '${field}')`;

// Whoever lies in the trash is left out, and is back when they are. The contact is there even when nobody said as what
// they take part.
const PEOPLE = `(
  select c.id as "contactId", c.name, c.job_title as "jobTitle", p.role, coalesce(p.stance, 'unknown') as stance,
    coalesce(p.note, '') as note, p.version,
    row_number() over (order by array_position(array['decision-maker', 'economic-buyer'], p.role), p.created_at, c.id) as place
  from (
    select x.contact_id, x.role, x.stance, x.note, x.version, x.created_at from deal_person x
      where x.org_id = ${ORG} and x.run_id = $1::uuid
    union all
    select d.contact_id, null, null, null, null, null from deal d
      where d.org_id = ${ORG} and d.id = $1::uuid and d.contact_id is not null and not exists (
        select from deal_person x where x.org_id = d.org_id and x.run_id = d.id and x.contact_id = d.contact_id)
  ) p
  join contact c on c.org_id = ${ORG} and c.id = p.contact_id and c.deleted_at is null
  order by place limit ${MOST}
) w`;
const PERSON = ["contactId", "name", "jobTitle", "role", "stance", "note", "version"]
  .map((name) => `'${name}', w."${name}"`)
  .join(", ");

const COMPETITORS = `(
  select c.id, c.name from deal_competitor d join competitor c on c.org_id = d.org_id and c.id = d.competitor_id
  where d.org_id = ${ORG} and d.run_id = $1::uuid order by lower(c.name), c.id limit ${MOST}
) w`;

// The stays of won deals are one answer to who sees all deals, and kept by the server; to the others it is their own.
const WON = wonStaysSql({
  org: sql`(select app.org_id())`,
  processes: sql`array[r.process_id]`,
  since: sql`(t.today - interval '2 years')::date`,
  asOf: sql`t.today`,
  stageKey: sql`r.stage_key`,
  last: WON_DEALS,
}).text;

const EVENT = `json_build_object('seq', e.seq, 'type', e.type, 'occurredOn', e.occurred_on, 'occurredAt', ${instant("e.occurred_at")},
  'recordedAt', ${instant("e.recorded_at")}, 'actorId', e.actor_id, 'payload', e.payload)`;
const ACTIVITY = `json_build_object('id', a.id, 'kind', a.kind, 'note', a.note, 'twoWay', a.two_way, 'occurredOn', a.occurred_on,
  'occurredAt', ${instant("a.occurred_at")}, 'recordedAt', ${instant("a.recorded_at")}, 'actorId', a.actor_id, 'stepKey', a.step_key)`;

const TEXT = `
  with ev as materialized (
    select * from event e where e.org_id = ${ORG} and e.run_id = $1::uuid
  ), act as materialized (
    select * from activity a where a.org_id = ${ORG} and a.run_id = $1::uuid
    order by a.occurred_on desc, a.recorded_at desc limit ${ACTIVITIES}
  ), mentioned as materialized (
    select f.field, x.id::uuid as id from ev
    cross join unnest(array['company', 'contact', 'product', 'owner']) f (field)
    cross join lateral (values
      (case when ev.type = 'run.opened' then ev.payload -> 'fields' ->> f.field end),
      (case when ev.type = 'field.changed' and ev.payload ->> 'field' = f.field then ev.payload ->> 'from' end),
      (case when ev.type = 'field.changed' and ev.payload ->> 'field' = f.field then ev.payload ->> 'to' end)) x (id)
    where ev.type in ('run.opened', 'field.changed') and x.id <> ''
  ), people as materialized (
    select id from mentioned where field = 'owner' union select actor_id from ev union select actor_id from act
    union select m[1]::uuid from act, regexp_matches(act.note, '@\\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\}', 'g') m
    where act.note like '%@{%'
  )
  select json_build_object(
    'deal', json_build_object('version', r.version, 'processId', r.process_id, 'process', p.name, 'number', v.number,
      'asFound', v.status = 'as-found', 'imported', d.import_id is not null),
    'events', ${list(EVENT, "ev e", "e.seq")},
    'activities', ${list(ACTIVITY, "act a", "a.occurred_on desc, a.recorded_at desc")},
    'companies', ${named("company", mentioned("company"))},
    'contacts', ${named("contact", mentioned("contact"))},
    'products', ${named("product", mentioned("product"))},
    'members', ${list(
      "json_build_object('id', n.id, 'name', n.name, 'roleId', n.commercial_role_id)",
      `membership n where n.org_id = ${ORG} and n.id = any (array(select id from people))`,
    )},
    'roles', ${list("json_build_object('id', w.id, 'name', w.name)", `(select n.id, n.name from commercial_role n where n.org_id = ${ORG} limit ${GROUPS}) w`)},
    'departments', ${list("json_build_object('id', w.id, 'name', w.name)", `(select n.id, n.name from department n where n.org_id = ${ORG} limit ${GROUPS}) w`)},
    'held', ${list(
      "json_build_object('role', w.role, 'department', w.department)",
      `(select distinct n.commercial_role_id as role, n.department_id as department from membership n
        where n.org_id = ${ORG} and n.status = 'active') w`,
    )},
    'people', ${list(`json_build_object(${PERSON})`, PEOPLE, "w.place")},
    'competitors', ${list("json_build_object('id', w.id, 'name', w.name)", COMPETITORS, "lower(w.name), w.id")},
    'registers', ${REGISTERS_EDGE},
    'won', case when (select app.sees_all()) is not true then ${list(
      `json_build_object('stageKey', w."stageKey", 'days', w.days, 'visits', w.visits)`,
      `(${WON}) w`,
    )} end,
    'closing', case when (select app.sees_all()) then (select c.tx::text from event c
      where c.org_id = ${ORG} and c.type in ('run.closed', 'run.reopened', 'run.deleted', 'run.restored', 'run.move-undone') order by c.tx desc limit 1) end
  )::text
  from run r
  join deal d on d.org_id = r.org_id and d.id = r.id
  join process p on p.org_id = r.org_id and p.id = r.process_id
  join process_version v on v.org_id = r.org_id and v.id = r.version_id
  cross join lateral (
    select ($2::timestamptz at time zone o.time_zone)::date as today from organization o where o.id = r.org_id
  ) t
  where r.org_id = ${ORG} and r.id = $1::uuid and r.kind = 'deal'`;

/** All that a deal's page is made of, from one snapshot: see `DealParts`. */
export const dealStatement = ({ id }: { id: string }, now: Date): Statement => ({
  name: "deals.read",
  text: TEXT,
  values: [id, now],
});
