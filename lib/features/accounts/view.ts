import type { Role } from "@/lib/domain/policy/permissions";

/** An organisation in the switcher. */
export type MyOrganization = {
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  /** One's own example, to be thrown away. */
  readonly isExample: boolean;
};

export type InvitationState = "open" | "used" | "expired" | "revoked" | "unknown";

/** What an invitation's page may show to whoever holds its link. */
export type InvitationView = {
  readonly email: string;
  readonly role: Role;
  readonly organization: string;
  readonly state: InvitationState;
};
