import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOf } from "@/components/deals/age";
import { neighbour } from "@/components/deals/board-keys";
import { afterMove, findCard, refreshed, withMore, withPending } from "@/components/deals/board-state";
import { changesFrom, conflictsOf, type Stored } from "@/components/deals/edit-values";
import { readFilter, writeFilter } from "@/components/deals/filter";
import { readQuickLine } from "@/components/deals/quick-line";
import { sumByCurrency } from "@/lib/domain/shared/money";
import type { BoardCard, BoardData } from "@/lib/features/deals/view";

const card = (id: string, more: Partial<BoardCard> = {}): BoardCard => ({
  id,
  title: id,
  company: null,
  amountMinor: 100,
  currency: "EUR",
  owner: "o",
  entered: "2026-11-01",
  nextStepKey: "s",
  nextDue: null,
  versionId: "v",
  version: 1,
  ...more,
});
const board = (columns: Record<string, BoardCard[]>, hidden = 0): BoardData => ({
  today: "2026-11-25",
  cursor: "0",
  columns: Object.entries(columns).map(([stageKey, cards]) => ({
    stageKey,
    count: cards.length + hidden,
    sums: sumByCurrency(cards.map(({ amountMinor, currency }) => ({ minor: amountMinor ?? 0, currency }))),
    cards,
  })),
});
const ids = (data: BoardData, stageKey: string) =>
  data.columns.find((column) => column.stageKey === stageKey)?.cards.map(({ id }) => id) ?? [];

describe("the board in the browser", () => {
  const start = board({
    a: [card("1", { nextDue: "2026-11-20" }), card("2", { currency: "USD", amountMinor: null })],
    b: [card("3", { nextDue: "2026-11-10" }), card("4", { nextDue: "2026-11-30" })],
  });

  it("shows a move at its place by urgency, with counts and sums, before it is saved", () => {
    const shown = withPending(start, { "1": { to: "b" } });
    expect(ids(shown, "b")).toEqual(["3", "1", "4"]);
    expect(shown.columns.map(({ count }) => count)).toEqual([1, 3]);
    expect(shown.columns[1]?.sums).toEqual([{ currency: "EUR", minor: 300 }]);
    expect(findCard(shown, "1")?.card).toMatchObject({ moving: true, entered: "2026-11-25" });
    expect(withPending(start, {})).toBe(start);
  });

  it("opens a column for a stage that had no deals, and takes a closed deal away", () => {
    expect(ids(withPending(start, { "1": { to: "c" } }), "c")).toEqual(["1"]);
    const closed = afterMove(start, "3", null, 2);
    expect(findCard(closed, "3")).toBeNull();
    expect(closed.columns[1]?.count).toBe(1);
  });

  it("never loses or doubles a card, however many moves are under way", () => {
    const moves = fc.dictionary(
      fc.constantFrom("1", "2", "3", "4", "nobody"),
      fc.record({ to: fc.constantFrom("a", "b", "c") }),
    );
    fc.assert(
      fc.property(moves, (pending) => {
        const shown = withPending(start, pending);
        const all = shown.columns.flatMap(({ cards }) => cards.map(({ id }) => id)).sort();
        expect(all).toEqual(["1", "2", "3", "4"]);
        expect(shown.columns.reduce((sum, { count }) => sum + count, 0)).toBe(4);
        for (const column of shown.columns) {
          const due = column.cards.map(({ nextDue, id }) => `${nextDue ?? "9999-12-31"} ${id}`);
          expect(due).toEqual([...due].sort());
        }
      }),
    );
  });

  it("keeps pages that were loaded before when the first page comes anew, without what has moved", () => {
    const more = withMore(board({ a: [card("1"), card("2")], b: [] }, 2), "a", [
      card("2"),
      card("3"),
      card("4"),
    ]);
    expect(ids(more, "a")).toEqual(["1", "2", "3", "4"]);
    const fresh = board({ a: [card("1"), card("2")], b: [card("4")] }, 2);
    expect(ids(refreshed(more, fresh), "a")).toEqual(["1", "2", "3"]);
    expect(refreshed(undefined, fresh)).toBe(fresh);
  });

  it.each([
    ["1", "ArrowDown", "2"],
    ["2", "j", null],
    ["2", "k", "1"],
    ["2", "ArrowRight", "4"],
    ["4", "ArrowLeft", "2"],
    ["3", "ArrowRight", null],
    [null, "j", "1"],
    ["1", "x", null],
  ])("from %s the key %s leads to %s", (from, key, to) => {
    expect(neighbour(start, ["a", "empty", "b"], from, key)).toBe(to);
  });
});

