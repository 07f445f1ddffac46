import type { Role, Sees } from "@/lib/domain/policy/permissions";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Rules } from "./input";

/** One member and what they see under the rules. */
export type SeenBy = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly team: string | null;
  readonly sees: Sees;
  /** Open deals in their sight, exactly as their board counts them. */
  readonly deals: number;
};

export type SeenPreview = {
  readonly people: readonly SeenBy[];
  /** Active members beyond those. */
  readonly more: number;
  /** All open deals. */
  readonly total: number;
};

export type VisibilityView = {
  readonly version: number;
  readonly rules: Rules;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly commercialRoles: readonly { readonly id: string; readonly name: LocalText }[];
  readonly preview: SeenPreview;
};

/** What a refused stale save gives back. */
export type StaleVisibility = { readonly version: number; readonly rules: Rules; readonly by: string | null };
