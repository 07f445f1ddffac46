import "server-only";
import type { RunEvent } from "@/lib/domain/run/events";
import type { Day } from "@/lib/domain/shared/day";
import { toEvent } from "@/lib/features/runs/events-store";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { sinceOf } from "./store-counts";

/** Traces are replayed one by one, so only the last ones of each process are: enough for a steady median. */
export const TRACES = 300;

export type TracedRun = {
  readonly id: string;
  readonly processId: string;
  readonly versionId: string;
  readonly title: string;
  readonly closedOn: Day | null;
  readonly events: readonly RunEvent[];
};

type Row = Omit<TracedRun, "events"> & {
  seq: number;
  type: string;
  occurredOn: Date;
  occurredAt: Date | null;
  recordedAt: Date;
  actorId: string | null;
  payload: unknown;
};

/** The runs on published versions that closed lately or are open, the last ones of each process, with their events. */
export async function findTraces(tx: Tx, ctx: Ctx, processId: string | null): Promise<TracedRun[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with candidate as (
      select r.id, r.process_id, r.version_id, r.title, r.closed_on,
        row_number() over (partition by r.process_id, r.status order by coalesce(r.closed_on, r.opened_on) desc nulls last, r.id) as nth
      from run r join process_version v on v.org_id = r.org_id and v.id = r.version_id and v.status in ('published', 'retired')
      where r.org_id = ${ctx.org.id}::uuid and r.kind = 'deal' and r.deleted_at is null
        and (r.status = 'open' or r.closed_on >= ${sinceOf("followed", ctx.today)}::date)
        and (${processId}::uuid is null or r.process_id = ${processId}::uuid)
    )
    select c.id, c.process_id as "processId", c.version_id as "versionId", c.title, c.closed_on::text as "closedOn",
      e.seq, e.type, e.occurred_on as "occurredOn", e.occurred_at as "occurredAt", e.recorded_at as "recordedAt",
      e.actor_id as "actorId", e.payload
    from candidate c join event e on e.org_id = ${ctx.org.id}::uuid and e.run_id = c.id
    where c.nth <= ${TRACES}
    order by c.id, e.seq`;
  const runs = new Map<string, TracedRun & { events: RunEvent[] }>();
  for (const { id, processId: process, versionId, title, closedOn, ...event } of rows) {
    const run = runs.get(id) ?? { id, processId: process, versionId, title, closedOn, events: [] };
    run.events.push(toEvent(event));
    runs.set(id, run);
  }
  return [...runs.values()];
}
