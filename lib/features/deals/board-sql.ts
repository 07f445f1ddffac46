import "server-only";
import type { z } from "zod";
import type { Statement } from "@/lib/platform/db/batch";
import { type BoardFilter, type ColumnPage, type DealsSince, type Group, NO_LANE } from "./input";

/** Cards loaded per stage at first; the rest by scrolling. Counts and sums are exact all the same. */
const CARDS = 50;

// One card as JSON. `r` is the run, `d` its deal.
export const CARD = `json_build_object(
  'id', r.id, 'title', r.title, 'company', c.name, 'amountMinor', d.amount_minor, 'currency', d.currency,
  'owner', r.owner_id, 'entered', r.entered_on, 'nextStepKey', r.next_step_key, 'nextDue', r.next_due_on,
  'versionId', r.version_id, 'version', r.version)`;

export const DUE = `coalesce(r.next_due_on, date '9999-12-31')`;

type Owners = {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly roleId: string | null;
};
const members = (column: string, id: string) =>
  `in (select m.id from membership m where m.org_id = (select app.org_id()) and m.${column} = ${id}::uuid)`;
const IS_OF = {
  owner: (id: string) => `= ${id}::uuid`,
  team: (id: string) => members("team_id", id),
  role: (id: string) => members("commercial_role_id", id),
};

/**
 * The one own / team / role predicate, on whatever carries an owner; its parameters are numbered from `first`. Only what is asked
 * for stands in the text, so each kind of question has a name and a plan of its own: of "or nothing was asked" a planner expects
 * so little that it reads and sorts a whole stage.
 */
export function seenBy({ ownerId, teamId, roleId }: Owners, first: number) {
  const given = { owner: ownerId, team: teamId, role: roleId };
  const asked = (["owner", "team", "role"] as const).filter((kind) => given[kind] !== null);
  return {
    name: asked.map((kind) => `-${kind}`).join(""),
    values: asked.map((kind) => given[kind]),
    of: (owner: string) =>
      asked.map((kind, index) => `and ${owner} ${IS_OF[kind](`$${first + index}`)}`).join(" "),
  };
}
export type Seen = ReturnType<typeof seenBy>;

// The cards are chosen from the runs alone, in the order of their index; then each is looked up by its key. The limits
// hold the planner to that: under row security it takes an organisation's rows for few and would read them all.
const cardsOf = (seen: Seen, stage: string, more: string, size: number = CARDS) => `
  select ${CARD} card, ${DUE} due, r.id
  from (
    select * from run r
    where r.org_id = (select app.org_id()) and r.process_id = $1::uuid and r.stage_key = ${stage}
      and r.kind = 'deal' and r.status = 'open' and r.deleted_at is null ${seen.of("r.owner_id")} ${more}
    order by ${DUE}, r.id
    limit ${size}
  ) r
  cross join lateral (select * from deal d where d.org_id = r.org_id and d.id = r.id limit 1) d
  left join lateral (select c.name from company c where c.org_id = d.org_id and c.id = d.company_id limit 1) c on true`;

// Where the log stands: whatever older transactions wrote is in this snapshot, whatever is written later is not below it.
export const EDGE = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

/** Events looked through for what became of further pages; who missed more reads them again. */
const KEPT_EVENTS = 2_000;

/** What happened since $3, and how the deals stand that are still on the board; `more` is said of each beside its stage. */
export const changed = (seen: Seen, more = "") => `(
    with since as materialized (
      select e.run_id from event e
      where e.org_id = (select app.org_id()) and e.tx >= $3::bigint
      order by e.tx, e.run_id, e.seq limit ${KEPT_EVENTS + 1}
    ), ids as materialized (
      select distinct run_id id from since where (select count(*) from since) <= ${KEPT_EVENTS}
    )
    select case when (select count(*) from since) <= ${KEPT_EVENTS} then json_build_object(
      'ids', coalesce((select json_agg(id) from ids), '[]'::json),
      'cards', coalesce((
        select json_agg(json_build_object('stageKey', r.stage_key${more}, 'card', ${CARD}))
        from ids i
        cross join lateral (select * from run r where r.org_id = (select app.org_id()) and r.id = i.id limit 1) r
        cross join lateral (select * from deal d where d.org_id = r.org_id and d.id = r.id limit 1) d
        left join lateral (select c.name from company c where c.org_id = d.org_id and c.id = d.company_id limit 1) c on true
        where r.process_id = $1::uuid and r.kind = 'deal' and r.status = 'open' and r.deleted_at is null
          and r.stage_key is not null ${seen.of("r.owner_id")}
      ), '[]'::json)) end
  )`;

