import "server-only";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { revokeKeysOf } from "@/lib/features/api-keys/commands";
import { tell } from "@/lib/features/inbox/commands";
import { type Given, giveBack, giveDeals } from "@/lib/features/runs/give";
import { refuseOwner } from "@/lib/features/runs/may-own";
import { giveBackTasks, giveTasks } from "@/lib/features/tasks/commands";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command } from "@/lib/platform/verb";
import { GiveBackDeals, GiveDeals, ReadmitMember, RemoveMember } from "./input";
import { revokeInvitations } from "./invitation-store";
import { guardOwners } from "./rules";
import { anotherOwner, countDeals, findMember, markBack, markRemoved } from "./store";
import type { DealsGiven, Removed } from "./view";

/** Thousands of deals may change hands at once. */
const MANY_MS = 120_000;

/** Gives all open deals and tasks of one member to another, who is told how many there are. */
async function give(tx: Tx, ctx: Ctx, from: string, to: string) {
  const deals = await giveDeals(tx, ctx, from, to);
  if (deals > 0) await tell(tx, ctx, { memberId: to, kind: "deals-given", deals });
  return { deals, tasks: await giveTasks(tx, ctx, from, to) };
}

/** Takes that back, as far as nothing happened on them since. */
const takeBack = async (tx: Tx, ctx: Ctx, given: Given) => ({
  deals: await giveBack(tx, ctx, given),
  tasks: await giveBackTasks(tx, ctx, given),
});

// The same way out for both doors: what was let in by them is shut, their deals are given or stay, and are counted.
async function takeOut(tx: Tx, ctx: Ctx, id: string, giveTo: string | null): Promise<Refusal | Removed> {
  const member = await findMember(tx, ctx.org.id, id);
  if (!member || member.status === "removed") return refuse("not-found");
  const forbidden = guardOwners(ctx.member.role, member.values.role);
  if (forbidden) return forbidden;
  const lastOwner =
    member.status === "active" && member.values.role === "owner" && !(await anotherOwner(tx, ctx.org.id, id));
  if (lastOwner) return refuse("last-owner", { name: member.name });
  const reports = await markRemoved(tx, ctx.org.id, id, ctx.now);
  const unfit = giveTo && (await refuseOwner(tx, ctx.org.id, giveTo, "giveTo"));
  if (unfit) return unfit;
  const given = giveTo ? await give(tx, ctx, id, giveTo) : { deals: 0, tasks: 0 };
  await revokeInvitations(tx, ctx.org.id, { invitedById: id }, ctx.now);
  await revokeInvitations(tx, ctx.org.id, { membershipId: id }, ctx.now);
  await revokeKeysOf(tx, ctx.org.id, id, ctx.now);
  const deals = await countDeals(tx, ctx, id);
  return {
    ...{ id, deals, reports },
    given: given.deals,
    tasksGiven: given.tasks,
    managerId: member.values.managerId,
  };
}

/**
 * Removes a member: refused everywhere from the next request on. Their open deals and tasks go to `giveTo`, or stay on the
 * name; such deals are listed as being without an owner. Closed ones stay theirs.
 */
export const removeMember = command({
  name: "member.remove",
  input: RemoveMember,
  can: "member.edit",
  timeoutMs: MANY_MS,
  run: ({ tx, ctx, input }) => takeOut(tx, ctx, input.id, input.giveTo),
});

/**
 * Undoes a removal: the member may come in again, and gets back the deals and tasks that were given away by it, as far as
 * nothing happened on them since. Keys and invitations stay revoked.
 */
export const readmitMember = command({
  name: "member.readmit",
  input: ReadmitMember,
  can: "member.edit",
  timeoutMs: MANY_MS,
  async run({ tx, ctx, input }) {
    const member = await findMember(tx, ctx.org.id, input.id);
    if (member?.status !== "removed") return refuse("not-found");
    const forbidden = guardOwners(ctx.member.role, member.values.role);
    if (forbidden) return forbidden;
    const at = await markBack(tx, ctx.org.id, input);
    if (!at) return refuse("not-found");
    return { id: input.id, ...(await takeBack(tx, ctx, { from: input.id, to: null, at })) };
  },
});

/** Leaves the organisation. Everyone may, except the last owner, so it asks no more than being here. */
export const leaveOrganization = command({
  name: "member.leave",
  input: z.strictObject({}),
  can: "organization.read",
  async run({ tx, ctx }) {
    if (ctx.member.kind === "api-key") return refuse("members-only");
    const out = await takeOut(tx, ctx, ctx.member.id, null);
    return isRefusal(out) ? out : { deals: out.deals };
  },
});

/** Gives all open deals and tasks of a member, mostly one who left, to another. Refused for who cannot own any. */
export const giveMemberDeals = command({
  name: "member.give-deals",
  input: GiveDeals,
  can: "member.edit",
  timeoutMs: MANY_MS,
  async run({ tx, ctx, input: { id, to } }): Promise<DealsGiven | Refusal> {
    if (!(await findMember(tx, ctx.org.id, id))) return refuse("not-found");
    const unfit = await refuseOwner(tx, ctx.org.id, to, "to");
    if (unfit) return unfit;
    return { id, to, at: ctx.now.toISOString(), ...(await give(tx, ctx, id, to)) };
  },
});

/** Undoes that, as far as nothing happened on them since. */
export const giveBackDeals = command({
  name: "member.give-back-deals",
  input: GiveBackDeals,
  can: "member.edit",
  timeoutMs: MANY_MS,
  async run({ tx, ctx, input: { id, to, at } }) {
    if (!(await findMember(tx, ctx.org.id, id)) || !(await findMember(tx, ctx.org.id, to)))
      return refuse("not-found");
    return takeBack(tx, ctx, { from: id, to, at: new Date(at) });
  },
});
