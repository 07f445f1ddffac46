import type { Instant } from "@/lib/domain/shared/day";

export type TrashKind = "deal" | "company" | "contact" | "task" | "call" | "view";
export type TrashRow = {
  readonly id: string;
  readonly name: string;
  /** The company of a deal or person; what a task or a call is on; whose a view is. */
  readonly company: string | null;
  readonly version: number;
  readonly deletedAt: Instant;
  /** Null for a key, a job or someone who is not known. */
  readonly deletedBy: string | null;
  readonly daysLeft: number;
  /** Whether who looks may bring it back. */
  readonly mayRestore: boolean;
};
export type TrashPage = {
  readonly kind: TrashKind;
  readonly rows: readonly TrashRow[];
  readonly next: { readonly at: Instant; readonly id: string } | null;
  /** How many there are of each kind, counted up to 1,000. */
  readonly totals: Readonly<Record<TrashKind, number>>;
  readonly timeZone: string;
};
