import "server-only";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { noSql, type Sql, sql } from "@/lib/platform/db/sql";

/** Which deals, as of which day, as known at which moment. */
export type Moment = {
  readonly asOf: Day;
  readonly knownAt: Instant | null;
  readonly processId: string | null;
};

const TURNS = ["run.opened", "run.moved", "run.closed", "run.reopened", "run.version-switched"];
const ENDS = sql`('won', 'lost', 'no-decision', 'disqualified')`;

const ofProcess = ({ processId }: Moment) =>
  processId === null ? noSql : sql`and r.process_id = ${processId}::uuid`;

/**
 * A common table expression `d` with one row per deal that had been opened by the end of `asOf` (a deal of unknown
 * start always had): where it stood then, closed or not, and its owner, product, segment and amount of that day. A deal without a
 * segment of its own has the sector of its company, as that is known now.
 * Deleted deals are left out. Today's answer comes from the run itself, a past day's from visits and field history,
 * and with `knownAt` everything is derived from the events written down by then.
 */
export function dealsAt(ctx: Ctx, moment: Moment): Sql {
  if (moment.knownAt !== null) return known(ctx, moment, moment.knownAt);
  return moment.asOf >= ctx.today ? current(ctx, moment) : past(ctx, moment);
}

function current(ctx: Ctx, moment: Moment): Sql {
  return sql`d as (
    select r.id, r.process_id, r.title, r.stage_key, r.opened_on, x.company_id, x.product_id, coalesce(x.segment, y.sector) as segment, x.currency,
      x.amount_minor, r.owner_id, m.team_id,
      case when r.closed_on <= ${moment.asOf}::date then r.closed_on end as closed_on,
      case when r.closed_on <= ${moment.asOf}::date then x.outcome end as outcome,
      case when r.closed_on is null then r.entered_on end as entered_on
    from run r
    join deal x on x.org_id = r.org_id and x.id = r.id
    left join company y on y.org_id = r.org_id and y.id = x.company_id
    join membership m on m.org_id = r.org_id and m.id = r.owner_id
    where r.org_id = ${ctx.org.id}::uuid and r.kind = 'deal' and r.deleted_at is null ${ofProcess(moment)}
      and (r.opened_on is null or r.opened_on <= ${moment.asOf}::date)
  )`;
}

function past(ctx: Ctx, moment: Moment): Sql {
  const [org, day] = [ctx.org.id, moment.asOf];
  return sql`at as (
    select distinct on (w.run_id) w.run_id, w.stage_key, w.since_on as entered_on, w.left_on <= ${day}::date and w.exit in ${ENDS} as ended,
      w.left_on, w.exit
    from stage_visit w
    where w.org_id = ${org}::uuid and (w.entered_on is null or w.entered_on <= ${day}::date)
    order by w.run_id, w.ordinal desc
  ), changed as (
    select run_id, jsonb_object_agg(field, value) as fields from (
      select run_id, field, case when bool_or(occurred_on <= ${day}::date)
        then (array_agg("to" order by seq desc) filter (where occurred_on <= ${day}::date))[1]
        else (array_agg("from" order by seq))[1] end as value
      from field_change
      where org_id = ${org}::uuid and field in ('owner', 'amount', 'product', 'segment')
      group by run_id, field having bool_or(occurred_on > ${day}::date)
    ) f group by run_id
  ), d as (
    select r.id, r.process_id, r.title, a.stage_key, r.opened_on, x.company_id,
      case when c.fields ? 'product' then (c.fields ->> 'product')::uuid else x.product_id end as product_id,
      coalesce(case when c.fields ? 'segment' then c.fields ->> 'segment' else x.segment end, y.sector) as segment,
      coalesce(c.fields -> 'amount' ->> 'currency', x.currency) as currency,
      case when c.fields ? 'amount' then (c.fields -> 'amount' ->> 'minor')::bigint else x.amount_minor end as amount_minor,
      o.owner_id, m.team_id,
      case when a.ended then a.left_on end as closed_on, case when a.ended then a.exit end as outcome,
      case when not coalesce(a.ended, false) then a.entered_on end as entered_on
    from run r
    join at a on a.run_id = r.id
    join deal x on x.org_id = r.org_id and x.id = r.id
    left join company y on y.org_id = r.org_id and y.id = x.company_id
    left join changed c on c.run_id = r.id
    cross join lateral (select coalesce((c.fields ->> 'owner')::uuid, r.owner_id) as owner_id) o
    join membership m on m.org_id = r.org_id and m.id = o.owner_id
    where r.org_id = ${org}::uuid and r.kind = 'deal' and r.deleted_at is null ${ofProcess(moment)}
      and (r.opened_on is null or r.opened_on <= ${day}::date)
  )`;
}

/** An opening of which nobody knows the day, or not since when the deal was in its first stage. */
const ENTRY_UNKNOWN = sql`(payload ->> 'startKnown' = 'false' or coalesce(payload ->> 'entryKnown' = 'false', false))`;

