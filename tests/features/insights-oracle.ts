import fc from "fast-check";
import type { DealFact } from "@/lib/domain/insights/deal-fact";
import type { WonDeal } from "@/lib/domain/insights/won-visits";
import type { RunEvent } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import { openVisit, type RunState, type StageOrders, type Turn } from "@/lib/domain/run/state";
import { staysOf } from "@/lib/domain/run/visits";
import { addDays, type Day } from "@/lib/domain/shared/day";
import type { Money } from "@/lib/domain/shared/money";
import type { Happened } from "@/lib/features/runs/open";
import { newId } from "@/lib/platform/id";
import { closed, type DealHistory, moved, on, opened, reopened, switched } from "./insights-fixtures";

const START = "2026-01-01";
const STAGES = ["a", "b", "c"] as const;

/** What a random history may pick from. */
export type Cast = {
  readonly processId: string;
  /** Versions of the process, all with the same stages. */
  readonly versionIds: readonly string[];
  readonly owners: readonly string[];
  readonly products: readonly (string | null)[];
};

const step = fc.record({
  kind: fc.constantFrom(
    "move",
    "move",
    "move",
    "close",
    "close",
    "reopen",
    "switch",
    "undo",
    "undo",
    "owner",
    "amount",
    "product",
    "segment",
    "delete",
  ),
  gap: fc.nat({ max: 40 }),
  delay: fc.constantFrom(0, 0, 0, 2, 30),
  pick: fc.nat({ max: 1000 }),
});

/** A deal's life: any moves, closings, reopenings, changes of version and changes of fields, each written down some days after it happened. */
export const historyOf = (cast: Cast): fc.Arbitrary<DealHistory> =>
  fc
    .record({
      start: fc.nat({ max: 150 }),
      startKnown: fc.constantFrom(true, true, true, true, false),
      entryKnown: fc.constantFrom(true, true, true, false),
      amount: fc.option(
        fc.record({ minor: fc.nat({ max: 9_000_000 }), currency: fc.constantFrom("EUR", "EUR", "USD") }),
      ),
      segment: fc.constantFrom("small", "large", null),
      pick: fc.nat({ max: 1000 }),
      steps: fc.array(step, { maxLength: 9 }),
    })
    .map(({ start, startKnown, entryKnown, amount, segment, pick, steps }): DealHistory => {
      const choose = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
      const { versionIds, owners, products } = cast;
      let day = addDays(START, start);
      let recorded = day;
      const fields = { owner: choose(owners, pick), product: choose(products, pick), segment, amount };
      const stageKey = choose(STAGES, pick);
      let versionId = choose(versionIds, pick);
      const first = opened({ versionId, day, startKnown, entryKnown, stageKey, ...fields });
      const events: [Happened, ...Happened[]] = [first];
      let stage: string = stageKey;
      let isOpen = true;
      let gone = false;
      /** What can still be undone: the number and kind of each turn since the last change of version, and how it stood before. */
      let turns: { seq: number; type: Turn["type"]; stage: string; isOpen: boolean }[] = [];
      const turned = (type: Turn["type"], event: Happened, was: [string, boolean]): Happened => {
        turns.push({ seq: events.length + 1, type, stage: was[0], isOpen: was[1] });
        return event;
      };
      const now: Record<string, unknown> = { ...fields };
      for (const { kind, gap, delay, pick: choice } of steps) {
        day = addDays(day, gap);
        const latest = addDays(day, delay);
        if (latest > recorded) recorded = latest;
        const event = eventOf();
        if (event) events.push({ ...event, recordedAt: `${recorded}T12:00:00.000Z` });
        function eventOf(): Happened | null {
          const was: [string, boolean] = [stage, isOpen];
          if (kind === "undo") {
            const turn = turns.pop();
            if (!turn) return null;
            ({ stage, isOpen } = turn);
            const { seq: undid, type } = turn;
            const about = { undid, turn: type, stageKey: stage, outcome: null };
            return { type: "run.move-undone", ...about, occurred: on(day) };
          }
          if (kind === "move" && isOpen) {
            const to = choose(
              STAGES.filter((each) => each !== stage),
              choice,
            );
            const from = stage;
            stage = to;
            return turned("run.moved", moved(from, to, day), was);
          }
          if (kind === "close" && isOpen) {
            isOpen = false;
            const outcomes = ["won", "won", "lost", "no-decision", "disqualified"] as const;
            return turned("run.closed", closed(choose(outcomes, choice), day), was);
          }
          if (kind === "reopen" && !isOpen) {
            isOpen = true;
            stage = choose(STAGES, choice);
            return turned("run.reopened", reopened(stage, day), was);
          }
          if (kind === "switch" && isOpen) {
            const from = versionId;
            versionId = choose(
              versionIds.filter((each) => each !== from),
              choice,
            );
            stage = choose(STAGES, choice);
            turns = [];
            return switched(from, versionId, stage, day);
          }
          if (kind === "delete") {
            gone = !gone;
            return { type: gone ? "run.deleted" : "run.restored", occurred: on(day) };
          }
          if (kind === "move" || kind === "close" || kind === "reopen" || kind === "switch") return null;
          const to = {
            owner: choose(owners, choice),
            product: choose(products, choice),
            segment: choose(["small", "large", null], choice),
            amount:
              choice % 5 === 0 ? null : { minor: choice * 1_000, currency: choice % 3 === 0 ? "USD" : "EUR" },
          }[kind];
          const from = now[kind];
          now[kind] = to;
          return { type: "field.changed", field: kind, from, to, occurred: on(day) };
        }
      }
      return { id: newId(), processId: cast.processId, events };
    });

