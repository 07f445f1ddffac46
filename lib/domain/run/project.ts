import { applyCall } from "../calls/apply";
import { directionOf } from "./direction";
import type { FieldName, RunEvent } from "./events";
import type { FieldChange, RunState, StageOrders, StepRecord, Turn } from "./state";
import { enter, leave, stayOn } from "./visits";

type Of<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;

/**
 * The state after one more event. The first event must be `run.opened`, and sequence numbers must follow each other;
 * anything else is a bug in who wrote the events, not a refusal.
 */
export function apply(state: RunState | null, event: RunEvent, orders: StageOrders): RunState {
  if (state === null) {
    if (event.type !== "run.opened") throw new Error(`a run begins with run.opened, not ${event.type}`);
    return opened(event);
  }
  if (event.seq !== state.seq + 1) throw new Error(`event ${event.seq} cannot follow ${state.seq}`);
  return { ...state, ...change(state, event, orders), seq: event.seq };
}

/** The state after all of a run's events, in their order. */
export function project(events: readonly RunEvent[], orders: StageOrders): RunState {
  let state: RunState | null = null;
  for (const event of events) state = apply(state, event, orders);
  if (state === null) throw new Error("a run has at least one event");
  return state;
}

function opened(event: Of<"run.opened">): RunState {
  const start = event.startKnown ? event.occurred : null;
  const entered = event.entryKnown === false ? null : start;
  return {
    versionId: event.versionId,
    stageKey: event.stageKey,
    status: "open",
    opened: event.occurred,
    startKnown: event.startKnown,
    openedOn: start?.day ?? null,
    closed: null,
    closedOn: null,
    outcome: null,
    closeReason: null,
    closeNote: null,
    reopenings: 0,
    turn: null,
    visits: event.stageKey === null ? [] : enter([], event.stageKey, event.versionId, entered),
    steps: {},
    criteria: {},
    fields: event.fields ?? {},
    history: [],
    lastActivity: null,
    call: null,
    deletedAt: null,
    seq: event.seq,
  };
}

function change(state: RunState, event: RunEvent, orders: StageOrders): Partial<RunState> {
  switch (event.type) {
    case "run.opened":
      throw new Error("a run is opened once");
    case "run.moved":
      return { ...moved(state, event, orders), turn: turnOf(state, event) };
    case "run.closed":
      return { ...closed(state, event), turn: turnOf(state, event) };
    case "run.close-explained":
      // What was said of a close that was undone afterwards is said of nothing.
      return state.outcome === null || state.outcome === "won" ? {} : { closeReason: event.reason };
    case "run.move-undone":
      return undone(state, event);
    case "run.reopened":
      return {
        turn: turnOf(state, event),
        status: "open",
        stageKey: event.stageKey,
        closed: null,
        closedOn: null,
        outcome: null,
        closeReason: null,
        closeNote: null,
        reopenings: state.reopenings + 1,
        visits: enter(state.visits, event.stageKey, state.versionId, event.occurred),
      };
    case "run.version-switched":
      return switched(state, event);
    case "run.deleted":
      return { deletedAt: event.recordedAt };
    case "run.restored":
      return { deletedAt: null };
    case "step.completed":
      return completed(state, event);
    case "step.waived":
      return {
        steps: withStep(state, event, { status: "waived", activityId: null, deviation: event.deviation }),
      };
    case "step.undone":
      return { steps: without(state.steps, event.stepKey) };
    case "deviation.explained":
      return explained(state, event);
    case "criterion.evidenced": {
      const { criterionKey, kind, note, occurred, seq, actorId } = event;
      const record = { criterionKey, kind, note, occurred, seq, actorId };
      return { criteria: { ...state.criteria, [criterionKey]: record } };
    }
    case "criterion.withdrawn":
      return { criteria: without(state.criteria, event.criterionKey) };
    case "activity.logged":
      return { lastActivity: later(state, event) };
    case "activity.withdrawn":
      return { lastActivity: event.last };
    case "call.planned":
      return { call: applyCall(state.call, event) };
    case "call.debriefed":
    case "call.cancelled":
      return callEnded(state, event);
    case "call.reopened":
      return callAgain(state, event);
    case "field.changed":
      return fieldChange(state, event, event.field, event.from, event.to);
  }
}

function moved(state: RunState, event: Of<"run.moved">, orders: StageOrders): Partial<RunState> {
  const exit = directionOf(orders[state.versionId] ?? [], state.stageKey, event.to);
  const visits = leave(state.visits, event.occurred, exit, event.deviation);
  return { stageKey: event.to, visits: enter(visits, event.to, state.versionId, event.occurred) };
}

const turnOf = (
  { stageKey, status, closed, closedOn, outcome, closeReason, closeNote, reopenings, turn }: RunState,
  { seq, type, occurred }: Of<"run.moved"> | Of<"run.closed"> | Of<"run.reopened">,
): Turn => ({
  seq,
  type,
  occurred,
  before: { stageKey, status, closed, closedOn, outcome, closeReason, closeNote, reopenings, turn },
});

