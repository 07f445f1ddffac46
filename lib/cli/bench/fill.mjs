import { withClient } from "../database.mjs";

// One pass of generate_series per table, the same for the same seed. 40 % of the deals are open, 25 % won, 25 % lost,
// 10 % ended otherwise; open and lost ones are spread over the stages. Every deal has its events, visits and three
// activities (every twentieth has thirty), so that what is read is as long as in real use.

/** Deals as they will be, one row each; $1 deals, $2 number of stages, $3 number of owners, $4 number of companies. */
const MADE = `
create temp table made as
select n, id, status, outcome, stage, opened, days, opened + days as ended, owner, company, minor, acts, due,
  case when status = 'open' then 0 else 1 end as closing
from (
  select n, uuidv7(make_interval(days => -(shift + days))) as id, days, owner, company, minor, due,
    case when n % 20 = 0 then 30 else 3 end as acts,
    case when kind < 0.40 then 'open' else 'closed' end as status,
    case when kind < 0.40 then null when kind < 0.65 then 'won' when kind < 0.90 then 'lost'
         when kind < 0.97 then 'no-decision' else 'disqualified' end as outcome,
    case when kind >= 0.40 and kind < 0.65 then $2::int - 1 else stage end as stage,
    current_date - (shift + days) as opened
  from (
    select n, random() as kind, (random() * 700)::int as far, 10 + floor(random() * 110)::int as days,
      floor(random() * $2::int)::int as stage, 1 + floor(random() * $3::int)::int as owner,
      1 + floor(random() * $4::int)::int as company, (500 + floor(power(random(), 2) * 50000))::bigint * 100 as minor,
      current_date + floor(random() * 30)::int - 10 as due
    from generate_series(1, $1::int) n
  ) drawn, lateral (select case when kind < 0.40 then 0 else far end as shift) s
) d`;

const STEPS = [
  [
    "owners",
    `insert into membership (org_id, id, name, role, status)
     select $1, id, name, 'rep', 'placeholder' from owners where n > 1`,
  ],
  [
    "companies",
    `insert into company (org_id, id, name, normal_name) select $1, id, 'Company ' || n, 'company ' || n from companies`,
  ],
  [
    "runs",
    `insert into run (org_id, id, kind, process_id, version_id, owner_id, title, status, stage_key, entered_on, entered_at,
       opened_on, closed_on, next_step_key, next_due_on, seq, version, created_at, last_event_at)
     select $1, m.id, 'deal', $2, $3, o.id, 'Deal ' || m.n, m.status, s.key,
       case when m.closing = 0 then opened + days * stage / (stage + 1) end,
       case when m.closing = 0 then (opened + days * stage / (stage + 1)) + time '10:00' end,
       opened, case when m.closing = 1 then ended end,
       case when m.closing = 0 then $4 end, case when m.closing = 0 then due end,
       1 + stage + acts + closing, 1 + stage + acts + closing, opened + time '10:00', ended + time '12:00'
     from made m join owners o on o.n = m.owner join stages s on s.n = m.stage`,
  ],
  [
    "deals",
    `insert into deal (org_id, id, company_id, amount_minor, currency, expected_close, outcome, close_reason)
     select $1, m.id, c.id, m.minor, 'EUR', m.opened + 60, m.outcome,
       case when m.outcome in ('lost', 'no-decision') then 'price' end
     from made m join companies c on c.n = m.company`,
  ],
  [
    "opened",
    `insert into event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
     select $1, m.id, 1, 'run.opened', opened, opened + time '10:00', opened + time '10:01', o.id, 'member',
       jsonb_build_object('versionId', $3::text, 'stageKey', s.key, 'startKnown', true, 'fields', jsonb_build_object(
         'title', 'Deal ' || m.n, 'owner', o.id, 'company', c.id, 'amount', jsonb_build_object('minor', minor, 'currency', 'EUR'),
         'expectedClose', to_char(opened + 60, 'YYYY-MM-DD')))
     from made m join owners o on o.n = m.owner join companies c on c.n = m.company join stages s on s.n = 0`,
  ],
  [
    "moves",
    `insert into event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
     select $1, m.id, 1 + k, 'run.moved', day, day + time '10:00', day + time '10:01', o.id, 'member',
       jsonb_build_object('from', f.key, 'to', t.key, 'deviation', null)
     from made m join owners o on o.n = m.owner, generate_series(1, m.stage) k,
       lateral (select m.opened + m.days * k / (m.stage + 1) as day) d
     , stages f, stages t where f.n = k - 1 and t.n = k`,
  ],
  [
    "visits",
    `insert into stage_visit (org_id, run_id, ordinal, version_id, stage_key, entered_on, entered_at, since_on, left_on, left_at, exit)
     select $1, m.id, k + 1, $3, s.key, e.day, e.day + time '10:00', e.day,
       case when k < stage or closing = 1 then l.day end,
       case when k < stage or closing = 1 then l.day + time '10:00' end,
       case when k < stage then 'forward' when closing = 1 then outcome end
     from made m, generate_series(0, m.stage) k, stages s,
       lateral (select m.opened + m.days * k / (m.stage + 1) as day) e,
       lateral (select m.opened + m.days * (k + 1) / (m.stage + 1) as day) l
     where s.n = k`,
  ],
  [
    "activities",
    `insert into activity (org_id, id, run_id, kind, two_way, note, occurred_on, occurred_at, recorded_at, actor_id)
     select $1, a.id, m.id, 'call', a.n % 2 = 0, 'Spoke about the offer and the planning', a.day, a.day + time '11:00',
       a.day + time '11:01', o.id
     from made m join owners o on o.n = m.owner join acts a on a.run = m.n`,
  ],
  [
    "logged",
    `insert into event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
     select $1, m.id, 1 + m.stage + a.n, 'activity.logged', a.day, a.day + time '11:00', a.day + time '11:01', o.id, 'member',
       jsonb_build_object('activityId', a.id, 'kind', 'call', 'stepKey', null)
     from made m join owners o on o.n = m.owner join acts a on a.run = m.n`,
  ],
  [
    "closed",
    `insert into event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
     select $1, m.id, 2 + m.stage + m.acts, 'run.closed', ended, ended + time '12:00', ended + time '12:01', o.id, 'member',
       jsonb_build_object('outcome', outcome, 'reason', case when outcome in ('lost', 'no-decision') then 'price' end,
         'note', null, 'amount', null)
     from made m join owners o on o.n = m.owner where m.closing = 1`,
  ],
  [
    "totals",
    `insert into stage_total (org_id, process_id, stage_key, owner_id, currency, shard, deals, amount_minor)
     select $1, $2, s.key, o.id, 'EUR', m.n % 16, count(*), sum(minor)
     from made m join owners o on o.n = m.owner join stages s on s.n = m.stage where m.closing = 0
     group by s.key, o.id, m.n % 16`,
  ],
];

