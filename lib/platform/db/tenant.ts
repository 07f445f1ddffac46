import "server-only";
import type { Reach } from "@/lib/domain/policy/permissions";
import type { Caller, Ctx, Member, Org } from "@/lib/platform/context";
import { dayIn } from "@/lib/platform/day-in";
import type { Prisma } from "./generated/client";
import { pools } from "./pools";

/** A transaction inside one organisation. Handed out by `command()` and `query()` only. */
export type Tx = Prisma.TransactionClient;

export type Entered = Omit<Ctx, "reach"> & { readonly reach: Reach | null };

/** Inside an organisation as itself: sees every deal. */
const openWide = (tx: Tx, orgId: string) =>
  tx.$queryRaw`select set_config('app.org_id', ${orgId}, true), set_config('app.sees', 'all', true)`;

async function enter(tx: Tx, caller: Caller): Promise<{ org: Org; member: Member }> {
  if (caller.kind !== "job") {
    const slug = caller.kind === "session" ? caller.slug : null;
    const [row] = await tx.$queryRaw<{ org: Org; member: Member }[]>`
      select org, member from app.enter(${Buffer.from(caller.hash)}::bytea, ${slug}::text)`;
    if (!row) throw new Error("enter() gave no row");
    return row;
  }
  await openWide(tx, caller.orgId);
  const row = await tx.organization.findUnique({ where: { id: caller.orgId } });
  if (!row) throw new Error(`a job names an organisation that is not there: ${caller.orgId}`);
  const member: Member = {
    // A job of nobody is the organisation's own; only `actor` says who did something.
    id: caller.actorId ?? row.id,
    kind: "job",
    userId: null,
    name: caller.as,
    role: "owner",
    teamId: null,
    commercialRoleId: null,
    departmentId: null,
    locale: null,
    sees: "all",
  };
  return {
    org: { ...row, languages: row.languages as Org["languages"], isExample: row.exampleOf !== null },
    member,
  };
}

/** What a verb may know of where it runs, from who called and what entering gave. */
export function surroundings(
  caller: Caller,
  { org, member }: { org: Org; member: Member },
  now: Date,
): Omit<Ctx, "reach"> {
  const kind = caller.kind === "job" ? caller.as : member.kind === "api-key" ? "api-key" : "member";
  const id = caller.kind === "session" ? member.id : caller.kind === "job" ? caller.actorId : null;
  return { org, member, actor: { id, kind }, now, today: dayIn(org.timeZone, now) };
}

/**
 * Runs `work` in one transaction that has proved who is calling and sees only that caller's organisation.
 * The only way to tenant data. Throws SQLSTATE KO401 (no valid session or key) or KO404 (no member here).
 */
export function withTenant<T>(
  caller: Caller,
  now: Date,
  work: (tx: Tx, entered: Omit<Ctx, "reach">) => Promise<T>,
  { readOnly = false, timeoutMs = 20_000 }: { readOnly?: boolean; timeoutMs?: number } = {},
): Promise<T> {
  return pools().prisma.$transaction(
    async (tx) => {
      if (readOnly) await tx.$executeRaw`set transaction isolation level repeatable read, read only`;
      return work(tx, surroundings(caller, await enter(tx, caller), now));
    },
    { maxWait: 5_000, timeout: timeoutMs },
  );
}

/**
 * Opens the transaction of an organisation that is being founded or joined, before its first member can enter.
 * Only the account verbs (sign-up, create organisation, accept invitation) use it.
 */
export function withNewTenant<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return pools().prisma.$transaction(async (tx) => {
    await openWide(tx, orgId);
    return work(tx);
  });
}
