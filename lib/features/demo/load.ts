import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import { addDays, type Day } from "@/lib/domain/shared/day";
import { isWorkingDay } from "@/lib/domain/timing/calendar";
import { createFromTemplate, editDraft, publishVersion, startDraft } from "@/lib/features/processes/commands";
import { openDeals, writeActivities } from "@/lib/features/runs/open";
import { hashPassword } from "@/lib/platform/auth/password";
import { calendarOf } from "@/lib/platform/calendar";
import type { Caller, Ctx } from "@/lib/platform/context";
import { dayIn } from "@/lib/platform/day-in";
import { withTenant } from "@/lib/platform/db/tenant";
import { execute } from "@/lib/platform/execute";
import type { Command, Result } from "@/lib/platform/verb";
import { type CallScript, scriptOf } from "./call-scripts";
import { type DemoHome, membersOf } from "./home";
import { demoId } from "./ids";
import { type Habit, travel } from "./journey";
import { fillDiaries, openCallsOf } from "./load-calls";
import { seeded } from "./random";
import { linkEdits } from "./registers";
import {
  existingRuns,
  finish,
  foundHome,
  isLoaded,
  makeColleagues,
  makeUsers,
  versionsOfProcess,
} from "./store";
import { companyName, DEMO_WORLDS, type DemoProcess, type DemoWorld } from "./worlds";

const PASSWORD = "koers-demo";
const MONTHS = 24;
const CHUNK = 100;
const MS_PER_DAY = 86_400_000;
/** Version 2 of a process came this many days before today. */
const SECOND_VERSION_AGE = 240;

/**
 * Loads the demo: two organisations with 24 months of deals, the same for the same day. Every part has an id of its
 * own, so a load that was killed goes on where it stopped, and a second load changes nothing.
 */
export async function loadDemo({ now }: { now: Date }): Promise<void> {
  let passwordHash: string | undefined;
  for (const world of DEMO_WORLDS) {
    if (await isLoaded(world.slug)) continue;
    passwordHash ??= await hashPassword(PASSWORD);
    await makeUsers(world, passwordHash);
    await makeColleagues(world, passwordHash);
    const { slug, name } = world;
    const members = membersOf(world);
    await loadHome(
      { world, orgId: demoId("org", slug), slug, name, members, exampleOf: null, share: 1 },
      now,
    );
  }
}

/**
 * Fills an organisation with a world: its people and companies, its processes, and the deals that went through them. False,
 * and nothing is filled, when it would be the second example of a person.
 */
export async function loadHome(home: DemoHome, now: Date): Promise<boolean> {
  if (!(await foundHome(home, now))) return false;
  const script = scriptOf(home.world.slug);
  const [callProcess = null] = script ? await publishHistory(home, scriptProcess(script), now) : [];
  for (const process of home.world.processes) await loadProcess(home, process, callProcess, now);
  await finish(home);
  return true;
}

const callerOf = ({ orgId, world }: DemoHome): Caller => ({
  kind: "job",
  orgId,
  actorId: demoId(world.slug, "member", world.manager),
  as: "demo",
});

/** The process of calls as it is published: one version, as its template has it. */
const scriptProcess = ({ templateKey }: CallScript) => ({
  ...{ templateKey, before: null, after: [] },
  ...{ why: "", hypothesis: null },
});

async function loadProcess(
  home: DemoHome,
  process: DemoProcess,
  callProcess: Published | null,
  now: Date,
): Promise<void> {
  const { world, orgId } = home;
  const versions = await publishHistory(home, process, now);
  const caller = callerOf(home);
  const today = dayIn(world.timeZone, now);
  const days = startDays(home, process, today);
  for (let from = 0; from < days.length; from += CHUNK) {
    await withTenant(
      caller,
      now,
      async (tx, entered) => {
        const ctx: Ctx = { ...entered, reach: "all" };
        const chunk = days.slice(from, from + CHUNK).map((day, at) => ({ day, index: from + at }));
        const there = await existingRuns(
          tx,
          orgId,
          chunk.map(({ index }) => demoId(world.slug, process.templateKey, "deal", index)),
        );
        const deals = chunk
          .map(({ day, index }) => madeDeal(world, process, versions, ctx, { day, index }))
          .filter(({ deal }) => !there.has(deal.id));
        await openDeals(
          tx,
          ctx,
          deals.map(({ deal }) => deal),
          new Map(versions.map(({ id, compiled }) => [id, compiled])),
        );
        const learned = await openCallsOf(tx, ctx, world, { process, callProcess, versions }, deals);
        const activities = deals.flatMap((deal) => deal.activities);
        await writeActivities(
          tx,
          ctx,
          activities.map((activity) => ({ ...activity, note: learned.get(activity.id) ?? activity.note })),
        );
      },
      { timeoutMs: 120_000 },
    );
  }
  if (scriptOf(world.slug)?.about === process.templateKey)
    await withTenant(caller, now, (tx, entered) =>
      fillDiaries(tx, { ...entered, reach: "all" }, world, { callProcess, versions }),
    );
}

