import type { ImportRow } from "@/lib/domain/import/cells";
import type { PlannedRow } from "@/lib/domain/import/plan";
import { createRowIndex, type RowIndex } from "@/lib/domain/import/row-index";
import type { DealNow } from "./deal-changes";
import type { Eyes } from "./job";
import type { CompanyRow, ProductRow } from "./lookup-store";
import type { KnownMember } from "./people";
import type { Plan } from "./state";

/** The record a row is about, as it stands. */
export type Found =
  | { readonly kind: "companies"; readonly now: CompanyRow }
  | { readonly kind: "products"; readonly now: ProductRow }
  | { readonly kind: "people"; readonly now: KnownMember }
  | { readonly kind: "deals"; readonly now: DealNow };

/** A row with what it would do; "update" only when something really changes. */
export type Judged = {
  readonly row: ImportRow;
  readonly plan: PlannedRow;
  readonly found: Found | null;
};

/** What a job remembers of the file from chunk to chunk. Its memory grows by some bytes per row, and by no text. */
export type Session = {
  readonly plan: Plan;
  readonly importId: string;
  readonly eyes: Eyes;
  /** Identities of rows that were not rejected. */
  readonly seen: RowIndex;
  /** Records that a row was about already. */
  readonly claimed: RowIndex;
};

export const newSession = (importId: string, plan: Plan, eyes: Eyes): Session => ({
  plan,
  importId,
  eyes,
  seen: createRowIndex(),
  claimed: createRowIndex(),
});

/** Remembers a chunk, once it is written. */
export function remember({ seen, claimed }: Session, judged: readonly Judged[]): void {
  for (const { plan } of judged) {
    if (plan.action === "reject") continue;
    for (const identity of plan.identities) seen.set(identity, plan.number);
    if (plan.id) claimed.set(plan.id, plan.number);
  }
}
