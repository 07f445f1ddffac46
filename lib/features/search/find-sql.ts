import "server-only";
import type { z } from "zod";
import { ROLES, reach } from "@/lib/domain/policy/permissions";
import type { Statement } from "@/lib/platform/db/batch";
import type { Find } from "./input";
import { SHOWN } from "./view";

/** Words that are looked for; what is typed beyond them narrows nothing. */
const WORDS = 6;
/** Words of the organisation that begin with, or hold, what was typed; the first by letter. */
const ALIKE = 24;
/** Words that are near to a mistyped one. */
const NEAR = 8;

const ORG = "(select app.org_id())";

// Drafts are for who may change processes; an API key, which is no member, finds none.
const DRAFTS = `exists (
  select from membership e where e.org_id = ${ORG} and e.id = nullif(current_setting('app.member_id', true), '')::uuid and e.role = any ($3::text[]))`;
const EDITORS = ROLES.filter((role) => reach(role, "process.edit"));

// Words of the organisation for one typed word. Each branch is a range or an equality on the index, with a limit: under
// row level security the planner takes an organisation's rows for few and would read them all.
const keys = (form: string, where: string, limit: number) => `
  select s.word from search_key s
  where s.org_id = ${ORG} and s.kind = k.kind and s.form = '${form}' and ${where} limit ${limit}`;
const FROM_HERE = `s.key >= t.word and s.key < t.word || chr(1114111) order by s.key`;

const row = (table: string, alias: string, id: string) =>
  `cross join lateral (select * from ${table} ${alias} where ${alias}.org_id = ${ORG} and ${alias}.id = ${id} limit 1) ${alias}`;

const DEAL = `
  select json_build_object('kind', 'deal', 'id', r.id, 'name', r.title, 'company', c.name, 'stage', s.name, 'outcome', d.outcome, 'owner', m.name) hit
  from (select * from run r where r.org_id = ${ORG} and r.id = p.id and r.deleted_at is null limit 1) r
  ${row("deal", "d", "r.id")}
  ${row("membership", "m", "r.owner_id")}
  left join lateral (select c.name from company c where c.org_id = ${ORG} and c.id = d.company_id limit 1) c on true
  left join lateral (select s.name from stage s where s.org_id = ${ORG} and s.version_id = r.version_id and s.key = r.stage_key limit 1) s on true
  where p.kind = 'deal'`;

const COMPANY = `
  select json_build_object('kind', 'company', 'id', c.id, 'name', c.name, 'openDeals', (
    select count(*) from (select d.id from deal d where d.org_id = ${ORG} and d.company_id = c.id limit 100) d
    ${row("run", "r", "d.id")} where r.status = 'open' and r.deleted_at is null))
  from (select * from company c where c.org_id = ${ORG} and c.id = p.id and c.deleted_at is null limit 1) c
  where p.kind = 'company'`;

const CONTACT = `
  select json_build_object('kind', 'contact', 'id', k.id, 'name', k.name, 'jobTitle', k.job_title, 'companyId', c.id, 'company', c.name)
  from (select * from contact k where k.org_id = ${ORG} and k.id = p.id and k.deleted_at is null limit 1) k
  left join lateral (select c.id, c.name from company c where c.org_id = ${ORG} and c.id = k.company_id and c.deleted_at is null limit 1) c on true
  where p.kind = 'contact'`;

const PROCESS = `
  select json_build_object('kind', 'process', 'id', x.id, 'name', x.name)
  from (select * from process x where x.org_id = ${ORG} and x.id = p.id and x.archived_at is null limit 1) x
  where p.kind = 'process' and exists (
    select from process_version v where v.org_id = ${ORG} and v.process_id = x.id and (v.status <> 'draft' or ${DRAFTS}))`;

/**
 * What a text finds: exact name, then beginning of the name, beginning of a word, inside a word, mistyped; within that open
 * before closed, newest first. Every typed word must be found. Read from the index in that order, a few of each kind; of
 * several words the rarest leads, and the others are looked for in what it finds.
 */
