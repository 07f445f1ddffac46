import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOf } from "@/components/deals/age";
import { neighbour } from "@/components/deals/board-keys";
import {
  afterMove,
  dueOf,
  findCard,
  hasKept,
  nextPage,
  refreshed,
  withMore,
  withPending,
} from "@/components/deals/board-state";
import { changesFrom, conflictsOf, type Stored } from "@/components/deals/edit-values";
import { readFilter, sameView, writeFilter } from "@/components/deals/filter";
import { readQuickLine } from "@/components/deals/quick-line";
import { sumByCurrency } from "@/lib/domain/shared/money";
import type { BoardCard, BoardData } from "@/lib/features/deals/view";
import { boardCard } from "@/tests/support/board-card";

const board = (columns: Record<string, BoardCard[]>, hidden = 0): BoardData => ({
  today: "2026-11-25",
  cursor: "0",
  changed: null,
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
    a: [boardCard("1", { nextDue: "2026-11-20" }), boardCard("2", { currency: "USD", amountMinor: null })],
    b: [boardCard("3", { nextDue: "2026-11-10" }), boardCard("4", { nextDue: "2026-11-30" })],
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

  it.each([
    ["1", "ArrowDown", "2"],
    ["2", "j", null],
    ["2", "k", "1"],
    ["2", "ArrowRight", "4"],
    ["4", "ArrowLeft", "2"],
    ["3", "ArrowRight", null],
    ["1", "End", "2"],
    ["2", "End", "2"],
    ["4", "Home", "3"],
    ["3", "PageDown", "4"],
    ["4", "PageUp", "3"],
    [null, "j", "1"],
    ["1", "x", null],
  ])("from %s the key %s leads to %s", (from, key, to) => {
    expect(neighbour(start, ["a", "empty", "b"], from, key)).toBe(to);
  });
});

/** A stage's cards as the server keeps them: what a browser reads of it in pages, while others are at work. */
type Server = { a: BoardCard[]; b: BoardCard[] };

const FIRST = 50;
const sorted = (cards: BoardCard[]) =>
  cards.toSorted((x, y) => (`${dueOf(x)} ${x.id}` < `${dueOf(y)} ${y.id}` ? -1 : 1));
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) =>
    boardCard(`c${String(from + at).padStart(5, "0")}`, {
      nextDue: at % 7 === 0 ? null : `2026-12-${10 + (at % 19)}`,
    }),
  );

/** What reading the board gives. `since` names the deals that something happened to. */
function read(server: Server, since: ReadonlySet<string> | null): BoardData {
  const columns = Object.entries(server).map(([stageKey, cards]) => ({ stageKey, cards: sorted(cards) }));
  return {
    today: "2026-11-25",
    cursor: "0",
    columns: columns.map(({ stageKey, cards }) => ({
      stageKey,
      count: cards.length,
      sums: [],
      cards: cards.slice(0, FIRST),
    })),
    changed: since && {
      ids: [...since],
      cards: columns.flatMap(({ stageKey, cards }) =>
        cards.filter(({ id }) => since.has(id)).map((each) => ({ stageKey, card: each })),
      ),
    },
  };
}

/** The board with another page of a stage, as the server gives it; null when there is none. */
function scrolled(shown: BoardData, server: Server, stageKey: "a" | "b"): BoardData | null {
  const column = shown.columns.find((each) => each.stageKey === stageKey);
  const page = column && nextPage(column);
  if (!page) return null;
  const place = `${page.after.due} ${page.after.id}`;
  const more = sorted(server[stageKey]).filter((each) => `${dueOf(each)} ${each.id}` > place);
  return withMore(shown, { stageKey }, page, more.slice(0, page.size));
}

/** The board with everything of both stages, and how many pages that took. */
function toTheEnd(from: BoardData, server: Server): { shown: BoardData; pages: number } {
  let [shown, pages] = [from, 0];
  for (const stageKey of ["a", "b"] as const) {
    for (let next = scrolled(shown, server, stageKey); next; next = scrolled(shown, server, stageKey)) {
      shown = next;
      if (++pages > 100) throw new Error("there is no end to it");
    }
  }
  return { shown, pages };
}

const expectWhole = (shown: BoardData, server: Server) => {
  for (const stageKey of ["a", "b"] as const) {
    expect(ids(shown, stageKey)).toEqual(sorted(server[stageKey]).map(({ id }) => id));
  }
};

