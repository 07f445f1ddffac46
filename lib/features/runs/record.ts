import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { RunEvent, RunEventBody } from "@/lib/domain/run/events";
import { apply, project } from "@/lib/domain/run/project";
import type { RunState } from "@/lib/domain/run/state";
import { versionsIn } from "@/lib/domain/run/versions-in";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Ctx } from "@/lib/platform/context";
import { seeingAll } from "@/lib/platform/db/seeing-all";
import type { Tx } from "@/lib/platform/db/tenant";
import { dueStepRows } from "./due-steps";
import { eventsOf, toEventRow } from "./events-store";
import { nextStepColumns } from "./next-step";
import {
  amountOf,
  callColumns,
  dealColumns,
  projectedRows,
  runColumns,
  type Share,
  shareOf,
} from "./projection";
import { addToTotals, netDeltas } from "./totals";
import { compiledVersions, ordersOf } from "./versions";

/** A run as it stands, locked until the transaction ends. */
export type LoadedRun = {
  readonly id: string;
  readonly kind: string;
  readonly processId: string;
  /** Guards edits. */
  readonly version: number;
  readonly state: RunState;
  readonly compiled: CompiledVersion;
  readonly versions: ReadonlyMap<string, CompiledVersion>;
};

/** Loads a deal (or another kind of run) with its state and locks it; null when it is not there, or deleted and not `evenDeleted`. */
export async function lockRun(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { evenDeleted = false, kind = "deal" } = {},
): Promise<LoadedRun | null> {
  const orgId = ctx.org.id;
  const [row] = await tx.$queryRaw<
    { kind: string; process_id: string; version: number; deleted_at: Date | null }[]
  >`
    select kind, process_id, version, deleted_at from run where org_id = ${orgId}::uuid and id = ${id}::uuid and kind = ${kind} for update`;
  if (!row || (row.deleted_at && !evenDeleted)) return null;
  const events = await eventsOf(tx, orgId, id);
  const versions = await compiledVersions(tx, orgId, versionsIn(events));
  const state = project(events, ordersOf(versions));
  const compiled = versions.get(state.versionId);
  if (!compiled) throw new Error(`run ${id} follows a version that is not published: ${state.versionId}`);
  return { id, kind: row.kind, processId: row.process_id, version: row.version, state, compiled, versions };
}

/** What changed in a run since the caller last saw it: the reason a stale save is refused. */
async function staleRefusal(tx: Tx, ctx: Ctx, run: LoadedRun): Promise<Refusal> {
  const last = await tx.event.findFirst({
    where: { orgId: ctx.org.id, runId: run.id },
    orderBy: { seq: "desc" },
    select: { type: true, actorId: true, recordedAt: true },
  });
  const actor = last?.actorId
    ? await tx.membership.findUnique({
        where: { orgId_id: { orgId: ctx.org.id, id: last.actorId } },
        select: { name: true },
      })
    : null;
  const { versionId, stageKey, status, fields } = run.state;
  return refuse(
    "stale",
    { who: actor?.name ?? "", what: last?.type ?? "", at: last?.recordedAt.toISOString() ?? "" },
    { current: { version: run.version, versionId, stageKey, status, fields } },
  );
}

export type Recorded = {
  readonly id: string;
  readonly version: number;
  readonly seq: number;
  readonly state: RunState;
};

/** What runs added to the roll-ups of the stages before they changed, and what they add now. */
export type Shares = { readonly before: (Share | null)[]; readonly after: (Share | null)[] };

/**
 * The one way to change a run: lock it, check the caller's `version` (null skips the check), let the domain decide,
 * append the events and write every projection, in the caller's transaction. No events means nothing changed.
 * Refuses not-found and stale, and whatever `decide` refuses. Who changes many runs in one transaction gives `shares`, and
 * adds those to the roll-ups at the end, all at once: their rows are locked in one order, and only briefly.
 */
export async function recordOn(
  tx: Tx,
  ctx: Ctx,
  {
    id,
    version,
    occurred,
    evenDeleted = false,
    kind = "deal",
    shares,
  }: {
    id: string;
    kind?: "deal" | "call";
    version: number | null;
    occurred: Occurred;
    evenDeleted?: boolean;
    shares?: Shares;
  },
  decide: (run: LoadedRun) => readonly RunEventBody[] | Refusal | Promise<readonly RunEventBody[] | Refusal>,
): Promise<Recorded | Refusal> {
  const run = await lockRun(tx, ctx, id, { evenDeleted, kind });
  if (!run) return refuse("not-found");
  if (version !== null && version !== run.version) return staleRefusal(tx, ctx, run);
  const decided = await decide(run);
  if (isRefusal(decided)) return decided;
  if (!decided.length) return { id, version: run.version, seq: run.state.seq, state: run.state };
  const events = decided.map((body, index) => stamp(body, run.state.seq + index + 1, occurred, ctx));
  const versions = await withNewVersions(tx, ctx, run.versions, events);
  const orders = ordersOf(versions);
  const state = events.reduce<RunState>((at, event) => apply(at, event, orders), run.state);
  // Seen by the caller until here; a new owner may take it out of their sight.
  await seeingAll(tx, ctx, async () => {
    await tx.event.createMany({
      data: events.map((event) => toEventRow(ctx.org.id, id, event, ctx.actor.kind)),
    });
    await saveProjection(tx, ctx, run, state, versions.get(state.versionId), shares);
  });
  return { id, version: run.version + 1, seq: state.seq, state };
}

