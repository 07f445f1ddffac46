import type { Permission, Role, Sees } from "@/lib/domain/policy/permissions";
import type { Day } from "@/lib/domain/shared/day";
import type { Locale } from "@/lib/domain/shared/text";
import type { LastChange } from "@/lib/platform/last-change";
import type { OrganizationForm } from "./input";

/** Who I am here and what I may do: what the frame around every page needs. */
export type MeView = {
  readonly org: {
    readonly slug: string;
    readonly name: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly languages: readonly Locale[];
    readonly isDemo: boolean;
    readonly isExample: boolean;
  };
  readonly member: {
    readonly id: string;
    readonly userId: string | null;
    readonly name: string;
    readonly role: Role;
    readonly locale: Locale | null;
    /** Whose deals I see. */
    readonly sees: Sees;
  };
  readonly permissions: readonly Permission[];
};

export type OrganizationView = OrganizationForm & {
  readonly version: number;
  readonly slug: string;
  readonly mayEdit: boolean;
};

/** What one unit of `base` costs in `quote` from `day` on; the rate as decimal text. */
export type RateView = {
  readonly base: string;
  readonly quote: string;
  readonly day: Day;
  readonly rate: string;
};

export type SettingsView = {
  readonly organization: OrganizationView;
  readonly rates: readonly RateView[];
  /** True when older rates were left out. */
  readonly moreRates: boolean;
  readonly today: Day;
};

/** What a refused stale save gives back. */
export type StaleOrganization = {
  readonly version: number;
  readonly values: OrganizationForm;
  readonly change: LastChange | null;
};

/** What a new organisation begins with, in the order in which it makes sense. */
export const BEGINNINGS = ["process", "people", "deal", "step", "proof"] as const;
export type Beginning = (typeof BEGINNINGS)[number];

export type Checklist = {
  readonly items: readonly { readonly key: Beginning; readonly done: boolean }[];
  /** The newest open deal, where a step is ticked and a buyer confirms; null while there is none. */
  readonly dealId: string | null;
  /** An example is full already and asks for nothing. */
  readonly isExample: boolean;
};
