import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { Day } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import { fromDay, toDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import { REVIEW_CONCLUSIONS } from "./input";
import type { Review } from "./view";

export type ProcessRow = {
  readonly id: string;
  readonly name: LocalText;
  readonly roleId: string | null;
  /** The published version in force. */
  readonly versionId: string | null;
  readonly version: number | null;
  readonly compiled: CompiledVersion | null;
  readonly hasDraft: boolean;
  /** The last published version after the first, and the last of those that says why. */
  readonly lastVersionId: string | null;
  readonly lastVersionOn: Day | null;
  readonly refinedOn: Day | null;
  readonly reviewedOn: Day | null;
  /** First review on or after the day of the last version. */
  readonly concludedOn: Day | null;
};

/** The organisation's processes with what their versions and reviews say; without `id` all that are in use. */
export async function findProcesses(tx: Tx, ctx: Ctx, id: string | null): Promise<ProcessRow[]> {
  return tx.$queryRaw<ProcessRow[]>`
    with version as (
      select v.process_id, v.id, v.status, v.number, v.compiled,
        (v.published_at at time zone ${ctx.org.timeZone})::date as published_on,
        coalesce(v.why, '') <> '' or v.hypothesis is not null as reasoned,
        row_number() over (partition by v.process_id order by v.published_at, v.number) as nth
      from process_version v
      where v.org_id = ${ctx.org.id}::uuid and v.status in ('published', 'retired')
    ), refined as (
      select process_id, max(published_on) filter (where reasoned) as refined_on,
        (array_agg(id order by nth desc))[1] as last_id, max(published_on) as last_on
      from version where nth > 1 group by process_id
    )
    select p.id, p.name, p.commercial_role_id as "roleId",
      v.id as "versionId", v.number as version, v.compiled,
      exists (select from process_version d
        where d.org_id = p.org_id and d.process_id = p.id and d.status = 'draft') as "hasDraft",
      f.last_id as "lastVersionId", f.last_on::text as "lastVersionOn", f.refined_on::text as "refinedOn",
      (select max(w.day) from process_review w where w.org_id = p.org_id and w.process_id = p.id)::text as "reviewedOn",
      (select min(w.day) from process_review w
        where w.org_id = p.org_id and w.process_id = p.id and w.day >= f.last_on)::text as "concludedOn"
    from process p
    left join lateral (
      select * from version where process_id = p.id and status = 'published' order by number desc limit 1
    ) v on true
    left join refined f on f.process_id = p.id
    where p.org_id = ${ctx.org.id}::uuid and p.archived_at is null and (${id}::uuid is null or p.id = ${id}::uuid)
    order by p.created_at, p.id`;
}

export type RoleRow = {
  readonly id: string;
  readonly name: LocalText;
  readonly reps: number;
  readonly logging: number;
};

/** Commercial roles with their active people, and how many of those logged an activity since a day. */
export async function findRoles(tx: Tx, ctx: Ctx, since: Day): Promise<RoleRow[]> {
  return tx.$queryRaw<RoleRow[]>`
    select r.id, r.name, count(m.id)::int as reps,
      (count(m.id) filter (where exists (
        select from activity a
        where a.org_id = m.org_id and a.actor_id = m.id and a.occurred_on between ${since}::date and ${ctx.today}::date
      )))::int as logging
    from commercial_role r
    left join membership m on m.org_id = r.org_id and m.commercial_role_id = r.id
      and m.status = 'active' and m.role <> 'viewer'
    where r.org_id = ${ctx.org.id}::uuid
    group by r.org_id, r.id, r.name order by r.id`;
}

/** The last reviews of a process. */
export async function findReviews(tx: Tx, ctx: Ctx, processId: string): Promise<Review[]> {
  const rows = await tx.processReview.findMany({
    where: { orgId: ctx.org.id, processId },
    orderBy: [{ day: "desc" }, { recordedAt: "desc" }],
    take: 20,
    select: { id: true, day: true, conclusion: true, note: true, byId: true },
  });
  const people = await tx.membership.findMany({
    where: { orgId: ctx.org.id, id: { in: rows.map(({ byId }) => byId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ byId, day, conclusion, ...row }) => ({
    ...row,
    day: toDay(day) ?? ctx.today,
    conclusion: REVIEW_CONCLUSIONS.find((each) => each === conclusion) ?? "change",
    by: nameOf.get(byId) ?? "",
  }));
}

/** Writes a review with the figures as they stood. */
export async function insertReview(
  tx: Tx,
  ctx: Ctx,
  review: { id: string; processId: string; conclusion: string; note: string; snapshot: object },
): Promise<void> {
  await tx.processReview.create({
    data: { ...review, orgId: ctx.org.id, day: fromDay(ctx.today), byId: ctx.member.id, recordedAt: ctx.now },
  });
}
