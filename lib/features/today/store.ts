import "server-only";
import type { WaitingStep } from "@/lib/domain/guidance/due-steps";
import type { Owner } from "@/lib/domain/process/types";
import type { Day, Occurred } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { fromDay, toDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import { dealsStatement } from "./deals-sql";
import { countStatement, waitingStatement } from "./waiting-sql";

/** A step that waits for the person, by its keys, and until when they put it off. */
export type Mine = { readonly runId: string; readonly stepKey: string; readonly later: Day | null };

/** The steps that wait for the person asking, the most urgent first, at most RANKED. */
export async function waitingSteps(tx: Tx, ctx: Ctx): Promise<Mine[]> {
  const rows = await tx.$queryRaw<{ runId: string; stepKey: string; later: Date | null }[]>(
    waitingStatement(ctx),
  );
  return rows.map((row) => ({ ...row, later: toDay(row.later) }));
}

/** How many wait in all, put off ones left out, up to COUNTED. */
export async function countWaiting(tx: Tx, ctx: Ctx): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>(countStatement(ctx));
  return row?.n ?? 0;
}

const occurred = (on: Date | null, at: Date | null): Occurred | null =>
  on === null ? null : { day: toDay(on) ?? "", at: at?.toISOString() ?? null };

/** Everything that waits on these runs, whosever it is, by run. */
export async function stepsOn(
  tx: Tx,
  orgId: string,
  runIds: readonly string[],
): Promise<Map<string, WaitingStep[]>> {
  const rows = await tx.dueStep.findMany({ where: { orgId, runId: { in: [...runIds] } } });
  const found = new Map<string, WaitingStep[]>();
  for (const row of rows) {
    const steps = found.get(row.runId) ?? [];
    found.set(row.runId, steps);
    steps.push({
      stepKey: row.stepKey,
      stageKey: row.stageKey,
      importance: row.importance as WaitingStep["importance"],
      owed: row.owed,
      earlier: row.earlier,
      from: occurred(row.fromOn, row.fromAt),
      until: occurred(row.dueOn, row.dueAt),
      owner: (row.ownerRef ? { kind: row.ownerKind, id: row.ownerRef } : { kind: "run-owner" }) as Owner,
    });
  }
  return found;
}

/** A deal as the list needs it. */
export type Deal = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly company: string | null;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly processId: string;
  readonly versionId: string;
  readonly stageKey: string | null;
  readonly enteredOn: Day | null;
  readonly openedOn: Day | null;
  /** Nothing waits on it. */
  readonly idle: boolean;
  readonly lastTwoWay: Day | null;
};

type DealRow = Omit<Deal, "amountMinor" | "enteredOn" | "openedOn" | "lastTwoWay"> & {
  amountMinor: bigint | null;
  enteredOn: Date | null;
  openedOn: Date | null;
  lastTwoWay: Date | null;
};

/** The person's own open deals and those of `runIds`, by id. */
export async function dealsFor(
  tx: Tx,
  ctx: Ctx,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, Deal>> {
  const rows = await tx.$queryRaw<DealRow[]>(dealsStatement(ctx, runIds));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        amountMinor: row.amountMinor === null ? null : Number(row.amountMinor),
        enteredOn: toDay(row.enteredOn),
        openedOn: toDay(row.openedOn),
        lastTwoWay: toDay(row.lastTwoWay),
      },
    ]),
  );
}

/** The criteria that carry evidence, by run. */
export async function evidenceOn(
  tx: Tx,
  orgId: string,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.criterionRecord.findMany({
    where: { orgId, runId: { in: [...runIds] } },
    select: { runId: true, criterionKey: true },
  });
  const found = new Map<string, Set<string>>();
  for (const { runId, criterionKey } of rows)
    found.set(runId, (found.get(runId) ?? new Set()).add(criterionKey));
  return found;
}

/** What there is to work by: nothing published, nothing for the person's commercial role, or something. */
export async function processesFor(tx: Tx, ctx: Ctx): Promise<"none" | "not-for-role" | "some"> {
  const [row] = await tx.$queryRaw<{ any: boolean; fits: boolean }[]>`
    select count(*) > 0 as any,
      coalesce(bool_or(p.commercial_role_id is null or p.commercial_role_id = ${ctx.member.commercialRoleId}::uuid), false) as fits
    from process p
    where p.org_id = ${ctx.org.id}::uuid and p.archived_at is null and exists (
      select from process_version v where v.org_id = p.org_id and v.process_id = p.id and v.status = 'published')`;
  if (!row?.any) return "none";
  return row.fits || ctx.member.commercialRoleId === null ? "some" : "not-for-role";
}

/** Whether the person asking sees any open deal. */
export async function anyOpen(tx: Tx, ctx: Ctx): Promise<boolean> {
  const where = { orgId: ctx.org.id, kind: "deal", status: "open", deletedAt: null } as const;
  return (await tx.run.findFirst({ where, select: { id: true } })) !== null;
}

/** Puts a step off for the person until a day, or again until another. */
export async function putOff(tx: Tx, ctx: Ctx, runId: string, stepKey: string, until: Day): Promise<void> {
  const keys = { orgId: ctx.org.id, membershipId: ctx.member.id, runId, stepKey };
  await tx.stepSnooze.upsert({
    where: { orgId_membershipId_runId_stepKey: keys },
    create: { ...keys, untilOn: fromDay(until), createdAt: ctx.now },
    update: { untilOn: fromDay(until) },
  });
}

/** Takes a step back that was put off. */
export async function takeBack(tx: Tx, ctx: Ctx, runId: string, stepKey: string): Promise<void> {
  await tx.stepSnooze.deleteMany({
    where: { orgId: ctx.org.id, membershipId: ctx.member.id, runId, stepKey },
  });
}

/** Whether a step waits on a run at all. */
export async function isWaiting(tx: Tx, ctx: Ctx, runId: string, stepKey: string): Promise<boolean> {
  return (await tx.dueStep.count({ where: { orgId: ctx.org.id, runId, stepKey } })) > 0;
}