describe("time in a stage", () => {
  const measured = { basis: "measured", typical: 10, slow: 20, stalled: 30, n: 40 } as const;
  it.each([
    [10, measured, 1, null],
    [11, measured, 2, null],
    [20, measured, 2, null],
    [21, measured, 3, "slow"],
    [31, measured, 4, "stalled"],
    [14, { basis: "planned", typical: null, slow: 14, stalled: 21, n: 0 } as const, 1, null],
    [99, { basis: "none", typical: null, slow: null, stalled: null, n: 0 } as const, null, null],
  ])("%i days", (days, pace, level, word) => {
    const entered = new Date(Date.UTC(2026, 10, 25 - days)).toISOString().slice(0, 10);
    expect(ageOf(entered, "2026-11-25", pace)).toEqual({ days, level, word });
  });
});

describe("a deal in one line", () => {
  it.each([
    ["Peeters Staalbouw, ERP rollout 48.5k", "en", "Peeters Staalbouw", "ERP rollout", 4_850_000, "EUR"],
    ["Peeters Staalbouw, ERP-uitrol 48,5k", "nl", "Peeters Staalbouw", "ERP-uitrol", 4_850_000, "EUR"],
    ["Service contract € 1.234,50", "nl", null, "Service contract", 123_450, "EUR"],
    ["Acme, Pilot 500 USD", "en", "Acme", "Pilot", 50_000, "USD"],
    ["Just a title", "en", null, "Just a title", null, null],
  ] as const)("%s", (line, locale, company, title, minor, currency) => {
    const amount = minor === null ? null : { minor, currency };
    expect(readQuickLine(line, locale, "EUR")).toEqual({ company, title, amount });
  });
  it.each(["", "   "])("nothing is no deal: %j", (line) => {
    expect(readQuickLine(line, "en", "EUR")).toBeNull();
  });
});

describe("an edit that came too late", () => {
  const base: Stored = {
    title: "Old",
    companyId: null,
    productId: null,
    ownerId: "o",
    amount: { minor: 100, currency: "EUR" },
    expectedClose: null,
    segment: null,
  };
  it("sends only what was changed", () => {
    expect(changesFrom(base, { ...base, amount: { minor: 100, currency: "EUR" }, segment: "Large" })).toEqual(
      {
        segment: "Large",
      },
    );
  });
  it("asks only about what both changed, and not to the same", () => {
    const mine = { ...base, title: "Mine", segment: "Large", expectedClose: "2026-12-01" };
    const theirs = { ...base, title: "Theirs", segment: "Large", ownerId: "p" };
    expect(conflictsOf(base, mine, theirs)).toEqual(["title"]);
  });
});

describe("the address of the deals", () => {
  it("is read back as it was written", () => {
    const process = "01a21400-ab59-7163-a2bd-68803530b209";
    const filter = readFilter({
      view: "list",
      process,
      outcome: "won",
      q: "staal",
      stage: "s",
      owner: "nobody",
    });
    expect(filter).toMatchObject({ status: "closed", outcome: "won", owner: null });
    expect(readFilter(writeFilter(filter))).toEqual(filter);
    expect(writeFilter(readFilter({ view: "x", status: "y" }))).toEqual({});
  });
});
