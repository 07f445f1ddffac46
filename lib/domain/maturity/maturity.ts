import { type Day, daysBetween } from "../shared/day";
import type { GateFacts } from "./facts";
import { type GateId, gatesOf, LAPSE_NOTICE_DAYS, type Level } from "./gates";
import { judgeGate } from "./judge";
import type { Judgement } from "./judgement";

export type Maturity = {
  readonly level: Level;
  readonly gatesPerLevel: Readonly<Record<2 | 3 | 4, readonly Judgement[]>>;
  /** What the next level still asks for; empty at the top. */
  readonly missingForNext: readonly Judgement[];
  /** The first gate that will stop being met by the passing of time, when that is near. */
  readonly lapses: { readonly day: Day; readonly gate: GateId; readonly to: Level } | null;
};

const judgeLevel = (facts: GateFacts, level: 2 | 3 | 4): Judgement[] =>
  gatesOf(level).map((gate) => judgeGate(gate, facts, level));

/**
 * The maturity of one process: the highest level whose gates, and those of every level below, all hold. Nothing is
 * averaged; a gate that cannot be measured yet holds a level back just as one that is not met.
 */
export function maturityOf(facts: GateFacts): Maturity {
  const gatesPerLevel = { 2: judgeLevel(facts, 2), 3: judgeLevel(facts, 3), 4: judgeLevel(facts, 4) };
  let level: Level = 1;
  for (const next of [2, 3, 4] as const) {
    if (!gatesPerLevel[next].every(({ state }) => state === "met")) break;
    level = next;
  }
  const wanted = level === 4 ? [] : gatesPerLevel[(level + 1) as 2 | 3 | 4];
  const missingForNext = wanted.filter(({ state }) => state !== "met");
  return { level, gatesPerLevel, missingForNext, lapses: lapseOf(level, gatesPerLevel, facts.today) };
}

function lapseOf(level: Level, gates: Maturity["gatesPerLevel"], today: Day): Maturity["lapses"] {
  if (level === 1) return null;
  const ends = gates[level]
    .flatMap(({ gate, lapsesOn }) => (lapsesOn === null ? [] : [{ day: lapsesOn, gate }]))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = ends[0];
  if (!first || daysBetween(today, first.day) > LAPSE_NOTICE_DAYS) return null;
  // The level below may still hold with the looser term of the same gate.
  return { ...first, to: (level - 1) as Level };
}