/** The working days on which a deal of this process began, several times for several deals. */
function startDays({ world, share }: DemoHome, process: DemoProcess, today: Day): Day[] {
  const random = seeded(world.seed + process.templateKey.length);
  const region = {
    timeZone: world.timeZone,
    holidayRegion: world.holidayRegion,
    workingDays: [1, 2, 3, 4, 5],
    workFrom: "09:00",
    workUntil: "17:00",
  };
  const calendar = calendarOf(region);
  const days: Day[] = [];
  const span = Math.round(MONTHS * 30.44);
  for (let day = addDays(today, -span); day < today; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    let left = process.perDay * share;
    while (random.chance(Math.min(1, left))) {
      days.push(day);
      left -= 1;
    }
  }
  return days;
}

type Published = { id: string; compiled: CompiledVersion; from: Day };

function madeDeal(
  world: DemoWorld,
  process: DemoProcess,
  versions: Published[],
  ctx: Ctx,
  { day, index }: { day: Day; index: number },
) {
  const random = seeded(world.seed * 31 + index * 7919 + process.templateKey.length);
  const rep = random.pick(process.reps);
  const version = versions.findLast(({ from }) => from <= day) ?? versions[0];
  if (!version) throw new Error("the demo's process was not published");
  const company = companyName(random.whole(0, 119));
  const product = random.pick(world.products);
  const id = demoId(world.slug, process.templateKey, "deal", index);
  const amount = Math.round(random.around(process.amount, 0.6) / 50) * 50;
  const planned = version.compiled.stages.reduce((sum, stage) => sum + (stage.plannedDays ?? 10), 0);
  const fields = {
    title: product,
    owner: demoId(world.slug, "member", rep),
    company: demoId(world.slug, "company", company),
    product: demoId(world.slug, "product", product),
    amount: { minor: amount * 100, currency: "EUR" },
    expectedClose: addDays(day, Math.round(planned * (0.7 + random.next() * 0.6))),
    segment: random.pick(world.segments),
  };
  let made = 0;
  const walk = {
    version: version.compiled,
    calendar: calendarOf(ctx.org),
    random,
    habit: habitOf(process, rep),
    survival: process.survival,
    today: ctx.today,
    language: world.languages[0] ?? "en",
    actorId: fields.owner,
    newId: () => demoId(id, "activity", made++),
  };
  const { events, activities } = travel(walk, day, fields, version.id);
  const [opened, ...rest] = events.map((event) => ({ ...event, actorId: fields.owner }));
  if (!opened) throw new Error("a journey has a beginning");
  return {
    deal: {
      id,
      processId: demoId(world.slug, "process", process.templateKey),
      events: [opened, ...rest] as const,
    },
    activities: activities.map((activity) => ({ ...activity, runId: id })),
  };
}

/** The further down the list of reps, the less by the book and the slower. */
function habitOf({ reps }: DemoProcess, rep: string): Habit {
  const place = reps.indexOf(rep) / Math.max(1, reps.length - 1);
  return { discipline: 0.88 - place * 0.3, pace: 0.9 + place * 0.3 };
}

/** Publishes the process as it went: version 1 at the start, version 2 later where there is one. */
async function publishHistory(
  home: DemoHome,
  process: Pick<DemoProcess, "templateKey" | "before" | "after" | "why" | "hypothesis">,
  now: Date,
): Promise<Published[]> {
  const { world } = home;
  const caller = callerOf(home);
  const processId = demoId(world.slug, "process", process.templateKey);
  const start = new Date(now.getTime() - (MONTHS * 30.44 + 7) * MS_PER_DAY);
  const second = new Date(now.getTime() - SECOND_VERSION_AGE * MS_PER_DAY);
  const versions = () => withTenant(caller, now, (tx, { org }) => versionsOfProcess(tx, org.id, processId));
  const done = async <S extends Command["input"], O>(verb: Command<S, O>, input: unknown, at: Date) =>
    must(await execute(verb, caller, input, { now: at }));

  if (!(await versions()).length)
    await done(createFromTemplate, { id: processId, templateKey: process.templateKey }, start);
  const publish = async (at: Date, edits: DemoProcess["before"], more: object) => {
    const draft = (await versions()).find(({ status }) => status === "draft");
    if (!draft) return;
    let { revision } = draft;
    if (edits?.length)
      revision = (await done(editDraft, { processId, versionId: draft.id, revision, edits }, at)).revision;
    await done(publishVersion, { processId, versionId: draft.id, revision, ...more }, at);
  };
  if (!(await versions()).some(({ number }) => number === 1)) {
    const links = linkEdits(world.slug, process.templateKey);
    await publish(start, [...(process.before ?? []), ...links], {});
  }
  if (process.before && !(await versions()).some(({ number }) => number === 2)) {
    if (!(await versions()).some(({ status }) => status === "draft")) {
      await done(startDraft, { id: demoId(world.slug, "draft", process.templateKey), processId }, second);
    }
    await publish(second, process.after, { why: process.why, hypothesis: process.hypothesis });
  }
  return (await versions()).flatMap(({ id, compiled, publishedAt }) =>
    compiled && publishedAt
      ? [{ id, compiled: compiled as unknown as CompiledVersion, from: dayIn(world.timeZone, publishedAt) }]
      : [],
  );
}

function must<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`the demo could not be loaded: ${result.refusal.code} ${JSON.stringify(result.refusal)}`);
  return result.value;
}