/** The board: per stage the exact count and sums from the roll-ups and the most urgent cards. One statement. */
export function boardStatement(filter: z.output<typeof BoardFilter>, now: Date): Statement {
  const since = filter.since === null ? [] : [filter.since];
  const seen = seenBy(filter, 3 + since.length);
  return {
    name: `deals.board${since.length ? "-since" : ""}${seen.name}`,
    text: `
      select json_build_object(
        'today', ($2::timestamptz at time zone o.time_zone)::date,
        'cursor', ${EDGE}::text,
        'changed', ${since.length ? changed(seen) : "null"},
        'columns', coalesce((
          select json_agg(json_build_object('stageKey', s.stage_key, 'count', s.deals, 'sums', s.sums, 'cards', coalesce(k.cards, '[]'::json)))
          from (
            select t.stage_key, sum(t.deals) deals,
              json_agg(json_build_object('currency', t.currency, 'minor', t.minor) order by t.currency) filter (where t.deals > 0) sums
            from (
              select stage_key, currency, sum(deals) deals, sum(amount_minor) minor
              from app.stage_totals()
              where org_id = (select app.org_id()) and process_id = $1::uuid ${seen.of("owner_id")}
              group by stage_key, currency
            ) t
            group by t.stage_key having sum(t.deals) > 0
          ) s
          cross join lateral (select json_agg(x.card order by x.due, x.id) cards from (${cardsOf(seen, "s.stage_key", "")}) x) k
        ), '[]'::json))::text
      from organization o
      where o.id = (select app.org_id())
        and exists (select 1 from process p where p.org_id = o.id and p.id = $1::uuid)`,
    values: [filter.processId, now, ...since, ...seen.values],
  };
}

const WITHOUT: Readonly<Record<Group, string>> = { owner: "id", team: "team_id", role: "commercial_role_id" };

/** The deals of one lane of a board with lanes; those without what it is grouped by are a lane, too. Its parameter is numbered `at`. */
function inLane(lane: z.output<typeof ColumnPage>["lane"], at: number) {
  if (!lane) return { name: "", text: "", values: [] };
  const { group, key } = lane;
  if (key !== NO_LANE)
    return { name: `-in-${group}`, text: `and r.owner_id ${IS_OF[group](`$${at}`)} `, values: [key] };
  const none = `in (select m.id from membership m where m.org_id = (select app.org_id()) and m.${WITHOUT[group]} is null)`;
  return { name: `-in-no-${group}`, text: `and r.owner_id ${none} `, values: [] };
}

/** The next cards of one stage, after the last one loaded. */
export function columnStatement(page: z.output<typeof ColumnPage>): Statement {
  const seen = seenBy(page, 5);
  const lane = inLane(page.lane, 5 + seen.values.length);
  return {
    name: `deals.column-${page.size}${seen.name}${lane.name}`,
    text: `select json_build_object('cards', coalesce(json_agg(x.card order by x.due, x.id), '[]'::json))::text
      from (${cardsOf(seen, "$2", `${lane.text}and (${DUE}, r.id) > ($3::date, $4::uuid)`, page.size)}) x`,
    values: [page.processId, page.stageKey, page.after.due, page.after.id, ...seen.values, ...lane.values],
  };
}

/** Enough to say who did what; whoever is further behind reads the whole board anyway. */
const CHANGES = 100;

/** What happened on a process since a cursor that the board gave, by the log's order. One statement. */
export function sinceStatement({ processId, cursor }: z.output<typeof DealsSince>): Statement {
  return {
    name: "deals.since",
    text: `
      select json_build_object('changes', coalesce(json_agg(json_build_object('id', c.run_id, 'type', c.type, 'by', c.actor_id)), '[]'::json))::text
      from (
        select e.run_id, e.type, e.actor_id from event e
        where e.org_id = (select app.org_id()) and e.tx >= $2::bigint and e.tx < (select ${EDGE})
          and exists (select 1 from run r where r.org_id = e.org_id and r.id = e.run_id and r.kind = 'deal' and r.process_id = $1::uuid)
        order by e.tx, e.run_id, e.seq limit ${CHANGES}
      ) c`,
    values: [processId, cursor],
  };
}
