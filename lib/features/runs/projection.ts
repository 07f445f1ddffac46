import "server-only";
import { expectedCloseOf, openVisit, type RunState } from "@/lib/domain/run/state";
import type { Day, Occurred } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import { fromDay } from "@/lib/platform/day-in";

const dayOf = (occurred: Occurred | null): Date | null => (occurred ? fromDay(occurred.day) : null);
const momentOf = (occurred: Occurred | null): Date | null => (occurred?.at ? new Date(occurred.at) : null);
const orNull = (day: Day | null): Date | null => (day === null ? null : fromDay(day));
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** The deal's amount as its events leave it, or null. */
export function amountOf(state: RunState): Money | null {
  const amount = state.fields.amount as Money | null | undefined;
  return amount ?? null;
}

/** The columns of `run` that follow from its events. */
export function runColumns(state: RunState) {
  const visit = openVisit(state);
  return {
    versionId: state.versionId,
    ownerId: String(state.fields.owner),
    title: text(state.fields.title) ?? "",
    status: state.status,
    stageKey: state.stageKey,
    enteredOn: dayOf(visit?.since ?? null),
    enteredAt: momentOf(visit?.since ?? null),
    openedOn: orNull(state.openedOn),
    closedOn: orNull(state.closedOn),
    deletedAt: state.deletedAt === null ? null : new Date(state.deletedAt),
    seq: state.seq,
  };
}

/** The columns of `deal` that follow from its events. `currency` stands in while no amount is known. */
export function dealColumns(state: RunState, currency: string) {
  const amount = amountOf(state);
  return {
    companyId: text(state.fields.company),
    contactId: text(state.fields.contact),
    productId: text(state.fields.product),
    segment: text(state.fields.segment),
    amountMinor: amount === null ? null : BigInt(amount.minor),
    currency: amount?.currency ?? currency,
    expectedClose: orNull(expectedCloseOf(state)),
    outcome: state.outcome,
    closeReason: state.closeReason,
    closeNote: state.closeNote,
    deletedAt: state.deletedAt === null ? null : new Date(state.deletedAt),
  };
}

/** The columns of `call` that follow from its events; null for a run that is none. */
export function callColumns({ call }: RunState) {
  if (!call) return null;
  const { plan, status, debrief, cancellation } = call;
  return {
    plannedAt: new Date(plan.at),
    minutes: plan.minutes,
    channel: plan.channel,
    stepKey: plan.stepKey,
    status,
    plan: plan as object,
    result: debrief?.result ?? null,
    learned: debrief?.learned ?? "",
    // What was taken back did not happen: it is kept for the form, and counts for nothing.
    heard: status === "held" ? [...(debrief?.heard ?? [])] : [],
    stepDone: debrief?.stepDone ?? false,
    cancelledFor: cancellation?.reason ?? null,
    cancelNote: cancellation?.note ?? null,
  };
}

type Keys = { orgId: string; runId: string };

/** The rows of every table that is derived from a run's events, besides `run` and `deal` themselves. */
export function projectedRows(keys: Keys, state: RunState) {
  return {
    visits: state.visits.map((visit) => ({
      ...keys,
      ordinal: visit.ordinal,
      versionId: visit.versionId,
      stageKey: visit.stageKey,
      enteredOn: dayOf(visit.entered),
      enteredAt: momentOf(visit.entered),
      sinceOn: dayOf(visit.since),
      leftOn: dayOf(visit.left),
      leftAt: momentOf(visit.left),
      exit: visit.exit,
      exitReason: visit.deviation?.reason ?? null,
      exitNote: visit.deviation?.note ?? null,
    })),
    steps: Object.values(state.steps).map((step) => ({
      ...keys,
      stepKey: step.stepKey,
      status: step.status,
      stageKey: step.stageKey,
      occurredOn: fromDay(step.occurred.day),
      occurredAt: momentOf(step.occurred),
      recordedAt: new Date(step.recordedAt),
      actorId: step.actorId,
      reason: step.deviation?.reason ?? null,
      note: step.deviation?.note ?? null,
      activityId: step.activityId,
    })),
    criteria: Object.values(state.criteria).map((criterion) => ({
      ...keys,
      criterionKey: criterion.criterionKey,
      kind: criterion.kind,
      note: criterion.note,
      occurredOn: fromDay(criterion.occurred.day),
      actorId: criterion.actorId,
    })),
    changes: state.history.map((change) => ({
      ...keys,
      seq: change.seq,
      field: change.field,
      from: (change.from ?? null) as object,
      to: (change.to ?? null) as object,
      occurredOn: fromDay(change.occurred.day),
      recordedAt: new Date(change.recordedAt),
      actorId: change.actorId,
    })),
  };
}

/** What one run adds to the roll-up of its stage, or null when it adds nothing (closed or deleted). */
export function shareOf(processId: string, state: RunState | null, currency: string) {
  if (state?.status !== "open" || state.deletedAt !== null || state.stageKey === null) return null;
  const amount = amountOf(state);
  return {
    processId,
    stageKey: state.stageKey,
    ownerId: String(state.fields.owner),
    currency: amount?.currency ?? currency,
    amountMinor: amount?.minor ?? 0,
  };
}
export type Share = NonNullable<ReturnType<typeof shareOf>>;
