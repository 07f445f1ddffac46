import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { newToken, tokenHash } from "@/lib/platform/auth/session";
import { command } from "@/lib/platform/verb";
import { Invite, RenewInvitation, RevokeInvitation } from "./input";
import { createInvitation, findByEmail, findOpenInvitation, revokeInvitations } from "./invitation-store";
import { guardOwners } from "./rules";
import { findMember } from "./store";
import type { Invited } from "./view";

export const INVITATION_HOURS = 72;

const expiry = (now: Date): Date => new Date(now.getTime() + INVITATION_HOURS * 3_600_000);

/**
 * Makes a link that lets one address join, once, for 72 hours; an open link to that address is revoked. The token is
 * given back only here. A placeholder with that address, or the one named, is claimed by whoever accepts.
 */
export const inviteMember = command({
  name: "member.invite",
  input: Invite,
  can: "member.edit",
  async run({ tx, ctx, input }) {
    // An invitation names the member who answers for it; a key is nobody.
    if (ctx.member.kind === "api-key") return refuse("members-only");
    const forbidden = guardOwners(ctx.member.role, input.role);
    if (forbidden) return forbidden;
    const known = await findByEmail(tx, ctx.org.id, input.email);
    if (known?.status === "active") return refuse("already-member", undefined, { field: "email" });
    const membershipId = input.membershipId ?? known?.id ?? null;
    const claimed = membershipId ? await findMember(tx, ctx.org.id, membershipId) : null;
    if (membershipId && !claimed) return refuse("not-found");
    if (claimed && claimed.status !== "placeholder")
      return refuse("not-a-placeholder", { name: claimed.name }, { field: "membershipId" });
    await revokeInvitations(tx, ctx.org.id, { email: input.email }, ctx.now);
    if (membershipId) await revokeInvitations(tx, ctx.org.id, { membershipId }, ctx.now);
    const token = newToken();
    const expiresAt = expiry(ctx.now);
    await createInvitation(tx, ctx.org.id, {
      id: input.id,
      tokenHash: tokenHash(token),
      email: input.email,
      role: input.role,
      teamId: input.teamId ?? claimed?.values.teamId ?? null,
      commercialRoleId: input.commercialRoleId ?? claimed?.values.commercialRoleId ?? null,
      membershipId,
      invitedById: ctx.member.id,
      createdAt: ctx.now,
      expiresAt,
    });
    return { id: input.id, token, expiresAt: expiresAt.toISOString() } satisfies Invited;
  },
});

/** Revokes an open (or expired) invitation and gives a fresh link for the same address and place. */
export const renewInvitation = command({
  name: "member.renew-invitation",
  input: RenewInvitation,
  can: "member.edit",
  async run({ tx, ctx, input }) {
    if (ctx.member.kind === "api-key") return refuse("members-only");
    const old = await findOpenInvitation(tx, ctx.org.id, input.id);
    if (!old) return refuse("not-found");
    const forbidden = guardOwners(ctx.member.role, old.role);
    if (forbidden) return forbidden;
    await revokeInvitations(tx, ctx.org.id, { id: input.id }, ctx.now);
    const token = newToken();
    const expiresAt = expiry(ctx.now);
    await createInvitation(tx, ctx.org.id, {
      ...old,
      role: Invite.shape.role.parse(old.role),
      id: input.newId,
      tokenHash: tokenHash(token),
      invitedById: ctx.member.id,
      createdAt: ctx.now,
      expiresAt,
    });
    return { id: input.newId, token, expiresAt: expiresAt.toISOString() } satisfies Invited;
  },
});

/** Makes an open link worthless. */
export const revokeInvitation = command({
  name: "member.revoke-invitation",
  input: RevokeInvitation,
  can: "member.edit",
  async run({ tx, ctx, input }) {
    const old = await findOpenInvitation(tx, ctx.org.id, input.id);
    if (!old) return refuse("not-found");
    const forbidden = guardOwners(ctx.member.role, old.role);
    if (forbidden) return forbidden;
    await revokeInvitations(tx, ctx.org.id, { id: input.id }, ctx.now);
    return { id: input.id };
  },
});
