import { afterAll, beforeAll, expect, it } from "vitest";
import { dealsRead } from "@/lib/features/deals/queries";
import { VERBS } from "@/lib/features/registry";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { type Act, TIMED, TIMING_LOG, type TimedDeal } from "@/tests/fixtures/timing-log";
import { publishedProcess } from "@/tests/support/process";
import { wordsOf } from "@/tests/support/step-words";
import { newWorld, type OrgWorld } from "@/tests/support/world";

/* The log made by hand, through the commands: each act at its own moment, by the holidays that are looked up. */

const WHERE = {
  NL: { timeZone: "Europe/Amsterdam", holidayRegion: "NL" },
  BE: { timeZone: "Europe/Brussels", holidayRegion: "BE" },
};
const places = {} as Record<"NL" | "BE", { world: OrgWorld; processId: string }>;

beforeAll(async () => {
  for (const region of ["NL", "BE"] as const) {
    const world = await newWorld(region);
    const orgId = world.org.id;
    await withNewTenant(orgId, (tx) => tx.organization.update({ where: { id: orgId }, data: WHERE[region] }));
    places[region] = { world, processId: (await publishedProcess(orgId, { document: TIMED })).id };
  }
});
afterAll(closePools);

const COMMAND: Record<Act[0], (which: string) => [verb: string, input: object]> = {
  move: (to) => ["deal.move", { to }],
  done: (stepKey) => ["deal.complete-step", { stepKey }],
  waive: (stepKey) => ["deal.waive-step", { stepKey, deviation: { reason: "not-relevant", note: null } }],
  close: (outcome) => ["deal.close", { outcome }],
};

/** Makes the deal of a row by commands, and gives what its page and its waiting steps say at the row's moment. */
async function told({ region, name, opened: [at, stageKey], acts, now, step }: TimedDeal) {
  const { world, processId } = places[region];
  const id = newId();
  const must = async (verb: string, input: object, when: string) => {
    const done = await execute(VERBS.get(verb) as Command, world.rep.caller, input, { now: new Date(when) });
    if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done.refusal)}`);
  };
  await must("deal.create", { id, processId, title: name, stageKey }, at);
  for (const [index, [when, what, which]] of acts.entries()) {
    const [verb, input] = COMMAND[what](which);
    await must(verb, { id, version: index + 1, ...input }, when);
  }
  const page = await read(dealsRead, world.rep.caller, { id }, { now: new Date(now) });
  if (!page.ok) throw new Error(page.refusal.code);
  const { stages, today } = page.value;
  const found = stages.flatMap(({ steps }) => steps).find(({ key }) => key === step);
  if (!found) throw new Error(`no step ${step}`);
  const waiting = await withNewTenant(world.org.id, (tx) =>
    tx.dueStep.findFirst({ where: { runId: id, stepKey: step }, select: { dueOn: true, dueAt: true } }),
  );
  const { timing, from, until } = found;
  return { timing, from, until, words: wordsOf(found, today), waiting };
}

const OPEN = new Set(["not-due", "due-soon", "overdue"]);
const dayOf = (bound: string | null, local: string | null) => (bound && bound.length > 10 ? local : bound);

it.each(TIMING_LOG.map((deal) => [deal.region, deal.name, deal.timing, deal] as const))(
  "%s: %s is %s",
  async (_region, _name, _timing, deal) => {
    const { timing, from, until, words, acts } = deal;
    const got = await told(deal);
    const { waiting, ...shown } = got;
    // A page shows days; the moment is kept with what waits.
    expect(shown).toEqual({ timing, from, until: dayOf(until, got.until), words });
    if (until && until.length > 10) expect(got.until).toBe(until.slice(0, 10));
    const ended = acts.some(([, what]) => what === "close");
    if (!OPEN.has(timing) || ended || (!from && !until)) return expect(waiting).toBe(null);
    expect(waiting?.dueOn?.toISOString().slice(0, 10)).toBe(until?.slice(0, 10));
    expect(waiting?.dueAt?.toISOString() ?? null).toBe(until && until.length > 10 ? until : null);
  },
);
