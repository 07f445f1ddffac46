import "server-only";
import type { RunEventBody } from "@/lib/domain/run/events";
import { versionsIn } from "@/lib/domain/run/versions-in";
import type { Occurred } from "@/lib/domain/shared/day";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Ctx } from "@/lib/platform/context";
import type { Statement } from "@/lib/platform/db/batch";
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
import { keptVersions } from "./versions";
import { type RunWrites, writesJson } from "./write-runs";

/** Loads a run and locks it, for `recordHot`. */
export const loadRun = (id: string): Statement => ({
  name: "load-run",
  text: "select app.load_run(app.org_id(), $1)",
  values: [id],
});

/** Writes what follows from events. */
export const writeStatement = (writes: RunWrites): Statement => ({
  name: "write-runs",
  text: "select app.write_runs($1)",
  values: [writesJson(writes)],
});

type Target = {
  readonly id: string;
  readonly version: number | null;
  readonly occurred: Occurred;
  readonly evenDeleted: boolean;
};

/**
 * As `recordOn` on a deal, from what `loadRun` gave: what to write, or the refusal. Null where more has to be read to tell: a version
 * that is not at hand, a stale edit, a run of somebody else where the caller may change only their own.
 */
export function recordHot(
  ctx: Ctx,
  loaded: unknown,
  { id, version, occurred, evenDeleted }: Target,
  decide: (run: LoadedRun) => readonly RunEventBody[] | Refusal,
): { readonly recorded: Recorded; readonly write: Statement } | Refusal | null {
  const found = loaded as FoundRun | null;
  if (found?.kind !== "deal" || (found.deleted && !evenDeleted)) return refuse("not-found");
  if (version !== null && version !== found.version) return null;
  const past = found.events.map(eventFromJson);
  const versions = keptVersions(ctx.org.id, versionsIn(past));
  if (!versions) return null;
  const run = loadedRun(id, found, past, versions);
  if (ctx.reach === "own" && run.state.fields.owner !== ctx.member.id) return null;
  const decided = decide(run);
  if (isRefusal(decided)) return decided;
  const events = stamped(decided, run.state.seq, occurred, ctx);
  if (events.length === 0 || versionsIn(events).some((each) => !versions.has(each))) return null;
  const after = outcomeOf(ctx, run, events, versions);
  const write = writeStatement({ ...after.writes, ...totalsOf(ctx, after) });
  return { recorded: after.recorded, write };
}
