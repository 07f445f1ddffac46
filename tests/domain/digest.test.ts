import { describe, expect, it } from "vitest";
import { digestOf, isMorning } from "@/lib/domain/digest/digest";

const task = (title: string, timing: "late" | "today" | "ahead" | "open") => ({
  title,
  timing,
  due: null,
  place: "Haventec",
});
const nothing = { calls: [], tasks: [], promises: [], steps: [], unread: 0 };

describe("a digest", () => {
  it("is none when there is nothing to say, whatever is to come", () => {
    expect(digestOf(nothing)).toBeNull();
    expect(
      digestOf({
        ...nothing,
        tasks: [task("a", "ahead"), task("b", "open")],
        promises: [task("c", "ahead")],
      }),
    ).toBeNull();
  });

  it("holds what is late, what is due today, what was promised by now and how much is unread", () => {
    const digest = digestOf({
      calls: [],
      tasks: [task("late task", "late"), task("today task", "today"), task("later", "ahead")],
      promises: [task("late promise", "late"), task("promise", "today"), task("later promise", "ahead")],
      steps: [
        { title: "late step", place: "Crane", late: true },
        { title: "step", place: "Crane", late: false },
      ],
      unread: 3,
    });
    const titles = (part: { lines: readonly { title: string }[] } | undefined) =>
      part?.lines.map(({ title }) => title);
    expect([titles(digest?.late), titles(digest?.today), titles(digest?.promised), digest?.unread]).toEqual([
      ["late step", "late task"],
      ["step", "today task"],
      ["late promise", "promise"],
      3,
    ]);
  });

  it("names the talks of today with their moment, and apart from them those of which nothing was said", () => {
    const at = "2026-11-26T09:30:00.000Z";
    const call = (title: string, over: boolean) => ({ title, place: "Haventec", at, over });
    const digest = digestOf({ ...nothing, calls: [call("past", true), call("to come", false)] });
    expect(digest?.calls.lines).toEqual([{ title: "to come", place: "Haventec", at }]);
    expect(digest?.asked.lines).toEqual([{ title: "past", place: "Haventec" }]);
  });

  it("says how many it leaves out", () => {
    const tasks = Array.from({ length: 13 }, (_, n) => task(`${n}`, "late"));
    expect(digestOf({ ...nothing, tasks })?.late).toMatchObject({ more: 3, lines: { length: 10 } });
  });

  it("is about the unread alone when that is all", () => {
    expect(digestOf({ ...nothing, unread: 1 })).toMatchObject({ unread: 1, late: { lines: [] } });
  });

  it.each([
    [539, false],
    [540, true],
    [719, true],
    [720, false],
  ])("comes at minute %i: %s, where work begins at nine", (minutes, comes) => {
    expect(isMorning(minutes, 540)).toBe(comes);
  });
});
