import { afterAll, beforeAll } from "vitest";
import { allSteps } from "@/lib/domain/process/locate";
import { createFromTemplate, editDraft, publishVersion } from "@/lib/features/processes/commands";
import { processDraft } from "@/lib/features/processes/queries";
import type { Caller, Ctx } from "@/lib/platform/context";
import { closePools } from "@/lib/platform/db/pools";
import { type Tx, withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";
import { NOW, newWorld, type OrgWorld } from "../support/world";

export const TEMPLATE = "business-developer-consultative";
export let world: OrgWorld;
export let other: OrgWorld;
export let manager: Caller;

/** Two organisations for a suite: the one it works in, and one that must stay out of it. */
export function inTwoOrganisations(): void {
  beforeAll(async () => {
    [world, other] = [await newWorld("Processes"), await newWorld("Elsewhere")];
    manager = world.manager.caller;
  });
  afterAll(closePools);
}

/** What a verb answered; a refusal is an error of the test. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
/** Why a verb refused; null when it did not. */
export const refusal = (result: Result<unknown>) => (result.ok ? null : result.refusal);
/** Works in the organisation as a verb would. */
export const inTenant = <T>(work: (tx: Tx, ctx: Ctx) => Promise<T>) =>
  withTenant(manager, NOW, (tx, entered) => work(tx, { ...entered, reach: "all" }));

export const draftOf = async (processId: string) => value(await read(processDraft, manager, { processId }));
export const firstStep = async (processId: string) =>
  allSteps((await draftOf(processId)).document)[0]?.key ?? "";
/** A new process from the template, as a draft. */
export async function fresh() {
  const id = newId();
  return value(await execute(createFromTemplate, manager, { id, templateKey: TEMPLATE }));
}
/** Publishes the draft as it stands. */
export async function publish(processId: string, why?: string) {
  const { versionId, revision } = await draftOf(processId);
  return execute(publishVersion, manager, { processId, versionId, revision, ...(why && { why }) });
}
/** Renames a step of the draft, as of `revision` or the latest. */
export async function rename(processId: string, stepKey: string, en: string, revision?: number) {
  const draft = await draftOf(processId);
  return execute(editDraft, manager, {
    processId,
    versionId: draft.versionId,
    revision: revision ?? draft.revision,
    edits: [{ type: "step.set", stepKey, set: { name: { en } } }],
  });
}
/** A deal under way, as a bare row: what travels is no business of this suite. */
export async function openRun(processId: string, versionId: string, title: string): Promise<string> {
  const id = newId();
  const run = { id, kind: "deal", processId, versionId, ownerId: world.rep.id, title, openedOn: NOW };
  await inTenant(async (tx, ctx) => {
    await tx.run.create({ data: { ...run, orgId: ctx.org.id, stageKey: "target" } });
    await tx.deal.create({ data: { orgId: ctx.org.id, id, currency: "EUR" } });
  });
  return id;
}
/** Everything the organisation has of processes, to prove that a refusal changed nothing. */
export const snapshot = () =>
  inTenant(async (tx) => ({
    processes: await tx.process.findMany({ orderBy: { id: "asc" } }),
    versions: await tx.processVersion.findMany({ orderBy: { id: "asc" } }),
    roles: await tx.commercialRole.count(),
    departments: await tx.department.count(),
    stages: await tx.stage.count(),
  }));
