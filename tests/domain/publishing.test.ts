import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownerImpacts } from "@/lib/domain/preview/owner-impact";
import { emptyDocument, newStage, newStep } from "@/lib/domain/process/blank";
import { diff } from "@/lib/domain/process/diff";
import type { Owner, ProcessDocument, Step } from "@/lib/domain/process/types";
import { judge } from "@/lib/domain/versions/evidence";
import { type Baseline, outlookOf } from "@/lib/domain/versions/outlook";

const sales: Owner = { kind: "run-owner" };
const legal: Owner = { kind: "department", id: "legal" };
const step = (key: string, owner: Owner, more: Partial<Step> = {}): Step => ({
  ...newStep(key, { en: key }),
  owner,
  ...more,
});
const doc = (...steps: Step[]): ProcessDocument => ({
  ...emptyDocument,
  stages: [{ ...newStage("a", { en: "A" }), steps }],
});

describe("what a version changes for whom", () => {
  it("says of each owner what it gains, takes over, hands over and loses", () => {
    const before = doc(step("call", sales), step("check", sales), step("send", sales), step("sign", legal));
    const after = doc(
      step("call", sales, { importance: "key" }),
      step("check", legal, { importance: "key" }),
      step("new", legal),
      step("sign", legal, { name: { en: "Countersign" } }),
    );
    const none = { added: [], takenOver: [], handedOver: [], removed: [], otherwise: [] };
    expect(ownerImpacts(diff(before, after))).toEqual([
      { owner: sales, ...none, handedOver: ["check"], removed: ["send"], otherwise: ["call"] },
      { owner: legal, ...none, added: ["new"], takenOver: ["check"] },
    ]);
  });

  it("is nothing where nothing changes, or only names do", () => {
    const before = doc(step("call", sales));
    expect(ownerImpacts(diff(before, before))).toEqual([]);
    expect(ownerImpacts(diff(before, doc(step("call", sales, { name: { en: "Ring" } }))))).toEqual([]);
  });

  it("names every step that is not merely renamed, whoever owns it", () => {
    const owners = fc.constantFrom(sales, legal, null);
    const steps = fc
      .uniqueArray(fc.constantFrom("a", "b", "c", "d"))
      .chain((keys) =>
        fc.tuple(...keys.map((key) => owners.map((owner) => ({ ...step(key, sales), owner })))),
      );
    fc.assert(
      fc.property(steps, steps, (one, other) => {
        const changes = diff(doc(...one), doc(...other));
        const owned = changes.filter(
          ({ what, before, after }) =>
            what === "step" && [before, after].some((side) => side && "owner" in side && side.owner),
        );
        const named = new Set(
          ownerImpacts(changes).flatMap(({ owner: _, ...turns }) => Object.values(turns).flat()),
        );
        for (const { key, change, after } of owned)
          if (change !== "renamed" && (change !== "moved" || (after && "owner" in after && after.owner)))
            expect(named).toContain(key);
      }),
    );
  });
});

describe("what a promise needs", () => {
  const today = "2026-11-29";
  const share = (k: number, n: number, recent: number): Baseline => ({
    metric: "win-rate",
    sample: { kind: "share", k, n },
    recent,
  });
  const up = (size: number | null) => ({ metric: "win-rate", direction: "up", size }) as const;

  it("is said from where it starts, to where, with how many deals and when", () => {
    const seen = outlookOf(up(20), share(120, 400, 91), today);
    expect(seen).toMatchObject({ n: 400, from: 0.3, to: 0.5 });
    // (1.96 + 0.8416)^2 * 0.25 / (0.2^2 - (1.96 + 0.8416)^2 * 0.21 / 400), worked out by hand.
    expect(seen.plan).toEqual({ needed: 55, smallest: null });
    expect(seen.answer).toBe("2027-03-19");
  });

  it("is not foreseen without a size, a pace or enough before", () => {
    expect(outlookOf(up(null), share(120, 400, 91), today)).toMatchObject({
      to: null,
      plan: null,
      answer: null,
    });
    expect(outlookOf(up(20), share(120, 400, 0), today).answer).toBeNull();
    expect(outlookOf(up(20), share(1, 4, 9), today)).toMatchObject({ from: null, to: null });
    const few = outlookOf(up(5), share(6, 20, 91), today);
    expect(few.plan?.needed).toBeNull();
    expect(few.plan?.smallest).toBeGreaterThan(0.05);
    expect(few.answer).toBeNull();
  });

  it("never leaves the scale, and days and amounts start at their medians", () => {
    expect(outlookOf(up(90), share(120, 400, 91), today).to).toBe(1);
    const tally = [
      [10, 5],
      [20, 6],
    ] as const;
    const days: Baseline = { metric: "cycle-days", sample: { kind: "days", days: tally }, recent: 9 };
    expect(outlookOf({ metric: "cycle-days", direction: "down", size: 25 }, days, today)).toMatchObject({
      from: 20,
      to: 0,
    });
    const amounts: Baseline = {
      metric: "deal-value",
      sample: { kind: "amounts", amounts: tally },
      recent: 9,
    };
    expect(outlookOf({ metric: "deal-value", direction: "up", size: 50 }, amounts, today)).toMatchObject({
      from: 20,
      to: 30,
    });
  });

  it("is what the judgement later waits for", () => {
    const before = { kind: "share", k: 120, n: 400 } as const;
    const none = { kind: "share", k: 0, n: 0 } as const;
    const { plan } = outlookOf(up(20), share(120, 400, 91), today);
    expect(judge(up(20), none, before).need.now).toBe(plan?.needed);
  });
});
