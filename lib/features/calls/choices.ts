import "server-only";
import { callEntryIds, groundOf, suggestPlan } from "@/lib/domain/calls/suggest";
import { isCallChannel } from "@/lib/domain/calls/types";
import { reach } from "@/lib/domain/policy/permissions";
import { type CompiledStep, stepOf, stepsIn } from "@/lib/domain/process/compile";
import { byId, survivorsOf } from "@/lib/domain/registers/merge";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import { minutesOf } from "@/lib/domain/timing/zone";
import { registerEntries } from "@/lib/features/registers/commands";
import { eventsOf } from "@/lib/features/runs/events-store";
import { compiledVersions, ordersOf } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { callsPlanned, holdersFor, peopleFor } from "./read-store";
import { callProcesses, dealForCall } from "./store";
import type { CallChoices, CallEntry, CallSource } from "./view";

/** Calls that are planned already, as the form says. */
const MOST_PLANNED = 3;

const sourceOf = (ground: Parameters<typeof suggestPlan>[0]): CallSource => {
  const { goal, questions } = suggestPlan(ground);
  return { goal, questions: [...questions] };
};

/** What the plan of a call on a deal can choose from, what the process suggests first; null when there is no such deal. */
export async function callChoices(
  tx: Tx,
  ctx: Ctx,
  { dealId, stepKey }: { dealId: string; stepKey: string | null },
): Promise<CallChoices | null> {
  const orgId = ctx.org.id;
  const deal = await dealForCall(tx, orgId, dealId);
  if (!deal) return null;
  const events = await eventsOf(tx, orgId, dealId);
  const processes = await callProcesses(tx, orgId);
  const known = [...versionsIn(events), ...processes.map(({ versionId }) => versionId)];
  const versions = await compiledVersions(tx, orgId, known);
  const state = project(events, ordersOf(versions));
  const compiled = versions.get(state.versionId);
  if (!compiled) throw new Error(`deal ${dealId} follows an unknown version`);
  const ground = groundOf(compiled, { stageKey: state.stageKey, stepKey }, null);
  const named = stepKey === null ? null : stepOf(compiled, stepKey);
  const here = state.stageKey === null ? [] : stepsIn(compiled, state.stageKey);
  const waiting = [...new Set([...(named ? [named] : []), ...here])].filter(
    ({ key }) => key === stepKey || !state.steps[key],
  );
  const talks = (step: CompiledStep) => step.key === stepKey || isCallChannel(step.channel);
  const steps = [...waiting.filter(talks), ...waiting.filter((step) => !talks(step))];
  const grounds = processes.map(({ versionId }) => ({ ...ground, process: versions.get(versionId) ?? null }));
  const suggested = new Set([ground, ...grounds].flatMap(callEntryIds));
  return {
    today: ctx.today,
    timeZone: ctx.org.timeZone,
    minutes: minutesOf(ctx.now.toISOString(), ctx.org.timeZone),
    deal: { id: deal.id, title: deal.title, company: deal.company, closed: deal.status === "closed" },
    processes: processes.map(({ id, name, versionId }) => ({
      id,
      name,
      ...sourceOf({ stage: null, step: null, process: versions.get(versionId) ?? null }),
    })),
    steps: steps.map((step) => ({
      key: step.key,
      name: step.name,
      channel: step.channel,
      ...sourceOf({ stage: null, step, process: null }),
    })),
    ...(await entriesFor(tx, ctx, [...suggested])),
    planned: await callsPlanned(tx, ctx, dealId, MOST_PLANNED),
    people: await peopleFor(tx, orgId, { dealId, companyId: deal.companyId }, null),
    holders: await holdersFor(tx, ctx, deal),
    memberId: ctx.member.id,
    mayDesign: reach(ctx.member.role, "process.edit") !== null,
  };
}

/** The objections and messages of the registers, those that the process links first. */
async function entriesFor(tx: Tx, ctx: Ctx, suggestedIds: readonly string[]) {
  const all = byId(await registerEntries(tx, ctx));
  const suggested = new Set(survivorsOf(all, suggestedIds));
  const live = [...all.values()].filter(({ archived, mergedInto }) => !archived && !mergedInto);
  const of = (kind: "objection" | "message"): (CallEntry & { suggested: boolean })[] =>
    live
      .filter((entry) => entry.kind === kind)
      .map((entry) => ({ id: entry.id, name: entry.name, note: entry.note, suggested: suggested.has(entry) }))
      .sort((a, b) => Number(b.suggested) - Number(a.suggested));
  return { objections: of("objection"), messages: of("message") };
}
