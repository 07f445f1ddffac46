import type { GateId, Level } from "@/lib/domain/maturity/gates";
import type { Judgement } from "@/lib/domain/maturity/judgement";
import type { Maturity } from "@/lib/domain/maturity/maturity";
import type { Day, Instant } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";

/** A process on the ladder. */
export type Standing = {
  readonly processId: string;
  readonly name: LocalText;
  readonly role: LocalText | null;
  readonly level: Level;
  readonly missing: readonly GateId[];
  readonly lapses: Maturity["lapses"];
};

/** A commercial role as the organisation's level weighs it: its weakest process, or Random without one. */
export type RoleLevel = {
  readonly id: string;
  readonly name: LocalText;
  readonly reps: number;
  readonly level: Level;
  readonly processId: string | null;
};

export type OrganizationMaturity = {
  readonly at: Instant;
  readonly today: Day;
  /** Of the organisation, for showing moments. */
  readonly timeZone: string;
  /** Null while no active person holds a commercial role. */
  readonly level: Level | null;
  readonly reps: number;
  readonly laggards: readonly RoleLevel[];
  readonly roles: readonly RoleLevel[];
  readonly processes: readonly Standing[];
};

export type Review = {
  readonly id: string;
  readonly day: Day;
  readonly conclusion: "no-change" | "change";
  readonly note: string;
  readonly by: string;
};

export type ProcessMaturity = {
  readonly organization: OrganizationMaturity;
  readonly process: Standing & { readonly version: number | null; readonly hasDraft: boolean };
  /** The gates of the next level (or of the top one), and after them those that only count later. */
  readonly gates: readonly Judgement[];
  readonly later: readonly Judgement[];
  readonly reviews: readonly Review[];
  readonly canReview: boolean;
  readonly canEdit: boolean;
};

/** Something behind a gate: whether it counts for it, and where it is. */
export type GateRow = {
  readonly kind: "deal" | "step" | "stage" | "member" | "review" | "version";
  readonly id: string;
  readonly name: LocalText | string;
  readonly counts: boolean;
  /** A day it happened, a share or a number, where there is one. */
  readonly day: Day | null;
  readonly share: number | null;
};
export type GateRows = {
  readonly gate: GateId;
  /** All rows behind it and those that count; `rows` holds at most the first 200, what does not count first. */
  readonly total: number;
  readonly counting: number;
  readonly rows: readonly GateRow[];
};
