import "server-only";
import { callStanding } from "@/lib/domain/calls/standing";
import { reach } from "@/lib/domain/policy/permissions";
import { stepOf, stepsIn } from "@/lib/domain/process/compile";
import { byId, survivorsOf } from "@/lib/domain/registers/merge";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import { readTexts } from "@/lib/features/inbox/commands";
import { registerEntries } from "@/lib/features/registers/commands";
import { eventsOf } from "@/lib/features/runs/events-store";
import { compiledVersions, ordersOf } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { callRow, peopleFor } from "./read-store";
import type { CallEntry, CallView } from "./view";

/** A call as its page shows it: its plan, what came of it, and the steps of its process; null when it is not there. */
export async function readCall(tx: Tx, ctx: Ctx, id: string): Promise<CallView | null> {
  const orgId = ctx.org.id;
  const row = await callRow(tx, orgId, id);
  if (!row) return null;
  const [own, deals] = [await eventsOf(tx, orgId, id), await eventsOf(tx, orgId, row.dealId)];
  const versions = await compiledVersions(tx, orgId, [...versionsIn(own), ...versionsIn(deals)]);
  const orders = ordersOf(versions);
  const state = project(own, orders);
  const deal = project(deals, orders);
  const compiled = versions.get(state.versionId);
  const route = versions.get(deal.versionId);
  const { call } = state;
  if (!compiled || !route || !call) throw new Error(`call ${id} follows an unknown version`);
  const { plan, debrief } = call;
  const step = plan.stepKey === null ? null : stepOf(route, plan.stepKey);
  const reads = await readTexts(tx, orgId, [debrief?.learned ?? null]);
  const far = reach(ctx.member.role, "deal.edit");
  const mine = row.ownerId === ctx.member.id || row.dealOwnerId === ctx.member.id;
  return {
    id,
    version: row.version,
    deal: { id: row.dealId, title: row.title, company: row.company, closed: row.dealClosed },
    process: state.stageKey === null ? null : { id: row.processId, name: row.name, number: row.number },
    owner: { id: row.ownerId, name: row.owner },
    status: call.status,
    standing: callStanding(
      { status: call.status, at: plan.at, minutes: plan.minutes },
      ctx.now.toISOString(),
    ),
    plan,
    step: step && { key: step.key, name: step.name, done: deal.steps[step.key]?.status === "done" },
    ...(await entriesOf(tx, ctx, plan)),
    people: await peopleFor(tx, orgId, { dealId: row.dealId, companyId: row.companyId }, plan.people),
    debrief: debrief && { ...debrief, learned: reads(debrief.learned) },
    cancellation: call.status === "cancelled" ? call.cancellation : null,
    moves: call.moves,
    stages:
      state.stageKey === null
        ? []
        : compiled.stages.map((stage) => ({
            key: stage.key,
            name: stage.name,
            steps: stepsIn(compiled, stage.key).map(({ key, name, howTo }) => ({
              key,
              name,
              howTo,
              done: state.steps[key]?.status === "done",
            })),
          })),
    mayEdit: far === "all" || (far === "own" && mine),
    deleted: state.deletedAt !== null,
    today: ctx.today,
    timeZone: ctx.org.timeZone,
    now: ctx.now.toISOString(),
  };
}

/** The entries of a plan under what they became part of, and the other objections that may come up. */
async function entriesOf(
  tx: Tx,
  ctx: Ctx,
  plan: CallView["plan"],
): Promise<Pick<CallView, "objections" | "messages" | "otherObjections">> {
  const all = byId(await registerEntries(tx, ctx));
  const view = ({ id, name, note }: CallEntry): CallEntry => ({ id, name, note });
  const objections = survivorsOf(all, plan.objections);
  const others = [...all.values()].filter(
    (entry) =>
      entry.kind === "objection" && !entry.archived && !entry.mergedInto && !objections.includes(entry),
  );
  return {
    objections: objections.map(view),
    messages: survivorsOf(all, plan.messages).map(view),
    otherObjections: others.map(view),
  };
}
