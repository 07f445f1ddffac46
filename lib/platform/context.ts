import type { Reach, Role, Sees } from "@/lib/domain/policy/permissions";
import type { Day } from "@/lib/domain/shared/day";
import type { Locale } from "@/lib/domain/shared/text";

/** Who knocks: a browser session at an organisation's address, an API key, or a job that carries its organisation. */
export type Caller =
  | { readonly kind: "session"; readonly hash: Uint8Array; readonly slug: string }
  | { readonly kind: "api-key"; readonly hash: Uint8Array }
  | {
      readonly kind: "job";
      readonly orgId: string;
      /** The member who asked for it; null when an API key did. */
      readonly actorId: string | null;
      readonly as: "import" | "job" | "demo";
    };

export type Org = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly workingDays: readonly number[];
  readonly workFrom: string;
  readonly workUntil: string;
  readonly holidayRegion: string;
  readonly languages: readonly Locale[];
  readonly isDemo: boolean;
  /** Somebody's example, to be thrown away. */
  readonly isExample: boolean;
};

export type Member = {
  /** Membership id; an API key's own id when `kind` is "api-key". */
  readonly id: string;
  readonly kind: "member" | "api-key" | "job";
  readonly userId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly commercialRoleId: string | null;
  readonly departmentId: string | null;
  readonly locale: Locale | null;
  /** Whose deals they see. The database holds every statement to it; this only says so. */
  readonly sees: Sees;
};

/** Everything a verb may know about its surroundings. Passed in, never looked up. */
export type Ctx = {
  readonly org: Org;
  readonly member: Member;
  readonly actor: {
    readonly id: string | null;
    readonly kind: "member" | "api-key" | "import" | "job" | "demo";
  };
  readonly now: Date;
  /** Today in the organisation's time zone. */
  readonly today: Day;
  /** How far the verb's permission reaches for this member. */
  readonly reach: Reach;
};
