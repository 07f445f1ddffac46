import "server-only";
import { tokenHash } from "@/lib/platform/auth/session";
import { pools } from "@/lib/platform/db/pools";
import { organizationsOf } from "./store";

/** The organisations of a signed-in person, for the switcher and the landing page. */
export const myOrganizations = (userId: string) => organizationsOf(pools().auth, userId);

/** What an invitation's page may show to whoever holds its token, or null for an unknown token. */
export async function invitationByToken(token: string, now: Date) {
  const { auth } = pools();
  const invitation = await auth.invitation.findFirst({ where: { tokenHash: tokenHash(token) } });
  if (!invitation) return null;
  const organization = await auth.organization.findUnique({
    where: { id: invitation.orgId },
    select: { name: true },
  });
  const state = invitation.revokedAt
    ? "revoked"
    : invitation.acceptedAt
      ? "used"
      : invitation.expiresAt <= now
        ? "expired"
        : "open";
  return {
    email: invitation.email,
    role: invitation.role,
    organization: organization?.name ?? "",
    state,
  } as const;
}
