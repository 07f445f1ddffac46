import "server-only";
import type { RunEvent } from "@/lib/domain/run/events";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { fromDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";

type EventRow = {
  seq: number;
  type: string;
  occurredOn: Date;
  occurredAt: Date | null;
  recordedAt: Date;
  actorId: string | null;
  payload: unknown;
};

/** A stored event as the domain reads it. */
export const toEvent = (row: EventRow): RunEvent =>
  eventFromJson({
    ...row,
    occurredOn: row.occurredOn.toISOString().slice(0, 10),
    occurredAt: row.occurredAt?.toISOString() ?? null,
    recordedAt: row.recordedAt.toISOString(),
  });

/** An event as a hot read's statement gives it, its days and moments written as the domain writes them. */
export type JsonEvent = Omit<EventRow, "occurredOn" | "occurredAt" | "recordedAt"> & {
  occurredOn: Day;
  occurredAt: Instant | null;
  recordedAt: Instant;
};

/** Such an event as the domain reads it. The payload names none of the columns; laid down first, it costs ten times as much. */
export const eventFromJson = (row: JsonEvent): RunEvent =>
  ({
    type: row.type,
    seq: row.seq,
    occurred: { day: row.occurredOn, at: row.occurredAt },
    recordedAt: row.recordedAt,
    actorId: row.actorId,
    ...(row.payload as object),
  }) as RunEvent;

const EVENT = {
  seq: true,
  type: true,
  occurredOn: true,
  occurredAt: true,
  recordedAt: true,
  actorId: true,
  payload: true,
} as const;

/** A run's events in order. */
export async function eventsOf(tx: Tx, orgId: string, runId: string): Promise<RunEvent[]> {
  const rows = await tx.event.findMany({
    where: { orgId, runId },
    orderBy: { seq: "asc" },
    select: EVENT,
  });
  return rows.map(toEvent);
}

/** The events of several runs in order, by run. */
export async function eventsOfRuns(
  tx: Tx,
  orgId: string,
  runIds: readonly string[],
): Promise<Map<string, RunEvent[]>> {
  const byRun = new Map<string, RunEvent[]>(runIds.map((id) => [id, []]));
  if (runIds.length === 0) return byRun;
  const rows = await tx.event.findMany({
    where: { orgId, runId: { in: [...runIds] } },
    orderBy: [{ runId: "asc" }, { seq: "asc" }],
    select: { ...EVENT, runId: true },
  });
  for (const { runId, ...event } of rows) byRun.get(runId)?.push(toEvent(event));
  return byRun;
}

/** The row of an event. The payload is the event without what has a column of its own. */
export function toEventRow(orgId: string, runId: string, event: RunEvent, actorKind: Ctx["actor"]["kind"]) {
  const { seq, type, occurred, recordedAt, actorId, ...payload } = event;
  return {
    orgId,
    runId,
    seq,
    type,
    occurredOn: fromDay(occurred.day),
    occurredAt: occurred.at === null ? null : new Date(occurred.at),
    recordedAt: new Date(recordedAt),
    actorId,
    actorKind,
    payload: payload as object,
  };
}
