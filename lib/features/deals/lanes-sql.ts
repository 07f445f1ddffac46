import "server-only";
import type { z } from "zod";
import type { Statement } from "@/lib/platform/db/batch";
import { CARD, changed, DUE, EDGE, type Seen, seenBy } from "./board-sql";
import { type Group, LANE_CARDS, LANES, type LanesFilter, NO_LANE } from "./input";

/** Which lane the deals of the member `m` stand in: its key, where it stands (one's own first, no lane last) and its name. */
const LANE_OF: Readonly<Record<Group, { key: string; at: string; name: string; from: string }>> = {
  owner: {
    key: "m.id::text",
    at: "case when m.id = nullif(current_setting('app.member_id', true), '')::uuid then '0' else '1' || lower(m.name) end",
    name: "to_json(m.name)",
    from: "",
  },
  team: {
    key: `coalesce(g.id::text, '${NO_LANE}')`,
    at: "coalesce('1' || lower(g.name), '2')",
    name: "to_json(g.name)",
    from: "left join team g on g.org_id = m.org_id and g.id = m.team_id",
  },
  // The oldest role first, as everywhere.
  role: {
    key: `coalesce(g.id::text, '${NO_LANE}')`,
    at: "coalesce('1' || to_char(g.created_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), '2')",
    name: "g.name::json",
    from: "left join commercial_role g on g.org_id = m.org_id and g.id = m.commercial_role_id",
  },
};

// The first cards of each owner are at the front of their own index; the first of those are the lane's.
const CARDS = `
  select ${CARD} card, ${DUE} due, r.id
  from (
    select r.* from unnest(h.owners) o (id)
    cross join lateral (
      select * from run r
      where r.org_id = (select app.org_id()) and r.owner_id = o.id and r.process_id = $1::uuid and r.stage_key = s.stage_key
        and r.kind = 'deal' and r.status = 'open' and r.deleted_at is null
      order by ${DUE}, r.id limit ${LANE_CARDS}
    ) r
    order by ${DUE}, r.id limit ${LANE_CARDS}
  ) r
  cross join lateral (select * from deal d where d.org_id = r.org_id and d.id = r.id limit 1) d
  left join lateral (select c.name from company c where c.org_id = d.org_id and c.id = d.company_id limit 1) c on true`;

/** Per stage the count and sums of the lanes that are meant. */
const stagesOf = (which: string) => `
  select t.stage_key, sum(t.deals) deals, json_agg(json_build_object('currency', t.currency, 'minor', t.minor) order by t.currency) sums
  from (
    select p.stage_key, p.currency, sum(p.deals) deals, sum(p.minor) minor
    from parts p where ${which} group by p.stage_key, p.currency
  ) t group by t.stage_key`;

/** The roll-ups of each owner, which lane each owner's deals stand in, and what that comes to for each lane and stage. */
const figures = (seen: Seen, lane: (typeof LANE_OF)[Group]) => `
  totals as materialized (
    select owner_id, stage_key, currency, sum(deals) deals, sum(amount_minor) minor
    from app.stage_totals()
    where org_id = (select app.org_id()) and process_id = $1::uuid ${seen.of("owner_id")}
    group by owner_id, stage_key, currency having sum(deals) > 0
  ), owners as materialized (
    select m.id, ${lane.key} key, ${lane.at} at, ${lane.name} name
    from membership m ${lane.from}
    where m.org_id = (select app.org_id()) and m.id in (select owner_id from totals)
  ), parts as materialized (
    select o.key, o.at, t.stage_key, t.currency, sum(t.deals) deals, sum(t.minor) minor
    from totals t join owners o on o.id = t.owner_id group by o.key, o.at, t.stage_key, t.currency
  ), held as materialized (
    select o.key, t.stage_key, array_agg(distinct t.owner_id) owners
    from totals t join owners o on o.id = t.owner_id group by o.key, t.stage_key
  )`;

/** The board in lanes: see `dealsLanes`. All counts and sums are of the roll-ups. One statement. */
export function lanesStatement(filter: z.output<typeof LanesFilter>, now: Date): Statement {
  const { group, after, folded } = filter;
  const since = filter.since === null ? [] : [filter.since];
  const place = after ? [after.at, after.key] : [];
  const away = folded.length ? [`{${folded.join(",")}}`] : [];
  const seen = seenBy(filter, 3 + since.length + place.length + away.length);
  // A condition on the lane alone is asked before the cards are looked for.
  const shown = away.length ? `where l.key <> all($${3 + since.length + place.length}::text::text[])` : "";
  const from = after ? `where (at, key) > ($${3 + since.length}, $${4 + since.length})` : "";
  return {
    name: `deals.lanes-${group}${since.length ? "-since" : ""}${after ? "-after" : ""}${away.length ? "-folded" : ""}${seen.name}`,
    text: `
      with ${figures(seen, LANE_OF[group])}, lanes as materialized (
        select key, at, (array_agg(name))[1] name from owners ${from} group by key, at order by at, key limit ${LANES}
      ), last as materialized (select at, key from lanes order by at desc, key desc limit 1)
      select json_build_object(
        'today', ($2::timestamptz at time zone o.time_zone)::date,
        'cursor', ${EDGE}::text,
        'changed', ${since.length ? changed(seen, ", 'lane', (select w.key from owners w where w.id = r.owner_id)") : "null"},
        'lanes', coalesce((
          select json_agg(json_build_object('key', l.key, 'name', l.name, 'at', l.at, 'columns', (
            select json_agg(json_build_object('stageKey', s.stage_key, 'count', s.deals, 'sums', s.sums, 'cards', coalesce(k.cards, '[]'::json)))
            from (${stagesOf("p.key = l.key")}) s
            join held h on h.key = l.key and h.stage_key = s.stage_key
            cross join lateral (select json_agg(x.card order by x.due, x.id) cards from (${CARDS}) x ${shown}) k
          )) order by l.at, l.key)
          from lanes l
        ), '[]'::json),
        'rest', json_build_object(
          'count', (select count(distinct w.key) from owners w, last where (w.at, w.key) > (last.at, last.key)),
          'columns', coalesce((
            select json_agg(json_build_object('stageKey', s.stage_key, 'count', s.deals, 'sums', s.sums))
            from (${stagesOf("(p.at, p.key) > ((select at from last), (select key from last))")}) s
          ), '[]'::json)))::text
      from organization o
      where o.id = (select app.org_id())
        and exists (select 1 from process p where p.org_id = o.id and p.id = $1::uuid)`,
    values: [filter.processId, now, ...since, ...place, ...away, ...seen.values],
  };
}