const DELETIONS = ["run.deleted", "run.restored"];

/** The state at the end of `asOf` as it was known at `knownAt`, from the events one by one; null when there was none. */
export function stateAt(
  { events }: DealHistory,
  orders: StageOrders,
  asOf: Day,
  knownAt: string | null,
): RunState | null {
  const isKnown = ({ recordedAt }: Happened) => knownAt === null || (recordedAt ?? "") <= knownAt;
  const undone = new Set(
    events.flatMap((event) => (event.type === "run.move-undone" && isKnown(event) ? [event.undid] : [])),
  );
  const kept = events.filter((event, index) => {
    if (!isKnown(event) || event.type === "run.move-undone" || undone.has(index + 1)) return false;
    const unknownStart = event.type === "run.opened" && !event.startKnown;
    return event.occurred.day <= asOf || unknownStart || DELETIONS.includes(event.type);
  });
  if (kept[0]?.type !== "run.opened") return null;
  const numbered = kept.map((event, index) => ({ ...event, seq: index + 1, actorId: null }) as RunEvent);
  const state = project(numbered, orders);
  return state.deletedAt === null ? state : null;
}

/** The facts of a deal from its state. */
export function factOf(
  id: string,
  state: RunState,
  teamOf: ReadonlyMap<string, string | null>,
  currency: string,
): DealFact {
  const amount = (state.fields.amount ?? null) as Money | null;
  const ownerId = String(state.fields.owner);
  return {
    id,
    ownerId,
    teamId: teamOf.get(ownerId) ?? null,
    productId: (state.fields.product ?? null) as string | null,
    segment: (state.fields.segment ?? null) as string | null,
    currency: amount?.currency ?? currency,
    amountMinor: amount?.minor ?? null,
    stageKey: state.stageKey,
    enteredStageOn: openVisit(state)?.since?.day ?? null,
    openedOn: state.openedOn,
    closedOn: state.closedOn,
    outcome: state.outcome,
  };
}

/** A deal with its stays, when it was won. */
export const wonDealOf = (id: string, state: RunState): WonDeal[] =>
  state.outcome !== "won" || state.closedOn === null
    ? []
    : [
        {
          id,
          wonOn: state.closedOn,
          stays: staysOf(state.visits).map(({ stageKey, entered, left }) => ({
            stageKey,
            enteredOn: entered?.day ?? null,
            leftOn: left?.day ?? null,
          })),
        },
      ];
