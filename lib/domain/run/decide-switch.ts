import { type CompiledVersion, stageOf } from "../process/compile";
import type { Day, Occurred } from "../shared/day";
import { type Refusal, refuse } from "../shared/result";
import type { RunEventBody } from "./events";
import { refuseTurn } from "./limits";
import type { RunState } from "./state";

/** Where each stage of the old version goes on in the new one; a stage that is not named goes on under its own key. */
export type StageMap = Readonly<Record<string, string>>;

/** The stage of `to` in which a run in `stageKey` goes on, or null when the new version has none for it. */
export function stageAfter(stageKey: string | null, to: CompiledVersion, map: StageMap): string | null {
  if (stageKey === null) return to.stages[0]?.key ?? null;
  const wanted = Object.hasOwn(map, stageKey) ? (map[stageKey] ?? stageKey) : stageKey;
  return stageOf(to, wanted) ? wanted : null;
}

/**
 * Puts an open run on another version of its process, in the stage the map gives. What was done, waived and proven stays,
 * because steps and criteria keep their keys. Refuses: run-closed, version-same, stage-unmapped, occurred-in-future,
 * occurred-before-start, occurred-before-last-move.
 */
export function decideSwitch(
  state: RunState,
  to: { readonly id: string; readonly compiled: CompiledVersion },
  map: StageMap,
  occurred: Occurred,
  today: Day,
): RunEventBody[] | Refusal {
  if (state.status === "closed") return refuse("run-closed");
  if (state.versionId === to.id) return refuse("version-same");
  const stageKey = stageAfter(state.stageKey, to.compiled, map);
  if (stageKey === null) return refuse("stage-unmapped", undefined, { field: "stages" });
  const refused = refuseTurn(state, occurred, today);
  return refused ?? [{ type: "run.version-switched", from: state.versionId, to: to.id, stageKey }];
}
