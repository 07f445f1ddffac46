import fc from "fast-check";
import type { RunEvent } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { RunState, StageOrders } from "@/lib/domain/run/state";
import { addDays, daysBetween } from "@/lib/domain/shared/day";
import type { VersionFact } from "@/lib/domain/versions/rows";
import { type Happened, openDeals } from "@/lib/features/runs/open";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Caller } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";
import { closed, type DealHistory, inside, moved, on, opened, reopened } from "./insights-fixtures";

const STAGES = ["a", "b", "c"] as const;
const step = fc.record({
  kind: fc.constantFrom("move", "move", "switch", "close", "close", "reopen", "delete"),
  gap: fc.nat({ max: 40 }),
  pick: fc.nat({ max: 1000 }),
});

/** A deal's life over several versions of one process: moves, switches of version, closings, reopenings, deletions. */
export const livesOn = (
  processId: string,
  versions: readonly string[],
  owner: string,
): fc.Arbitrary<DealHistory> =>
  fc
    .record({
      start: fc.nat({ max: 120 }),
      startKnown: fc.constantFrom(true, true, true, false),
      entryKnown: fc.constantFrom(true, true, false),
      minor: fc.option(fc.nat({ max: 900_000 })),
      currency: fc.constantFrom("EUR", "EUR", "USD"),
      pick: fc.nat({ max: 1000 }),
      steps: fc.array(step, { maxLength: 8 }),
    })
    .map(({ start, startKnown, entryKnown, minor, currency, pick, steps }): DealHistory => {
      const choose = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
      let [day, version, stage] = [
        addDays("2026-01-01", start),
        choose(versions, pick),
        choose<string>(STAGES, pick),
      ];
      let [isOpen, gone] = [true, false];
      const amount = minor === null ? null : { minor, currency };
      const first = opened({
        versionId: version,
        owner,
        day,
        startKnown,
        entryKnown,
        stageKey: stage,
        amount,
      });
      const events: [Happened, ...Happened[]] = [first];
      for (const { kind, gap, pick: at } of steps) {
        day = addDays(day, gap);
        const others = STAGES.filter((each) => each !== stage);
        if (kind === "move" && isOpen) {
          const to = choose<string>(others, at);
          events.push(moved(stage, to, day));
          stage = to;
        } else if (kind === "switch" && isOpen && versions.length > 1) {
          const to = choose(
            versions.filter((each) => each !== version),
            at,
          );
          stage = choose<string>(STAGES, at);
          const recordedAt = `${day}T11:30:00.000Z`;
          events.push({
            type: "run.version-switched",
            from: version,
            to,
            stageKey: stage,
            occurred: on(day),
            recordedAt,
          });
          version = to;
        } else if (kind === "close" && isOpen) {
          events.push(
            closed(choose(["won", "won", "lost", "no-decision", "disqualified"] as const, at), day),
          );
          isOpen = false;
        } else if (kind === "reopen" && !isOpen) {
          stage = choose<string>(STAGES, at);
          events.push(reopened(stage, day));
          isOpen = true;
        } else if (kind === "delete" && at % 3 === 0) {
          gone = !gone;
          events.push({ type: gone ? "run.deleted" : "run.restored", occurred: on(day) });
        }
      }
      return { id: newId(), processId, events };
    });

/** Writes such lives, events and projections alike. */
export const writeLives = (caller: Caller, deals: readonly DealHistory[], versions: readonly string[]) =>
  inside(caller, async (tx, ctx) =>
    openDeals(tx, ctx, deals, await compiledVersions(tx, ctx.org.id, versions)),
  );

/** The state of each deal that was not thrown away, from its events one by one. */
export function statesOf(deals: readonly DealHistory[], orders: StageOrders) {
  return deals.flatMap(({ id, events }) => {
    const numbered = events.map((event, index) => ({ ...event, seq: index + 1, actorId: null }) as RunEvent);
    const state = project(numbered, orders);
    const [first] = events;
    const startedOn = first.type === "run.opened" ? first.versionId : "";
    return state.deletedAt === null ? [{ id, state, startedOn }] : [];
  });
}
export type Life = ReturnType<typeof statesOf>[number];

/** What the figures of a version know of a deal. */
export function versionFactOf({ id, state, startedOn }: Life): VersionFact {
  const amount = state.fields.amount as { minor: number; currency: string } | null | undefined;
  return {
    id,
    ownerId: null,
    teamId: null,
    productId: null,
    segment: null,
    currency: amount?.currency ?? "EUR",
    amountMinor: amount?.minor ?? null,
    stageKey: state.stageKey,
    enteredStageOn: null,
    openedOn: state.openedOn,
    closedOn: state.closedOn,
    outcome: state.outcome,
    versionId: state.versionId,
    startedOn,
  };
}

/** Days that a deal stayed in a stage while on a version, all its stays together; null when that is not known. */
export function stayOf({ visits }: RunState, versionId: string, stageKey: string): number | null {
  const stays = visits.filter((visit) => visit.versionId === versionId && visit.stageKey === stageKey);
  let total = 0;
  for (const { entered, since, left, exit } of stays) {
    if (entered === null || left === null || exit === "version") return null;
    // It came over in the middle of a stay: what is left of that is no whole stay.
    if (since?.day !== entered.day) return null;
    total += daysBetween(entered.day, left.day);
  }
  return stays.length === 0 ? null : total;
}
