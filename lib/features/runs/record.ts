import "server-only";
import type { RunEvent, RunEventBody } from "@/lib/domain/run/events";
import { versionsIn } from "@/lib/domain/run/versions-in";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { eventFromJson } from "./events-store";
import {
  type FoundRun,
  type LoadedRun,
  loadedRun,
  outcomeOf,
  type Recorded,
  stamped,
  totalsOf,
} from "./outcome";
import type { Share } from "./projection";
import { compiledVersions } from "./versions";
import { writeRuns } from "./write-runs";

export type { LoadedRun } from "./outcome";

/** Loads a deal (or another kind of run) with its state and locks it; null when it is not there, or deleted and not `evenDeleted`. */
export async function lockRun(
  tx: Tx,
  ctx: Ctx,
  id: string,
  { evenDeleted = false, kind = "deal" } = {},
): Promise<LoadedRun | null> {
  const [row] = await tx.$queryRaw<{ run: FoundRun | null }[]>`
    select app.load_run(${ctx.org.id}::uuid, ${id}::uuid) as run`;
  const found = row?.run;
  if (!found || found.kind !== kind || (found.deleted && !evenDeleted)) return null;
  const events = found.events.map(eventFromJson);
  return loadedRun(id, found, events, await compiledVersions(tx, ctx.org.id, versionsIn(events)));
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
  const events = stamped(decided, run.state.seq, occurred, ctx);
  const after = outcomeOf(ctx, run, events, await withNewVersions(tx, ctx, run.versions, events));
  shares?.before.push(after.was);
  shares?.after.push(after.is);
  await writeRuns(tx, shares ? after.writes : { ...after.writes, ...totalsOf(ctx, after) });
  return after.recorded;
}

async function withNewVersions(tx: Tx, ctx: Ctx, known: LoadedRun["versions"], events: readonly RunEvent[]) {
  const ids = versionsIn(events).filter((id) => !known.has(id));
  return ids.length ? new Map([...known, ...(await compiledVersions(tx, ctx.org.id, ids))]) : known;
}
