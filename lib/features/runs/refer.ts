import "server-only";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/tenant";
import { toEventRow } from "./events-store";

/** Deals written at once, so that no statement has more values than Postgres takes. */
const BATCH = 2_000;

const COLUMN: Record<"company" | "contact", Sql> = {
  company: sql`d.company_id`,
  contact: sql`d.contact_id`,
};

/**
 * Lets deals of one company, or of one person, be of another, seen or not, deleted or not, in a few statements: the same
 * event and history as one edit each. `ids` narrows it to these; those that are of another one by now stay. Gives which.
 */
export function referDeals(
  tx: Tx,
  ctx: Ctx,
  {
    field,
    from,
    to,
    ids = null,
  }: { field: "company" | "contact"; from: string; to: string; ids?: readonly string[] | null },
): Promise<string[]> {
  return seeingAll(tx, ctx, async () => {
    const orgId = ctx.org.id;
    const rows = await tx.$queryRaw<{ id: string; seq: number }[]>`
      select r.id, r.seq from run r join deal d on d.org_id = r.org_id and d.id = r.id
      where r.org_id = ${orgId}::uuid and ${COLUMN[field]} = ${from}::uuid
        and (${ids === null} or r.id = any(${[...(ids ?? [])]}::uuid[]))
      order by r.id for update of r`;
    const occurred = { day: ctx.today, at: ctx.now.toISOString() };
    const recordedAt = ctx.now.toISOString();
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      await tx.event.createMany({
        data: batch.map(({ id, seq }) =>
          toEventRow(
            orgId,
            id,
            {
              type: "field.changed",
              field,
              from,
              to,
              seq: seq + 1,
              occurred,
              recordedAt,
              actorId: ctx.actor.id,
            },
            ctx.actor.kind,
          ),
        ),
      });
      await tx.fieldChange.createMany({
        data: batch.map(({ id, seq }) => ({
          orgId,
          runId: id,
          seq: seq + 1,
          field,
          from,
          to,
          occurredOn: new Date(`${ctx.today}T00:00:00Z`),
          recordedAt: ctx.now,
          actorId: ctx.actor.id,
        })),
      });
      const which = { orgId, id: { in: batch.map(({ id }) => id) } };
      await tx.deal.updateMany({
        where: which,
        data: field === "company" ? { companyId: to } : { contactId: to },
      });
      await tx.run.updateMany({
        where: which,
        data: { lastEventAt: ctx.now, seq: { increment: 1 }, version: { increment: 1 } },
      });
    }
    return rows.map(({ id }) => id);
  });
}
