import { describe, expect, it } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import { orderOf } from "@/lib/domain/run/decide-turn";
import type { RunEventBody } from "@/lib/domain/run/events";
import { project } from "@/lib/domain/run/project";
import type { Calendar } from "@/lib/domain/timing/calendar";
import { TIMING_CLASSES, timeSteps } from "@/lib/domain/timing/classify";
import { dayOf } from "@/lib/domain/timing/zone";
import { type Act, TIMED, TIMING_LOG, type TimedDeal } from "@/tests/fixtures/timing-log";
import { wordsOf } from "@/tests/support/step-words";
import { closed, done, log, moved, on, opened, waived } from "./run-fixtures";

const office = { workingDays: [1, 2, 3, 4, 5], workingHours: { from: "09:00", to: "17:00" } };
/** Written down here, and not looked up: through the commands they come from where they come from. */
const WHERE: Record<"NL" | "BE", Calendar> = {
  NL: {
    ...{ ...office, timeZone: "Europe/Amsterdam" },
    holidays: new Set(["2026-12-25", "2027-01-01", "2027-03-29", "2027-04-27"]),
  },
  BE: {
    ...{ ...office, timeZone: "Europe/Brussels" },
    holidays: new Set(["2026-11-11", "2026-12-25", "2027-01-01", "2027-03-29"]),
  },
};
const compiled = compile(TIMED);

function eventOf(stage: string, [what, which]: Act): RunEventBody {
  if (what === "move") return moved(stage, which);
  if (what === "close") return closed(which);
  return what === "done" ? done(which) : waived(which);
}

/** What the domain says of the step that a deal is there for. */
function said({ region, opened: [at, first], acts, now, step }: TimedDeal) {
  const calendar = WHERE[region];
  const moment = (instant: string) => on(dayOf(instant, calendar.timeZone), instant);
  let stage = first;
  const events = log(
    [moment(at), opened(first)],
    ...acts.map(([when, ...act]): [ReturnType<typeof moment>, RunEventBody] => {
      const body = eventOf(stage, act);
      if (act[0] === "move") stage = act[1];
      return [moment(when), body];
    }),
  );
  const state = project(events, { v1: orderOf(compiled) });
  const found = timeSteps(compiled, state, calendar, now).find((each) => each.step.key === step);
  if (!found) throw new Error(`no step ${step}`);
  const { timing, due, facts } = found;
  const record = state.steps[step];
  const shown = {
    ...{ timing, from: due?.from?.day ?? null, until: due?.until?.day ?? null },
    status: record?.status ?? ("open" as const),
    doneOn: record?.occurred.day ?? null,
    doneWhile: compiled.stages.find(({ key }) => key === facts.doneWhile)?.name ?? null,
    reason: record?.deviation?.reason ?? null,
  };
  return {
    timing,
    from: due?.from?.at ?? due?.from?.day ?? null,
    until: due?.until?.at ?? due?.until?.day ?? null,
    words: wordsOf(shown, dayOf(now, calendar.timeZone)),
  };
}

describe("the log made by hand", () => {
  it("has a deal of every timing class, of both countries, with its own words", () => {
    expect(new Set(TIMING_LOG.map(({ timing }) => timing))).toEqual(new Set(TIMING_CLASSES));
    expect(new Set(TIMING_LOG.map(({ region }) => region))).toEqual(new Set(["NL", "BE"]));
  });

  it.each(TIMING_LOG.map((deal) => [deal.region, deal.name, deal.timing, deal] as const))(
    "%s: %s is %s",
    (_region, _name, _timing, deal) => {
      const { timing, from, until, words } = deal;
      expect(said(deal)).toEqual({ timing, from, until, words });
    },
  );
});
