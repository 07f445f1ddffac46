import type { CompiledVersion } from "../process/compile";
import type { EvidenceKind } from "../process/types";
import type { Day, Occurred } from "../shared/day";
import { type Refusal, refuse } from "../shared/result";
import type { RunEventBody } from "./events";
import { refuseMoment } from "./limits";
import type { RunState } from "./state";

export type EvidenceInput = {
  readonly criterionKey: string;
  readonly kind: EvidenceKind;
  readonly note: string | null;
  readonly occurred: Occurred;
};

/**
 * Records that an exit criterion holds; other or better evidence may replace what was there. Refuses:
 * criterion-unknown, occurred-in-future, occurred-before-start.
 */
export function decideEvidence(
  state: RunState,
  version: CompiledVersion,
  { criterionKey, kind, note, occurred }: EvidenceInput,
  today: Day,
): RunEventBody[] | Refusal {
  const known = version.stages.some(({ criteria }) => criteria.some(({ key }) => key === criterionKey));
  if (!known) return refuse("criterion-unknown", undefined, { field: "criterionKey" });
  const refused = refuseMoment(state, occurred, today);
  if (refused) return refused;
  const kept = note?.trim() || null;
  const held = state.criteria[criterionKey];
  if (held?.kind === kind && held.note === kept) return [];
  return [{ type: "criterion.evidenced", criterionKey, kind, note: kept }];
}

/** Takes evidence back. Refuses criterion-not-recorded when there is none. */
export function decideWithdraw(
  state: RunState,
  { criterionKey }: { readonly criterionKey: string },
): RunEventBody[] | Refusal {
  if (!state.criteria[criterionKey])
    return refuse("criterion-not-recorded", undefined, { field: "criterionKey" });
  return [{ type: "criterion.withdrawn", criterionKey }];
}
