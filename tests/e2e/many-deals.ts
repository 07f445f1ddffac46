import { createHash } from "node:crypto";
import pg from "pg";
import type { Page } from "./support";

/**
 * Makes a deal that stands in its first stage into very many: copies of everything that is kept of it, with titles, amounts and
 * days of their own, and the roll-ups counted along. Straight into the tables, as the app's role and as whoever is signed in: what
 * they may not write is not written here either.
 */
export async function copyDeal(page: Page, id: string, slug: string, copies: number): Promise<void> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name.endsWith("next-auth.session-token"))?.value ?? "";
  const client = new pg.Client({ connectionString: process.env.APP_DATABASE_URL });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select app.enter($1, $2)", [createHash("sha256").update(token).digest(), slug]);
    await client.query(COPY, [id, copies]);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

const COPY = `
with made as materialized (
  select n, uuidv7() id, (n * 7919 % 100000)::bigint * 100 minor, current_date + n % 90 - 20 due from generate_series(1, $2::int) n
), runs as (
  insert into run select (jsonb_populate_record(r, jsonb_build_object('id', m.id, 'title', 'Copy ' || m.n, 'next_due_on', m.due))).*
  from run r, made m where r.id = $1::uuid
), deals as (
  insert into deal select (jsonb_populate_record(d, jsonb_build_object('id', m.id, 'amount_minor', m.minor))).*
  from deal d, made m where d.id = $1::uuid
), events as (
  insert into event select (jsonb_populate_record(e, jsonb_build_object('run_id', m.id, 'payload', e.payload || jsonb_build_object(
    'fields', (e.payload -> 'fields') || jsonb_build_object(
      'title', 'Copy ' || m.n, 'amount', jsonb_build_object('minor', m.minor, 'currency', 'EUR')))))).*
  from event e, made m where e.run_id = $1::uuid
), visits as (
  insert into stage_visit select (jsonb_populate_record(v, jsonb_build_object('run_id', m.id))).*
  from stage_visit v, made m where v.run_id = $1::uuid
), due as (
  insert into due_step select (jsonb_populate_record(s, jsonb_build_object('run_id', m.id))).*
  from due_step s, made m where s.run_id = $1::uuid
)
insert into stage_total as t (org_id, process_id, stage_key, owner_id, currency, shard, deals, amount_minor)
select r.org_id, r.process_id, r.stage_key, r.owner_id, d.currency, m.n % 16, count(*), sum(m.minor)
from run r join deal d on d.org_id = r.org_id and d.id = r.id, made m where r.id = $1::uuid
group by r.org_id, r.process_id, r.stage_key, r.owner_id, d.currency, m.n % 16
on conflict (org_id, process_id, stage_key, owner_id, currency, shard)
do update set deals = t.deals + excluded.deals, amount_minor = t.amount_minor + excluded.amount_minor`;
