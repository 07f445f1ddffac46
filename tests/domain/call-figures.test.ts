import { describe, expect, it } from "vitest";
import { type CallFact, callFigures } from "@/lib/domain/calls/figures";
import { byId } from "@/lib/domain/registers/merge";
import type { RegisterEntry } from "@/lib/domain/registers/types";

const entry = (id: string, kind: RegisterEntry["kind"], mergedInto: string | null = null) =>
  ({ id, kind, name: { en: id }, note: "", archived: false, mergedInto }) as RegisterEntry;
const ENTRIES = byId([
  entry("dear", "objection"),
  entry("price", "objection", "dear"),
  entry("later", "objection"),
  entry("weeks", "message"),
  entry("sum", "message"),
]);
let made = 0;
const fact = (more: Partial<CallFact> = {}): CallFact => ({
  id: `call-${++made}`,
  standing: "held",
  result: "yes",
  objections: [],
  messages: [],
  heard: [],
  ...more,
});
const figures = (...facts: CallFact[]) => callFigures(facts, ENTRIES);

describe("figures of calls", () => {
  it("tell apart what is to come, what nobody spoke of, what was held and what was not", () => {
    const all = (["ahead", "now", "ask", "held", "cancelled"] as const).map((standing) =>
      fact({ standing, result: standing === "held" ? "no" : null }),
    );
    const [ahead, now, ask, held, cancelled] = all.map(({ id }) => id);
    expect(figures(...all)).toMatchObject({
      ahead: [ahead, now],
      asked: [ask],
      held: [held],
      notHeld: [cancelled],
      results: { yes: [], partly: [], no: [held] },
    });
  });

  it("count each message with how its calls went, the most used first, and only where the call was held", () => {
    const one = fact({ messages: ["weeks"], result: "partly" });
    const two = fact({ messages: ["sum", "weeks"] });
    const { messages } = figures(one, two, fact({ messages: ["sum"], standing: "cancelled", result: "yes" }));
    expect(messages).toMatchObject([
      {
        entry: { id: "weeks" },
        calls: [one.id, two.id],
        results: { yes: [two.id], partly: [one.id], no: [] },
      },
      { entry: { id: "sum" }, calls: [two.id], results: { yes: [two.id] } },
    ]);
  });

  it("count objections that came up beside those that were expected, with what was prepared where they came up", () => {
    const both = fact({ objections: ["dear"], heard: ["dear"], messages: ["weeks"], result: "no" });
    const surprise = fact({ heard: ["later"], messages: ["sum"] });
    const spared = fact({ objections: ["dear", "later"], messages: ["weeks"] });
    expect(figures(both, surprise, spared).objections).toMatchObject([
      {
        entry: { id: "dear" },
        heard: [both.id],
        expected: [both.id, spared.id],
        answers: [{ entry: { id: "weeks" }, calls: [both.id], results: { no: [both.id] } }],
      },
      {
        entry: { id: "later" },
        heard: [surprise.id],
        expected: [spared.id],
        answers: [{ entry: { id: "sum" } }],
      },
    ]);
  });

  it("count what was merged under what it became, a call once, and pass over what is gone", () => {
    const one = fact({ heard: ["dear", "price", "gone"] });
    expect(figures(one).objections).toMatchObject([{ entry: { id: "dear" }, heard: [one.id] }]);
  });

  it("are empty of nothing", () => {
    expect(figures()).toMatchObject({ held: [], messages: [], objections: [], results: { yes: [] } });
  });
});
