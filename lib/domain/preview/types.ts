import type { Change } from "../process/diff";
import type { RunState } from "../run/state";

/** A run to hold a draft against. */
export type PreviewCase = { readonly id: string; readonly state: RunState };

/** How past runs went by one change of the draft. Lists of run ids, so that every count opens its runs. */
export type ChangePreview = {
  readonly change: Change;
  /** Runs that the change would have been about. The three below add up to it. */
  readonly reached: readonly string[];
  /**
   * As the draft has it: the step at its moment (whoever did it), the stage within its days, the criterion with
   * evidence, and what the draft has no more not at all.
   */
  readonly kept: readonly string[];
  /** Done, but at another moment, or longer, or though the draft has it no more. */
  readonly otherwise: readonly string[];
  /** A required step or a criterion that was due and is missing. */
  readonly not: readonly string[];
};

/** A required step that nobody did, though runs came where it would have been due. */
export type NeverDone = { readonly stepKey: string; readonly reached: readonly string[] };

/** What the draft would have said of past runs. */
export type DraftPreview = {
  readonly cases: number;
  readonly changes: readonly ChangePreview[];
  /** Runs with a required step missed or at the wrong moment, by what they followed until now and by the draft. */
  readonly flagged: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly never: readonly NeverDone[];
};

/** What moving one open run to the draft would do to it. */
export type SwitchPreview = {
  readonly id: string;
  /** The stage it is in and the one it would go on in; null where the draft has none for it. */
  readonly from: string | null;
  readonly to: string | null;
  /** Steps that would wait for somebody and do not now, that would be late and are not now, and that would go. */
  readonly added: readonly string[];
  readonly overdue: readonly string[];
  readonly gone: readonly string[];
  readonly next: { readonly before: string | null; readonly after: string | null };
};
