import { type Role, reach } from "@/lib/domain/policy/permissions";
import { type Refusal, refuse } from "@/lib/domain/shared/result";

/** Only an owner may make someone an owner, or touch one. Null when `actor` may go on. */
export function guardOwners(actor: Role, ...touched: readonly string[]): Refusal | null {
  return touched.includes("owner") && actor !== "owner" ? refuse("owner-by-owner") : null;
}

/** Whether a role may let people in, and so whether its open invitations stand. */
export const mayInvite = (role: string): boolean => reach(role, "member.edit") !== null;

/** Whether a role may make API keys, and so whether the keys it made stand. */
export const mayMakeKeys = (role: string): boolean => reach(role, "api-key.edit") !== null;
