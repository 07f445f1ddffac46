import "server-only";
import type { z } from "zod";
import { noSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import type { PublishedAsk } from "./input-library";
import type { PublishedProcess } from "./view";

/** One page of the processes that a deal or a call may be put on and one more, if there is one; and how many there are in all. */
export async function publishedPage(
  tx: Tx,
  orgId: string,
  { after, limit }: z.output<typeof PublishedAsk>,
): Promise<{ rows: PublishedProcess[]; total: number }> {
  const inUse = sql`p.org_id = ${orgId}::uuid and p.archived_at is null and exists (
    select from process_version v where v.org_id = p.org_id and v.process_id = p.id and v.status = 'published')`;
  const from = after ? sql`and p.id > ${after.id}::uuid` : noSql;
  const rows = await tx.$queryRaw<PublishedProcess[]>`
    select p.id, p.name, p.category,
      jsonb_build_object('number', shown.number, 'stages', coalesce(content.stages, '[]')) published
    from (select * from process p where ${inUse} ${from} order by p.id limit ${limit + 1}) p
    cross join lateral (
      select v.number, v.document from process_version v
      where v.org_id = p.org_id and v.process_id = p.id and v.status = 'published'
      order by v.number desc limit 1
    ) shown
    cross join lateral (
      select jsonb_agg(jsonb_build_object('key', s -> 'key', 'name', s -> 'name', 'steps', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'key', t -> 'key', 'name', t -> 'name', 'importance', t -> 'importance') order by nth), '[]')
          from jsonb_array_elements(s -> 'steps') with ordinality as steps(t, nth)
        )) order by place) stages
      from jsonb_array_elements(shown.document -> 'stages') with ordinality as stages(s, place)
    ) content
    order by p.id`;
  const [count] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int n from process p where ${inUse}`;
  return { rows, total: count?.n ?? 0 };
}