/** As if the last turn had never been: what was written down after it stays, in the stage where the run was all along. */
function undone(state: RunState, event: Of<"run.move-undone">): Partial<RunState> {
  const { turn } = state;
  if (turn?.seq !== event.undid) throw new Error(`event ${event.undid} is not the last turn of the run`);
  const { before, occurred } = turn;
  const visits = turn.type === "run.closed" ? state.visits : state.visits.slice(0, -1);
  const steps = Object.entries(state.steps).map(([key, step]) =>
    step.seq > turn.seq ? [key, { ...step, stageKey: before.stageKey }] : [key, step],
  );
  const amount = state.history.findLast(({ field }) => field === "amount");
  return {
    ...before,
    visits: turn.type === "run.reopened" ? visits : stayOn(visits),
    steps: Object.fromEntries(steps),
    // An amount that came with the close goes with it, unless somebody has changed it since.
    ...(amount?.seq === turn.seq &&
      fieldChange(state, { ...event, occurred }, "amount", amount.to, amount.from)),
  };
}

function explained(state: RunState, { about, deviation }: Of<"deviation.explained">): Partial<RunState> {
  if (about.kind === "visit") {
    const visits = state.visits.map((visit) =>
      // What was said of a move that was undone afterwards is said of nothing.
      visit.ordinal === about.ordinal && visit.exit !== null ? { ...visit, deviation } : visit,
    );
    return { visits };
  }
  const step = state.steps[about.stepKey];
  return step?.status === "waived"
    ? { steps: { ...state.steps, [about.stepKey]: { ...step, deviation } } }
    : {};
}

function closed(state: RunState, event: Of<"run.closed">): Partial<RunState> {
  return {
    status: "closed",
    closed: event.occurred,
    closedOn: event.occurred.day,
    outcome: event.outcome,
    closeReason: event.reason,
    closeNote: event.note,
    visits: leave(state.visits, event.occurred, event.outcome),
    ...(event.amount && fieldChange(state, event, "amount", state.fields.amount ?? null, event.amount)),
  };
}

/** The first debrief or cancellation ends the run; later ones only say something else. */
function callEnded(state: RunState, event: Of<"call.debriefed"> | Of<"call.cancelled">): Partial<RunState> {
  const call = applyCall(state.call, event);
  if (state.status === "closed") return { call };
  const exit = event.type === "call.debriefed" ? "forward" : "cancelled";
  return {
    call,
    turn: null,
    status: "closed",
    closed: event.occurred,
    closedOn: event.occurred.day,
    visits: leave(state.visits, event.occurred, exit),
  };
}

function callAgain(state: RunState, event: Of<"call.reopened">): Partial<RunState> {
  return {
    call: applyCall(state.call, event),
    turn: null,
    status: "open",
    closed: null,
    closedOn: null,
    reopenings: state.reopenings + 1,
    visits:
      state.stageKey === null
        ? state.visits
        : enter(state.visits, state.stageKey, state.versionId, event.occurred),
  };
}

function switched(state: RunState, event: Of<"run.version-switched">): Partial<RunState> {
  const common = { versionId: event.to, stageKey: event.stageKey, turn: null };
  if (state.status === "closed") return common;
  const visits = leave(state.visits, event.occurred, "version");
  return { ...common, visits: enter(visits, event.stageKey, event.to, event.occurred) };
}

function completed(state: RunState, event: Of<"step.completed">): Partial<RunState> {
  if (state.steps[event.stepKey]?.status === "done") return {};
  return { steps: withStep(state, event, { status: "done", activityId: event.activityId, deviation: null }) };
}

function withStep(
  state: RunState,
  event: Of<"step.completed"> | Of<"step.waived">,
  record: Pick<StepRecord, "status" | "activityId" | "deviation">,
): RunState["steps"] {
  const { stepKey, occurred, recordedAt, seq, actorId } = event;
  const common = { stepKey, occurred, recordedAt, stageKey: state.stageKey, seq, actorId };
  return { ...state.steps, [stepKey]: { ...common, ...record } };
}

function fieldChange(
  state: RunState,
  event: RunEvent,
  field: FieldName,
  from: unknown,
  to: unknown,
): Pick<RunState, "fields" | "history"> {
  const { occurred, recordedAt, seq, actorId } = event;
  const entry: FieldChange = { field, from, to, occurred, recordedAt, seq, actorId };
  return { fields: { ...state.fields, [field]: to }, history: [...state.history, entry] };
}

/** Activities may be logged afterwards, so the last one that happened is not the last one that was written. */
const later = ({ lastActivity }: RunState, { occurred }: RunEvent) =>
  lastActivity !== null && lastActivity.day > occurred.day ? lastActivity : occurred;

function without<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
