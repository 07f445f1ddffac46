/**
 * One observed time, for example the days a deal spent in a stage. `cause` names how it ended; null means that it
 * had not ended when we stopped looking (censored). `entry` above 0 is the age at which we started looking, for
 * imported deals that were already under way (delayed entry).
 */
export type Observation = { readonly time: number; readonly cause: string | null; readonly entry?: number };

/** What happened at one moment: how many were still at risk, and how many ended by which cause. */
export type RiskStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly byCause: ReadonlyMap<string, number>;
};

/** The risk sets at every time something ended, in rising time. Who is censored at t was still at risk at t. */
export function riskSteps(observations: readonly Observation[]): RiskStep[] {
  const exits = observations.map((each) => each.time).sort((a, b) => a - b);
  const entries = observations.map((each) => each.entry ?? 0).sort((a, b) => a - b);
  const ends = new Map<number, Map<string, number>>();
  for (const { time, cause } of observations) {
    if (cause === null) continue;
    const at = ends.get(time) ?? new Map<string, number>();
    at.set(cause, (at.get(cause) ?? 0) + 1);
    ends.set(time, at);
  }
  let [gone, come] = [0, 0];
  return [...ends]
    .sort(([a], [b]) => a - b)
    .map(([time, byCause]) => {
      while (gone < exits.length && (exits[gone] ?? 0) < time) gone += 1;
      // Whoever enters at this very moment is not at risk of it, except at time 0.
      while (come < entries.length && ((entries[come] ?? 0) < time || entries[come] === 0)) come += 1;
      const ended = [...byCause.values()].reduce((sum, count) => sum + count, 0);
      return { time, atRisk: come - gone, ended, byCause };
    });
}
