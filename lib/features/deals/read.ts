import "server-only";
import type { z } from "zod";
import { buyerIds, buyerSide } from "@/lib/domain/guidance/buyer-side";
import { dueSteps } from "@/lib/domain/guidance/due-steps";
import { chooseNext } from "@/lib/domain/guidance/next-best-step";
import { provenStage } from "@/lib/domain/guidance/proven-stage";
import { reach } from "@/lib/domain/policy/permissions";
import {
  type CompiledStage,
  type CompiledStep,
  type CompiledVersion,
  stageOf,
  stepOf,
  stepsIn,
} from "@/lib/domain/process/compile";
import { byId } from "@/lib/domain/registers/merge";
import { unprovenExits } from "@/lib/domain/run/decide-turn";
import { project } from "@/lib/domain/run/project";
import { openVisit, type RunState } from "@/lib/domain/run/state";
import { versionsIn } from "@/lib/domain/run/versions-in";
import { staysOf } from "@/lib/domain/run/visits";
import { type Day, daysBetween } from "@/lib/domain/shared/day";
import { timeSteps } from "@/lib/domain/timing/classify";
import { keptEntriesBehind, type RegisterEntryRow } from "@/lib/features/registers/commands";
import { keptWonStays } from "@/lib/features/runs/pace";
import { amountOf } from "@/lib/features/runs/projection";
import { compiledVersionsIn, ordersOf } from "@/lib/features/runs/versions";
import { calendarOf } from "@/lib/platform/calendar";
import type { Ctx } from "@/lib/platform/context";
import type { Shaping } from "@/lib/platform/verb";
import type { DealRef } from "./input";
import { paceOf } from "./pace";
import { activitiesIn, type DealParts, eventsIn, namesIn } from "./read-parts";
import type { BuyerEntry, DealStage, DealStep, DealView } from "./view";
import { whoOf } from "./who";

/** A deal as its page shows it, from what its statement found. */
export async function shapeDeal({
  ctx,
  input: { id },
  parts,
  more,
}: Shaping<z.output<typeof DealRef>, DealParts>): Promise<DealView> {
  const row = parts.deal;
  const events = eventsIn(parts);
  const versions = await compiledVersionsIn(more, ctx.org.id, versionsIn(events));
  const state = project(events, ordersOf(versions));
  const compiled = versions.get(state.versionId);
  if (!compiled) throw new Error(`deal ${id} follows an unknown version`);
  const names = namesIn(parts, state);
  const stays = await keptWonStays(more, ctx, row.processId, parts);
  const here = state.stageKey === null ? null : stageOf(compiled, state.stageKey);
  const calendar = calendarOf(ctx.org);
  const next = chooseNext(dueSteps(compiled, state, calendar, ctx.now.toISOString()), compiled);
  const nextStep = next && stepOf(compiled, next.stepKey);
  const about = state.status === "open" ? buyerIds(here, nextStep) : [];
  const entries = await keptEntriesBehind(more, ctx.org.id, parts.registers, about);
  const entered = openVisit(state)?.since?.day ?? null;
  const far = reach(ctx.member.role, "deal.edit");
  return {
    id,
    version: row.version,
    seq: state.seq,
    title: String(state.fields.title ?? ""),
    status: state.status,
    outcome: state.outcome,
    closeReason: state.closeReason,
    closeNote: state.closeNote,
    closedOn: state.closedOn,
    openedOn: state.openedOn,
    deleted: state.deletedAt !== null,
    amount: amountOf(state),
    expectedClose: (state.fields.expectedClose as Day | null | undefined) ?? null,
    segment: (state.fields.segment as string | null | undefined) ?? null,
    company: names.company,
    contact: names.contact,
    product: names.product,
    owner: names.owner,
    process: { id: row.processId, name: row.process },
    processVersion: { id: state.versionId, number: row.number, asFound: row.asFound },
    stageKey: state.stageKey,
    provenStageKey: provenStage(compiled, (key) => Boolean(state.criteria[key])),
    winAsks: state.status === "open" ? unprovenExits(state, compiled, null).map(({ key }) => key) : [],
    pace: here ? paceOf(stays.get(here.key), here.plannedDays) : null,
    daysInStage: entered === null ? null : daysBetween(entered, ctx.today),
    next,
    buyer: buyerOf(entries, here, nextStep),
    people: parts.people,
    competitors: parts.competitors,
    stages: stagesOf(compiled, state, ctx, { id: names.owner.id, roleId: names.ownerRoleId }, names),
    activities: activitiesIn(parts),
    history: events
      .map(({ seq, type, occurred, recordedAt, actorId, ...payload }) => ({
        seq,
        type,
        // The day that stands for an unknown start is nobody's date.
        on: "startKnown" in payload && !payload.startKnown ? null : occurred.day,
        imported: row.imported && type === "run.opened",
        recordedAt,
        by: actorId === null ? null : (names.members.get(actorId) ?? null),
        payload: names.readable(payload as Record<string, unknown>),
      }))
      .reverse(),
    mayEdit: far === "all" || (far === "own" && names.owner.id === ctx.member.id),
    today: ctx.today,
    timeZone: ctx.org.timeZone,
    currency: ctx.org.currency,
  };
}

