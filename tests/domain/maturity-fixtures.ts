import type { GateFacts } from "@/lib/domain/maturity/facts";

/** Facts of a process at the top of every gate, as of 25 November 2026. */
export const DYNAMIC: GateFacts = {
  today: "2026-11-25",
  defined: { version: 3, stages: 4, withStep: 4 },
  complete: { steps: { k: 10, n: 10 }, stages: { k: 4, n: 4 } },
  anchored: { k: 3, n: 4 },
  onProcess: { k: 20, n: 20 },
  inUse: { k: 6, n: 6 },
  followed: { median: 0.8, lo: 0.75, hi: 0.85, n: 30 },
  explained: { k: 18, n: 20, deals: 40 },
  feedback: { k: 18, n: 20, deals: 40 },
  evidenced: { exits: { k: 19, n: 20 }, proofs: { k: 15, n: 20 } },
  measurable: { k: 60, n: 60 },
  coached: { hours: 4, reps: 6 },
  reviewedOn: "2026-11-01",
  refined: { versionOn: "2026-09-01", decidedOn: "2026-11-01" },
  checked: { publishedOn: "2026-09-01", closed: 40, concludedOn: "2026-11-01" },
  triaged: { k: 5, n: 5 },
};

export const withFacts = (change: Partial<GateFacts>): GateFacts => ({ ...DYNAMIC, ...change });
