import { describe, expect, it } from "vitest";
import { neighbour } from "@/components/deals/board-keys";
import {
  afterMove,
  columnAt,
  findCard,
  hasKept,
  isUnread,
  nextPage,
  refreshed,
  withMore,
  withPending,
} from "@/components/deals/board-state";
import {
  boardOf,
  figuresOf,
  figuresOfLane,
  figuresOfStage,
  nextLanes,
  withLanes,
} from "@/components/deals/lanes-state";
import { LANE_CARDS } from "@/lib/features/deals/input";
import type { LanesData } from "@/lib/features/deals/view";
import { boardCard } from "@/tests/support/board-card";

const column = (stageKey: string, ids: string[], count = ids.length) => ({
  stageKey,
  count,
  sums: [{ currency: "EUR", minor: count * 100 }],
  cards: ids.map((id) => boardCard(id)),
});
const page = (lanes: LanesData["lanes"], rest: LanesData["rest"] = { count: 0, columns: [] }): LanesData => ({
  today: "2026-11-25",
  cursor: "1",
  changed: null,
  lanes,
  rest,
});
const lane = (key: string, ...columns: ReturnType<typeof column>[]) => ({
  key,
  name: key,
  at: `1${key}`,
  columns,
});

// Anna has two stages with cards, Bram one; Cees is read later.
const first = page(
  [lane("anna", column("a", ["1", "2"]), column("b", ["3"])), lane("bram", column("a", ["4"]))],
  {
    count: 1,
    columns: [column("b", [], 7)].map(({ cards: _, ...figures }) => figures),
  },
);
const second = page([lane("cees", column("b", ["5", "6"], 7))]);
const board = boardOf(first);

describe("a board with lanes", () => {
  it("counts a stage over all lanes, those that were not read included", () => {
    expect(figuresOfStage(board, "b")).toEqual({ count: 8, sums: [{ currency: "EUR", minor: 800 }] });
    expect(figuresOfLane(board, "anna").count).toBe(3);
    const whole = withLanes(board, second);
    expect(figuresOf(whole)).toEqual(figuresOf(board));
    expect(nextLanes(board)).toEqual({ at: "1bram", key: "bram" });
    expect(nextLanes(whole)).toBeNull();
    expect(whole.lanes?.all.map(({ key }) => key)).toEqual(["anna", "bram", "cees"]);
  });

  it("reads a lane once, however often it comes", () => {
    const twice = withLanes(withLanes(board, second), second);
    expect(twice).toEqual(withLanes(board, second));
  });

  it("moves a card along its lane, into a stage that the lane had nothing in too", () => {
    const shown = withPending(board, { "4": { to: "b" } });
    expect(findCard(shown, "4")).toMatchObject({ stageKey: "b", lane: "bram", card: { moving: true } });
    expect(figuresOfLane(shown, "bram")).toEqual(figuresOfLane(board, "bram"));
    expect(figuresOfLane(shown, "anna")).toEqual(figuresOfLane(board, "anna"));
    expect(findCard(afterMove(board, "1", "b", 2), "1")).toMatchObject({ stageKey: "b", lane: "anna" });
    expect(figuresOf(afterMove(board, "1", null, 2)).count).toBe(figuresOf(board).count - 1);
  });

  it("goes on in one part of a stage and leaves the others, and keeps that when it is read anew", () => {
    const cell = { stageKey: "a", lane: "anna" };
    const ids = Array.from({ length: LANE_CARDS }, (_, index) => `1${index}`);
    const long = boardOf(
      page([lane("anna", column("a", ids, LANE_CARDS + 2)), lane("bram", column("a", ["4"]))]),
    );
    const next = nextPage(columnAt(long, cell) ?? column("a", []));
    expect(next?.after.id).toBe(ids.at(-1));
    const more = withMore(long, cell, next ?? { size: 50, after: { due: "", id: "" } }, [
      boardCard("20"),
      boardCard("21"),
    ]);
    expect(hasKept(long)).toBe(false);
    expect(hasKept(more)).toBe(true);
    expect(columnAt(more, cell)?.cards).toHaveLength(LANE_CARDS + 2);
    expect(columnAt(more, { stageKey: "a", lane: "bram" })).toEqual(
      columnAt(long, { stageKey: "a", lane: "bram" }),
    );
    const again = refreshed(more, { ...long, changed: { ids: [], cards: [] } });
    expect(columnAt(again, cell)?.cards.map(({ id }) => id)).toEqual([...ids, "20", "21"]);
  });

  it("knows a part of a stage of which only the figures were read", () => {
    const away = boardOf(page([lane("anna", column("a", [], 2))]));
    const cell = { stageKey: "a", lane: "anna" };
    expect(isUnread(columnAt(away, cell) ?? column("a", []))).toBe(true);
    expect(isUnread(column("a", []))).toBe(false);
    expect(nextPage(columnAt(away, cell) ?? column("a", []))).toBeNull();
    // What was seen before it was folded away is not kept, and comes whole when it is opened again.
    const seen = boardOf(page([lane("anna", column("a", ["1", "2"]))]));
    const news = { changed: { ids: [], cards: [] } };
    expect(columnAt(refreshed(seen, { ...away, ...news }), cell)?.cards).toEqual([]);
    expect(columnAt(refreshed(away, { ...seen, ...news }), cell)?.cards).toHaveLength(2);
  });

  it.each([
    ["2", "ArrowDown", "4"],
    ["4", "ArrowUp", "2"],
    ["4", "k", "2"],
    ["4", "ArrowDown", null],
    ["3", "ArrowDown", null],
    ["2", "ArrowRight", "3"],
    ["3", "ArrowLeft", "1"],
    ["4", "ArrowRight", null],
    ["1", "End", "2"],
    ["2", "PageDown", "2"],
    [null, "j", "1"],
  ])("is walked with the keys: from %s by %s to %s", (from, key, to) => {
    expect(neighbour(board, ["a", "b"], from, key, ["anna", "bram"])).toBe(to);
  });

  it("is walked past the lanes that are folded away", () => {
    const whole = withLanes(board, second);
    expect(neighbour(whole, ["a", "b"], "3", "j", ["anna", "bram", "cees"])).toBe("5");
    expect(neighbour(whole, ["a", "b"], "3", "j", ["anna"])).toBeNull();
    expect(neighbour(whole, ["a", "b"], null, "j", ["cees"])).toBe("5");
  });
});
