import type { Role } from "@/lib/domain/policy/permissions";
import type { LocalText } from "@/lib/domain/shared/text";
import type { LastChange } from "@/lib/platform/last-change";

export type MemberStatus = "active" | "placeholder" | "removed";

/** What may be changed about a member. */
export type MemberValues = {
  readonly role: Role;
  readonly teamId: string | null;
  readonly commercialRoleId: string | null;
  readonly departmentId: string | null;
  readonly managerId: string | null;
};

export type MemberRow = MemberValues & {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly status: MemberStatus;
  readonly version: number;
  /** Deals of theirs that are open, and all of them. */
  readonly openDeals: number;
  readonly deals: number;
  /** Tasks of theirs that are to be done. */
  readonly openTasks: number;
};

export type NamedText = { readonly id: string; readonly name: LocalText };
export type Team = { readonly id: string; readonly name: string };

export type InvitationRow = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly teamId: string | null;
  readonly commercialRoleId: string | null;
  /** Name of the placeholder it claims. */
  readonly claims: string | null;
  readonly invitedBy: string;
  readonly expiresAt: string;
  readonly expired: boolean;
};

export type MembersView = {
  readonly me: { readonly id: string; readonly role: Role };
  readonly mayEdit: boolean;
  readonly timeZone: string;
  readonly members: readonly MemberRow[];
  /** Members beyond the first 1,000, by name. */
  readonly more: number;
  /** Open invitations; empty for those who may not invite. */
  readonly invitations: readonly InvitationRow[];
  readonly teams: readonly Team[];
  readonly commercialRoles: readonly NamedText[];
  readonly departments: readonly NamedText[];
};

/** A team, commercial role or department with what uses it. */
export type GroupRow<Name> = {
  readonly id: string;
  readonly name: Name;
  readonly members: number;
  readonly processes: number;
};

export type GroupsView = {
  readonly mayEdit: boolean;
  readonly teams: readonly GroupRow<string>[];
  readonly commercialRoles: readonly GroupRow<LocalText>[];
  readonly departments: readonly GroupRow<LocalText>[];
};

/** What a refused stale save gives back. */
export type StaleMember = {
  readonly version: number;
  readonly values: MemberValues;
  readonly change: LastChange | null;
};

/** An invitation just made. The link's token is known only now. */
export type Invited = { readonly id: string; readonly token: string; readonly expiresAt: string };

/** What a removal did: how many open deals went to whom, how many deals stay on the name, and what undoing it needs. */
export type Removed = {
  readonly id: string;
  readonly given: number;
  readonly tasksGiven: number;
  readonly deals: number;
  readonly managerId: string | null;
  readonly reports: readonly string[];
};
/** Deals and tasks that went to someone else, and the moment by which they can be given back. */
export type DealsGiven = {
  readonly id: string;
  readonly to: string;
  readonly at: string;
  readonly deals: number;
  readonly tasks: number;
};
