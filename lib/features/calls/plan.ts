import "server-only";
import type { z } from "zod";
import { decidePlan, decideReplan } from "@/lib/domain/calls/decide";
import type { CallPlan } from "@/lib/domain/calls/types";
import { type CompiledVersion, stepOf } from "@/lib/domain/process/compile";
import { byId } from "@/lib/domain/registers/merge";
import type { RegisterKind } from "@/lib/domain/registers/types";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { instantAt } from "@/lib/domain/timing/zone";
import { tell, tellNoMore } from "@/lib/features/inbox/commands";
import { registerEntriesBehind } from "@/lib/features/registers/commands";
import { openCalls } from "@/lib/features/runs/open-call";
import { workerOf } from "@/lib/features/runs/step-owner";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { command } from "@/lib/platform/verb";
import { type CallChanged, callCommand, nowOf } from "./change";
import { ChangeCall, PlanCall } from "./input";
import { areContacts, callProcesses, dealForCall, refuseHolder } from "./store";

type Said = Omit<z.output<typeof PlanCall>, "id" | "dealId" | "processId" | "ownerId">;

/** The plan as it is kept: its moment on the world's clock. */
function planOf(ctx: Ctx, { when, questions, ...rest }: Said): CallPlan {
  return { at: instantAt(when.day, when.minutes, ctx.org.timeZone), questions: asked(questions), ...rest };
}

/** Questions as they are kept: empty lines ask nothing. */
const asked = (questions: readonly string[]): string[] => questions.filter(Boolean);

/** Refuses what a plan names and the organisation does not have, or has in the trash. */
export async function refuseUnknown(
  tx: Tx,
  ctx: Ctx,
  plan: Partial<Pick<CallPlan, "objections" | "messages" | "people" | "stepKey">>,
  deal: CompiledVersion | undefined,
): Promise<Refusal | null> {
  const { objections = [], messages = [], people = [], stepKey } = plan;
  if (stepKey && !(deal && stepOf(deal, stepKey)))
    return refuse("step-unknown", undefined, { field: "stepKey" });
  const known = byId(await registerEntriesBehind(tx, [...objections, ...messages]));
  const are = (ids: readonly string[], kind: RegisterKind) => ids.every((id) => known.get(id)?.kind === kind);
  const all = are(objections, "objection") && are(messages, "message");
  return all && (await areContacts(tx, ctx.org.id, people)) ? null : refuse("not-found");
}

/**
 * Plans a call on an open deal: a run of its own on a call process, or without one, so that nobody waits for a process. Who may
 * work the step that it does may plan it too. Refuses run-closed, process-not-published, step-unknown and who cannot
 * hold it.
 */
export const planCall = command({
  name: "call.plan",
  input: PlanCall,
  can: "deal.edit",
  owner: ({ tx, ctx, input }) => workerOf(tx, ctx, input.dealId, input.stepKey ?? ""),
  async run({ tx, ctx, input }): Promise<CallChanged | Refusal> {
    const { id, dealId, processId, ownerId: said, ...rest } = input;
    const deal = await dealForCall(tx, ctx.org.id, dealId, { held: true });
    if (!deal) return refuse("not-found");
    if (deal.status === "closed") return refuse("run-closed");
    const process = (await callProcesses(tx, ctx.org.id)).find((each) => each.id === processId);
    if (processId && !process) return refuse("process-not-published", undefined, { field: "processId" });
    const versionId = process?.versionId ?? deal.versionId;
    const versions = await compiledVersions(tx, ctx.org.id, [versionId, deal.versionId]);
    const compiled = versions.get(versionId);
    if (!compiled) throw new Error(`version ${versionId} is published and not compiled`);
    const plan = planOf(ctx, rest);
    const refused = await refuseUnknown(tx, ctx, plan, versions.get(deal.versionId));
    if (refused) return refused;
    const ownerId = said ?? (ctx.member.kind === "member" ? ctx.member.id : deal.ownerId);
    // Whoever plans it found the deal with their own eyes.
    const unfit = ownerId === ctx.member.id ? null : await refuseHolder(tx, ctx, dealId, ownerId);
    if (unfit) return unfit;
    const stageKey = process ? (compiled.stages[0]?.key ?? null) : null;
    const opening = { versionId, stageKey, ownerId, contactId: plan.people[0] ?? null };
    const occurred = nowOf(ctx);
    const [first, ...more] = decidePlan(opening, plan);
    const events = [{ ...first, occurred }, ...more.map((body) => ({ ...body, occurred }))] as const;
    const call = { id, processId: process?.id ?? deal.processId, deal, events };
    await openCalls(tx, ctx, [call], new Map([[versionId, compiled]]));
    await tell(tx, ctx, { memberId: ownerId, kind: "call-given", runId: id });
    return { id, version: 1 };
  },
});

/** Changes the plan of a call: its moment, its words, who is there or who holds it. Refuses call-held and call-cancelled. */
export const changeCall = callCommand({
  name: "call.change",
  input: ChangeCall,
  async ofDeal({ state }, deal, { tx, ctx, input: { id, set } }) {
    if (!state.call) return refuse("not-found");
    const { when, ownerId, questions, ...rest } = set;
    const version = (await compiledVersions(tx, ctx.org.id, [deal.versionId])).get(deal.versionId);
    // What the plan names already stays: also a step that the deal's new version no longer has, and who lies in the trash by now.
    const { plan: was } = state.call;
    const stepKey = rest.stepKey === was.stepKey ? null : rest.stepKey;
    const people = rest.people?.filter((person) => !was.people.includes(person));
    const refused = await refuseUnknown(tx, ctx, { ...rest, stepKey, people } as Partial<CallPlan>, version);
    if (refused) return refused;
    if (ownerId && ownerId !== state.fields.owner) {
      const unfit = await refuseHolder(tx, ctx, deal.id, ownerId);
      if (unfit) return unfit;
      await tellNoMore(tx, ctx, { kind: "call-given", runId: id, memberId: String(state.fields.owner) });
      await tell(tx, ctx, { kind: "call-given", runId: id, memberId: ownerId });
    }
    const at = when && instantAt(when.day, when.minutes, ctx.org.timeZone);
    const questioned = questions && { questions: asked(questions) };
    const plan = { ...was, ...rest, ...questioned, ...(at && { at }) } as CallPlan;
    return decideReplan(state, plan, ownerId ?? String(state.fields.owner));
  },
});