const OWNERS = 20;

/**
 * Fills an organisation with deals, straight into the tables: the way it got there is not what is measured. Triggers
 * that check foreign keys are off meanwhile (the rows are right by construction), which only a superuser may ask for.
 */
export async function fill(ownerUrl, world, deals) {
  await withClient(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query("select setseed(0.42)");
    await client.query(MADE, [deals, world.stages.length, OWNERS, Math.max(1, Math.floor(deals / 5))]);
    await client.query("create temp table stages (n int, key text)");
    await client.query(
      "insert into stages select i - 1, key from unnest($1::text[]) with ordinality as u (key, i)",
      [world.stages],
    );
    await client.query(
      `create temp table owners as
       select n, case when n = 1 then $1::uuid else uuidv7() end as id, 'Owner ' || n as name from generate_series(1, $2::int) n`,
      [world.memberId, OWNERS],
    );
    await client.query(
      "create temp table companies as select n, uuidv7() as id from generate_series(1, $1::int) n",
      [Math.max(1, Math.floor(deals / 5))],
    );
    await client.query(
      `create temp table acts as
       select m.n as run, k as n, uuidv7() as id, m.opened + m.days * m.stage / (m.stage + 1) as day
       from made m, generate_series(1, m.acts) k`,
    );
    await client.query("analyze made, acts, owners, companies, stages");
    for (const [name, text] of STEPS) {
      const { used, numbered } = onlyUsed(text, [
        world.orgId,
        world.processId,
        world.versionId,
        world.nextStep,
      ]);
      await client.query(numbered, used).catch((error) => {
        throw new Error(`filling ${name}: ${error.message}`);
      });
    }
    await client.query("drop table made, acts, owners, companies, stages");
    await client.query("commit");
    for (const kind of ["company", "deal"]) await makeFindable(client, world.orgId, kind);
    await fillFloor(client, world.orgId);
    await client.query(
      "vacuum analyze run, deal, event, stage_visit, stage_total, activity, company, membership, search_entry, search_hit, search_key",
    );
  });
}

/** What the floor searches in: the names alone, in tables of its own, with the index that is made for it. */
const FLOOR = `
  create extension if not exists pg_trgm;
  create schema if not exists floor;
  create table if not exists floor.name (kind text, org_id uuid, id uuid, name text, at timestamptz);
  create index if not exists name_trgm on floor.name using gin (name public.gin_trgm_ops);`;

async function fillFloor(client, orgId) {
  await client.query(FLOOR);
  await client.query("delete from floor.name");
  await client.query(
    `insert into floor.name select 'deal', org_id, id, title, last_event_at from run where org_id = $1
     union all select 'company', org_id, id, name, created_at from company where org_id = $1
     union all select 'contact', org_id, id, name, created_at from contact where org_id = $1
     union all select 'process', org_id, id, name ->> 'en', created_at from process where org_id = $1`,
    [orgId],
  );
  await client.query("vacuum analyze floor.name");
}

/** What the triggers would have done, had they not been off. */
async function makeFindable(client, orgId, kind) {
  const { rows } = await client.query(
    `select array_agg(id) ids from (
       select id, row_number() over (order by id) n from ${kind} where org_id = $1) x group by n / 2000`,
    [orgId],
  );
  for (const { ids } of rows) await client.query("select app.search_put($1, $2, $3)", [orgId, kind, ids]);
}

/** A statement with the parameters it names, numbered anew: Postgres refuses one that it cannot see the type of. */
function onlyUsed(text, values) {
  const named = [...new Set([...text.matchAll(/\$(\d)/g)].map(([, at]) => Number(at)))];
  const numbered = text.replace(/\$(\d)/g, (_, at) => `$${named.indexOf(Number(at)) + 1}`);
  return { used: named.map((at) => values[at - 1]), numbered };
}