/** The ids come with the version, the names from the registers as they are now. */
const buyerOf = (
  entries: readonly RegisterEntryRow[],
  stage: CompiledStage | null,
  next: CompiledStep | null,
): BuyerEntry[] =>
  buyerSide(byId(entries), stage, next).map(({ entry: { id, kind, name, note }, forNext }) => ({
    id,
    kind,
    name,
    note,
    forNext,
  }));

function stagesOf(
  version: CompiledVersion,
  state: RunState,
  ctx: Ctx,
  runOwner: { id: string; roleId: string | null },
  names: Parameters<typeof whoOf>[2],
): DealStage[] {
  const far = reach(ctx.member.role, "deal.edit");
  const hereIndex = state.stageKey === null ? -1 : (version.stageAt[state.stageKey] ?? -1);
  const provenKey = provenStage(version, (key) => Boolean(state.criteria[key]));
  const provenIndex = provenKey === null ? -1 : (version.stageAt[provenKey] ?? -1);
  const timings = new Map(
    timeSteps(version, state, calendarOf(ctx.org), ctx.now.toISOString()).map((t) => [t.step.key, t]),
  );
  const stepView = (step: CompiledVersion["steps"][number]): DealStep => {
    const who = whoOf(step.owner, { runOwner, member: ctx.member }, names);
    const record = state.steps[step.key];
    const timing = timings.get(step.key);
    return {
      key: step.key,
      name: step.name,
      channel: step.channel,
      importance: step.importance,
      howTo: step.howTo,
      buyerGains: step.buyerGains,
      timing: timing?.timing ?? "not-due",
      status: record?.status ?? "open",
      doneOn: record?.occurred.day ?? null,
      doneWhile: version.stages.find(({ key }) => key === timing?.facts.doneWhile)?.name ?? null,
      reason: record?.deviation?.reason ?? null,
      note: record?.deviation?.note ?? null,
      from: timing?.due?.from?.day ?? null,
      until: timing?.due?.until?.day ?? null,
      ...who,
      mayWork: far === "all" || (far === "own" && (who.mine || runOwner.id === ctx.member.id)),
    };
  };
  return version.stages.map((stage) => ({
    key: stage.key,
    name: stage.name,
    buyerStep: stage.buyerStep,
    plannedDays: stage.plannedDays,
    state: stage.index < hereIndex ? "behind" : stage.index === hereIndex ? "here" : "ahead",
    ...stayOf(state, stage, ctx.today),
    proven: stage.index <= provenIndex,
    // A step that is not meant for this deal is not on its way.
    steps: stepsIn(version, stage.key)
      .filter((step) => timings.has(step.key))
      .map(stepView),
    criteria: stage.criteria.map(({ key, text, evidence, requirement }) => {
      const given = state.criteria[key];
      return {
        key,
        text,
        evidence,
        requirement,
        given: given ? { kind: given.kind, on: given.occurred.day, note: given.note } : null,
      };
    }),
  }));
}

function stayOf(
  state: RunState,
  stage: CompiledStage,
  today: Day,
): { days: number | null; enteredOn: Day | null } {
  const visits = staysOf(state.visits).filter((visit) => visit.stageKey === stage.key);
  const first = visits[0]?.entered?.day ?? null;
  if (!visits.length || visits.some(({ entered }) => entered === null))
    return { days: null, enteredOn: first };
  const days = visits.reduce((sum, v) => sum + daysBetween(v.entered?.day ?? today, v.left?.day ?? today), 0);
  return { days, enteredOn: first };
}