describe("a stage with more cards than are loaded", () => {
  it("is read to its end in pages that grow: ten thousand cards in at most 25", () => {
    const server = { a: many(10_000), b: many(3, 20_000) };
    const { shown, pages } = toTheEnd(read(server, null), server);
    expectWhole(shown, server);
    expect(pages).toBeLessThanOrEqual(25);
    expect(hasKept(shown)).toBe(true);
    expect(hasKept(read(server, null))).toBe(false);
  });

  it("misses nothing between its last loaded card and one that was moved to it from elsewhere", () => {
    const server = { a: many(400), b: many(3, 20_000) };
    const late = boardCard("c99999");
    server.b.push(late);
    const moved = afterMove(read(server, null), late.id, "a", 2);
    server.b.pop();
    server.a.push({ ...late, version: 2 });
    expect(ids(moved, "a").at(-1)).toBe(late.id);
    expectWhole(toTheEnd(moved, server).shown, server);
    // Read again before scrolling on: whoever moved it still sees it.
    const one = scrolled(moved, server, "a") ?? moved;
    const again = refreshed(one, read(server, new Set([late.id])));
    expect(ids(again, "a")).toHaveLength(101);
    expect(findCard(again, late.id)?.card.moving).toBeUndefined();
    expectWhole(toTheEnd(again, server).shown, server);
  });

  it("stays whole and without doubles, whatever others do to its deals while it is scrolled through", () => {
    const act = fc.record({
      kind: fc.constantFrom("move", "close", "due", "new", "scroll", "refresh"),
      at: fc.nat(400),
      due: fc.constantFrom(null, "2026-11-30", "2026-12-15", "2026-12-31"),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const server: Server = { a: many(300), b: many(120, 20_000) };
        let shown = read(server, null);
        let happened = new Set<string>();
        const refresh = () => {
          shown = refreshed(shown, read(server, hasKept(shown) ? happened : null));
          happened = new Set();
        };
        let made = 50_000;
        for (const { kind, at, due } of acts) {
          const from = at % 2 ? "a" : "b";
          const deal = server[from][at % server[from].length];
          if (kind === "scroll") shown = scrolled(shown, server, from) ?? shown;
          else if (kind === "refresh") refresh();
          else if (kind === "new") {
            const fresh = boardCard(`c${made++}`, { nextDue: due });
            server[from].push(fresh);
            happened.add(fresh.id);
          } else if (deal) {
            server[from] = server[from].filter((each) => each !== deal);
            const to = from === "a" ? "b" : "a";
            if (kind === "move") server[to].push(deal);
            if (kind === "due") server[from].push({ ...deal, nextDue: due });
            happened.add(deal.id);
          }
        }
        refresh();
        expectWhole(toTheEnd(shown, server).shown, server);
      }),
    );
  });

  it("begins anew where too much happened to tell", () => {
    const server = { a: many(400), b: [] };
    const { shown } = toTheEnd(read(server, null), server);
    expect(ids(shown, "a")).toHaveLength(400);
    expect(ids(refreshed(shown, read(server, null)), "a")).toHaveLength(FIRST);
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
    // Numbers that belong to a name.
    ["Acme, Windows 11", "en", "Acme", "Windows 11", null, null],
    ["Rollout 2026", "en", null, "Rollout 2026", null, null],
    ["Acme, Fase 2", "nl", "Acme", "Fase 2", null, null],
    ["Acme, ISO 9001", "en", "Acme", "ISO 9001", null, null],
    ["Acme, Windows 8.1", "en", "Acme", "Windows 8.1", null, null],
    ["Acme, Pilot (2)", "en", "Acme", "Pilot (2)", null, null],
    ["Acme, Agent 007", "en", "Acme", "Agent 007", null, null],
    ["Acme, Plan 2026-2027", "en", "Acme", "Plan 2026-2027", null, null],
    ["Studio 100", "nl", null, "Studio 100", null, null],
    // Numbers that are money beside such a name.
    ["Acme, Windows 11, 500", "en", "Acme", "Windows 11", 50_000, "EUR"],
    ["Acme, Rollout 2026 12k", "en", "Acme", "Rollout 2026", 1_200_000, "EUR"],
    ["Acme, Windows 11 €500", "en", "Acme", "Windows 11", 50_000, "EUR"],
    ["Acme, Windows 11 500 EUR", "en", "Acme", "Windows 11", 50_000, "EUR"],
    ["Acme, Rollout 2026 € 2026", "nl", "Acme", "Rollout 2026", 202_600, "EUR"],
    ["Acme, Rollout 1,5 mln", "nl", "Acme", "Rollout", 150_000_000, "EUR"],
    ["Acme, Pilot 12.500", "nl", "Acme", "Pilot", 1_250_000, "EUR"],
    ["Acme, Pilot 9.95", "en", "Acme", "Pilot", 995, "EUR"],
    ["Acme, ERP rollout 48000", "en", "Acme", "ERP rollout", 4_800_000, "EUR"],
    ["Acme; Pilot; 750", "nl", null, "Acme; Pilot", 75_000, "EUR"],
    ["Jansen, 12 cameras, 12.5k, next Friday", "en", "Jansen", "12 cameras, next Friday", 1_250_000, "EUR"],
    ["Jansen, 12 camera's, € 1.250,50, vrijdag", "nl", "Jansen", "12 camera's, vrijdag", 125_050, "EUR"],
    ["Jansen, 12k, 14k", "en", "Jansen", "12k", 1_400_000, "EUR"],
    ["Jansen, phase 2, 2026, for the yard", "en", "Jansen", "phase 2, 2026, for the yard", null, null],
    ["Jansen, 48,500, for the yard", "en", "Jansen", "for the yard", 4_850_000, "EUR"],
    ["12k, for the yard", "en", "12k", "for the yard", null, null],
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
    expect(writeFilter(readFilter({ group: "team" }))).toEqual({ group: "team" });
    // The list keeps the lanes for the way back to the board; as a view it has none.
    expect(writeFilter(readFilter({ group: "team", view: "list" }))).toEqual({ group: "team", view: "list" });
    expect(sameView({ group: "team", view: "list" }, { view: "list" })).toBe(true);
    expect(sameView({ group: "team" }, {})).toBe(false);
    // What both the board and the list are filtered by stays when one switches.
    for (const view of ["board", "list"])
      expect(writeFilter(readFilter({ view, team: process, role: process }))).toMatchObject({
        team: process,
        role: process,
      });
  });
});