const stamp = (body: RunEventBody, seq: number, occurred: Occurred, ctx: Ctx): RunEvent => ({
  ...body,
  seq,
  occurred,
  recordedAt: ctx.now.toISOString(),
  actorId: ctx.actor.id,
});

async function withNewVersions(tx: Tx, ctx: Ctx, known: LoadedRun["versions"], events: readonly RunEvent[]) {
  const ids = versionsIn(events).filter((id) => !known.has(id));
  return ids.length ? new Map([...known, ...(await compiledVersions(tx, ctx.org.id, ids))]) : known;
}

async function saveProjection(
  tx: Tx,
  ctx: Ctx,
  run: LoadedRun,
  state: RunState,
  compiled: CompiledVersion | undefined,
  shares: Shares | undefined,
) {
  const orgId = ctx.org.id;
  const keys = { orgId, runId: run.id };
  const before = projectedRows(keys, run.state);
  const after = projectedRows(keys, state);
  await replaceChanged(before.visits, after.visits, (r) => String(r.ordinal), {
    remove: (ordinals) =>
      tx.stageVisit.deleteMany({ where: { ...keys, ordinal: { in: ordinals.map(Number) } } }),
    insert: (data) => tx.stageVisit.createMany({ data }),
  });
  await replaceChanged(before.steps, after.steps, (r) => r.stepKey, {
    remove: (stepKeys) => tx.stepRecord.deleteMany({ where: { ...keys, stepKey: { in: stepKeys } } }),
    insert: (data) => tx.stepRecord.createMany({ data }),
  });
  await replaceChanged(before.criteria, after.criteria, (r) => r.criterionKey, {
    remove: (criteria) =>
      tx.criterionRecord.deleteMany({ where: { ...keys, criterionKey: { in: criteria } } }),
    insert: (data) => tx.criterionRecord.createMany({ data }),
  });
  await replaceChanged(before.changes, after.changes, (r) => String(r.seq), {
    remove: async () => {},
    insert: (data) => tx.fieldChange.createMany({ data }),
  });
  const waited = dueStepRows(keys, run.compiled, run.state, ctx.org);
  const waits = dueStepRows(keys, compiled, state, ctx.org);
  await replaceChanged(waited, waits, (r) => r.stepKey, {
    remove: (stepKeys) => tx.dueStep.deleteMany({ where: { ...keys, stepKey: { in: stepKeys } } }),
    insert: (data) => tx.dueStep.createMany({ data }),
  });
  await tx.run.update({
    where: { orgId_id: { orgId, id: run.id } },
    data: {
      ...runColumns(state),
      ...nextStepColumns(compiled, state, ctx.org, ctx.now),
      version: { increment: 1 },
      lastEventAt: ctx.now,
    },
  });
  const call = callColumns(state);
  if (call) await tx.call.update({ where: { orgId_id: { orgId, id: run.id } }, data: call });
  if (run.kind === "deal") {
    // A deal without an amount counts under the currency it was written with, which may no longer be the organisation's.
    const kept =
      amountOf(run.state) === null
        ? await tx.deal.findUnique({
            where: { orgId_id: { orgId, id: run.id } },
            select: { currency: true },
          })
        : null;
    await tx.deal.update({
      where: { orgId_id: { orgId, id: run.id } },
      data: dealColumns(state, ctx.org.currency),
    });
    const was = shareOf(run.processId, run.state, kept?.currency ?? ctx.org.currency);
    const is = shareOf(run.processId, state, ctx.org.currency);
    shares?.before.push(was);
    shares?.after.push(is);
    if (!shares) await addToTotals(tx, ctx, netDeltas([was], [is]));
  }
}

/** Writes only the rows that differ; in any one event that is a handful. */
async function replaceChanged<Row>(
  before: Row[],
  after: Row[],
  keyOf: (row: Row) => string,
  write: { remove: (keys: string[]) => Promise<unknown>; insert: (rows: Row[]) => Promise<unknown> },
): Promise<void> {
  const was = new Map(before.map((row) => [keyOf(row), JSON.stringify(row)]));
  const is = new Set(after.map(keyOf));
  const changed = after.filter((row) => was.get(keyOf(row)) !== JSON.stringify(row));
  const gone = before.map(keyOf).filter((key) => !is.has(key));
  const stale = [...gone, ...changed.map(keyOf).filter((key) => was.has(key))];
  if (stale.length) await write.remove(stale);
  if (changed.length) await write.insert(changed);
}