export function findStatement({ q, recent }: z.output<typeof Find>): Statement {
  return {
    name: "search.find",
    text: `
      with asked as materialized (select app.search_text($1) collate "C" q),
      t as materialized (
        select row_number() over () n, count(*) over () words, x.word
        from (select distinct left(w, 40) collate "C" word from asked, unnest(string_to_array(q, ' ')) w where w <> '' limit ${WORDS}) x
      ),
      k (kind) as (values ('company'), ('contact'), ('deal'), ('process')),
      alike as materialized (
        select k.kind, t.n, t.words, t.word typed, w.grade, w.word
        from t cross join k cross join lateral (
          (select 2 grade, x.word from (${keys("w", FROM_HERE, ALIKE)}) x)
          union all (select distinct 3, x.word from (${keys("s", FROM_HERE, ALIKE)}) x where not starts_with(x.word, t.word))
          union all (select distinct 4, x.word from (${keys("d", "s.key = any (app.search_misspelt(t.word))", 6 * NEAR)}) x
            where strpos(x.word, t.word) = 0 and app.search_means(t.word, x.word) limit ${NEAR})
        ) w
      ),
      hit as materialized (
        select g.kind, g.n, g.words, h.id
        from (select distinct kind, n, words from alike) g cross join lateral (
          select h.id
          from alike a cross join lateral (
            select h.id, h.open, h.place from search_hit h
            where h.org_id = ${ORG} and h.kind = a.kind and h.word = a.word
            order by h.place desc, h.open desc, h.id desc limit case a.words when 1 then ${SHOWN + 1} else 100 end
          ) h
          where a.kind = g.kind and a.n = g.n
          order by case when a.grade = 2 and h.place > 0 then case when h.place = 2 and a.word = a.typed then 0 else 1 end else a.grade end,
            h.open desc, h.id desc
          limit case g.words when 1 then ${2 * SHOWN + 2} else 100 end
        ) h
      ),
      rarest as (
        select kind, n from (
          select kind, n, words, count(*) over (partition by kind) typed, rank() over (partition by kind order by count(*)) rare
          from hit group by kind, n, words
        ) c
        where typed = words and rare = 1
      ),
      candidate as (
        select h.kind, h.id from hit h join rarest l on l.kind = h.kind and l.n = h.n
        union select k.kind, h.id from asked cross join k cross join lateral (
          select h.id from search_hit h
          where h.org_id = ${ORG} and h.kind = k.kind and h.word = asked.q and h.place = 2
          order by h.open desc, h.id desc limit ${SHOWN + 1}
        ) h
      ),
      graded as (
        select c.kind, c.id, e.open,
          case when asked.q = any (e.names) then 0
            when exists (select from unnest(e.names) n where starts_with(n, asked.q)) then 1 else g.grade end grade
        from candidate c cross join asked
        cross join lateral (select * from search_entry e where e.org_id = ${ORG} and e.kind = c.kind and e.id = c.id limit 1) e
        cross join lateral (
          select max(b.grade) grade, bool_and(b.grade is not null) every
          from t cross join lateral (
            select min(case when starts_with(w, t.word) then 2 when strpos(w, t.word) > 0 then 3
              when exists (select from alike a where a.kind = c.kind and a.n = t.n and a.grade = 4 and a.word = w) then 4 end) grade
            from unnest(e.words) w
          ) b
        ) g
        where g.every
      ),
      best as (
        select kind, id, at from (
          select kind, id, row_number() over (partition by kind order by grade, open desc, id desc) at from graded
        ) x where at <= ${SHOWN + 1}
        union all
        select h.kind, h.id, v.at
        from jsonb_array_elements($2::jsonb) with ordinality v (seen, at)
        cross join lateral (
          select * from search_entry h
          where h.org_id = ${ORG} and h.kind = v.seen ->> 'kind' and h.id = (v.seen ->> 'id')::uuid limit 1
        ) h
        where not exists (select from t)
      )
      select json_build_object(
        'hits', coalesce((
          select json_agg(x.hit order by p.at)
          from best p cross join lateral (${[DEAL, COMPANY, CONTACT, PROCESS].join(" union all ")}) x
        ), '[]'::json),
        -- Only words of what is given: others may stand in deals that are not seen.
        'near', coalesce((
          select json_agg(distinct a.word)
          from best p
          cross join lateral (select e.words from search_entry e where e.org_id = ${ORG} and e.kind = p.kind and e.id = p.id limit 1) e
          join alike a on a.kind = p.kind and a.grade = 4 and a.word = any (e.words)
        ), '[]'::json))::text`,
    values: [q, JSON.stringify(recent), `{${EDITORS.join(",")}}`],
  };
}
