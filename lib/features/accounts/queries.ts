import "server-only";
import type { Role } from "@/lib/domain/policy/permissions";
import { tokenHash } from "@/lib/platform/auth/session";
import { pools } from "@/lib/platform/db/pools";
import { findInvitation, organizationsOf } from "./store";
import type { InvitationView, MyOrganization } from "./view";

/** The organisations of a signed-in person, for the switcher and the landing page. */
export const myOrganizations = (userId: string): Promise<MyOrganization[]> =>
  organizationsOf(pools().auth, userId);

/** What an invitation's page may show to whoever holds its token, or null for an unknown token. */
export async function invitationByToken(token: string, now: Date): Promise<InvitationView | null> {
  const found = await findInvitation(pools().auth, tokenHash(token));
  if (!found) return null;
  const state = found.revokedAt
    ? "revoked"
    : found.acceptedAt
      ? "used"
      : found.expiresAt <= now
        ? "expired"
        : "open";
  return { email: found.email, role: found.role as Role, organization: found.organization.name, state };
}