/** The turns of runs by then: one row per event that changes stage or status, with the one after it. What was undone was none. */
function turns(ctx: Ctx, moment: Moment, knownAt: Instant): Sql {
  return sql`undone as (
    select run_id, (payload ->> 'undid')::int as seq from event
    where org_id = ${ctx.org.id}::uuid and type = 'run.move-undone' and recorded_at <= ${knownAt}::timestamptz
  ), seen as (
    select e.run_id, e.seq, e.type, e.occurred_on, e.payload from event e
    join run r on r.org_id = e.org_id and r.id = e.run_id and r.kind = 'deal' ${ofProcess(moment)}
    where e.org_id = ${ctx.org.id}::uuid and e.recorded_at <= ${knownAt}::timestamptz
      and not exists (select from undone u where u.run_id = e.run_id and u.seq = e.seq)
      and (e.occurred_on <= ${moment.asOf}::date or e.type in ('run.deleted', 'run.restored')
        or (e.type = 'run.opened' and e.payload ->> 'startKnown' = 'false'))
  ), turn as (
    select t.*, lead(type) over w as next_type, lead(occurred_on) over w as left_on
    from (
      select run_id, seq, type, occurred_on, payload,
        case type when 'run.moved' then payload ->> 'to' else payload ->> 'stageKey' end as stage_key,
        case when type = 'run.opened' and ${ENTRY_UNKNOWN} then null else occurred_on end as entered_on
      from seen where type = any(${TURNS}::text[])
    ) t window w as (partition by run_id order by seq)
  )`;
}

/** The last value in a run's events that `when` holds for. */
const lastOf = (value: Sql, when: Sql): Sql =>
  sql`(array_agg(${value} order by seq desc) filter (where ${when}))[1]`;

/** The last value of a field: as opened with, as changed since, and for the amount as closed with. */
const fieldOf = (field: string): Sql =>
  lastOf(
    sql`case type when 'run.opened' then payload -> 'fields' -> ${field}::text when 'run.closed' then payload -> 'amount' else payload -> 'to' end`,
    sql`type = 'run.opened' or (type = 'field.changed' and payload ->> 'field' = ${field}::text)
      or (${field}::text = 'amount' and type = 'run.closed' and jsonb_typeof(payload -> 'amount') = 'object')`,
  );

const STANDS = sql`type in ('run.opened', 'run.moved', 'run.closed', 'run.reopened')`;
const STAYS = sql`type in ('run.opened', 'run.moved', 'run.reopened')`;
const PLACES = sql`type in ('run.opened', 'run.moved', 'run.reopened', 'run.version-switched')`;

function known(ctx: Ctx, moment: Moment, knownAt: Instant): Sql {
  return sql`${turns(ctx, moment, knownAt)}, told as (
    select run_id,
      ${lastOf(sql`type`, STANDS)} = 'run.closed' as ended,
      ${lastOf(sql`case type when 'run.moved' then payload ->> 'to' else payload ->> 'stageKey' end`, PLACES)} as stage_key,
      ${lastOf(sql`case when ${ENTRY_UNKNOWN} then null else occurred_on end`, STAYS)} as entered_on,
      max(occurred_on) filter (where type = 'run.opened' and payload ->> 'startKnown' = 'true') as opened_on,
      ${lastOf(sql`occurred_on`, sql`type = 'run.closed'`)} as closed_on,
      ${lastOf(sql`payload ->> 'outcome'`, sql`type = 'run.closed'`)} as outcome,
      ${fieldOf("owner")} as owner, ${fieldOf("company")} as company, ${fieldOf("product")} as product,
      ${fieldOf("segment")} as segment, ${fieldOf("amount")} as amount,
      coalesce(${lastOf(sql`type`, sql`type in ('run.deleted', 'run.restored')`)} = 'run.deleted', false) as deleted
    from seen group by run_id having bool_or(type = 'run.opened')
  ), d as (
    select r.id, r.process_id, r.title, t.stage_key, t.opened_on, (t.company #>> '{}')::uuid as company_id,
      (t.product #>> '{}')::uuid as product_id, coalesce(t.segment #>> '{}', y.sector) as segment,
      coalesce(t.amount ->> 'currency', ${ctx.org.currency}) as currency, (t.amount ->> 'minor')::bigint as amount_minor,
      m.id as owner_id, m.team_id, case when t.ended then t.closed_on end as closed_on,
      case when t.ended then t.outcome end as outcome, case when not t.ended then t.entered_on end as entered_on
    from told t
    join run r on r.org_id = ${ctx.org.id}::uuid and r.id = t.run_id
    join membership m on m.org_id = r.org_id and m.id = (t.owner #>> '{}')::uuid
    left join company y on y.org_id = r.org_id and y.id = (t.company #>> '{}')::uuid
    where not t.deleted
  )`;
}

/**
 * A common table expression `visit` with the stays in stages that had ended by then; put it after `dealsAt`. A change of
 * version does not end a stay: it goes on under the name of the stage in the new version.
 */
export function visitsAt(ctx: Ctx, moment: Moment): Sql {
  if (moment.knownAt === null) {
    return sql`visit as (
      select run_id, stage_key, since_on as entered_on, left_on from stage_visit
      where org_id = ${ctx.org.id}::uuid and left_on <= ${moment.asOf}::date and exit <> 'version'
    )`;
  }
  return sql`visit as (
    select run_id, (array_agg(stage_key order by seq desc))[1] as stage_key,
      (array_agg(entered_on order by seq))[1] as entered_on, max(left_on) as left_on
    from (
      select run_id, seq, type, stage_key, entered_on,
        count(*) filter (where type <> 'run.version-switched') over (partition by run_id order by seq) as stay,
        case when next_type <> 'run.version-switched' then left_on end as left_on
      from turn
    ) t group by run_id, stay having bool_and(type <> 'run.closed') and max(left_on) is not null
  )`;
}
