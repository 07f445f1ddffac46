import os from "node:os";
import { options } from "./bench/options.mjs";
import { dataPath, loadEnv, requireNode } from "./env.mjs";
import { explain, Refusal } from "./explain.mjs";
import { install, isInstalled } from "./install.mjs";
import { exclusively } from "./lock.mjs";
import { endRunning } from "./process.mjs";
import { say, seconds, sinceStart, step } from "./steps.mjs";

// npm run bench: how fast the product is, as a ratio to bare routes on the same database in the same minutes. Absolute
// times depend on the machine and on what else it does; the ratios are what to compare between two checkouts.

requireNode();
loadEnv();
// A million deals are filled in half an hour.
const LONGEST_MS = 90 * 60_000;
const closers = [];
let ending = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => finish(1));
setTimeout(() => {
  console.error("The bench took more than 90 minutes and was stopped. Ask for fewer deals or seconds.");
  finish(1);
}, LONGEST_MS).unref();

try {
  const asked = options(process.argv.slice(2));
  const waiting = (pid) => say(`  … waiting for another bench in this folder (process ${pid})`);
  const exact = await exclusively(dataPath("bench.lock"), () => bench(asked), { waiting });
  if (!exact) throw new Refusal("What was written does not add up; see the lines marked ✗.");
  await finish(0);
} catch (error) {
  if (!ending) {
    say();
    console.error(explain(error));
    if (process.env.KOERS_DEBUG) console.error(error);
    await finish(1);
  }
}

/** Gives whether everything that was written adds up. */
async function bench({ sizes, seconds: long, rounds }) {
  say(
    `Measuring: ${os.cpus().length} cores, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}`,
  );
  await exclusively(dataPath("start.lock"), prepare);
  const { openBenchDatabase } = await import("./bench/database.mjs");
  const { openServers } = await import("./bench/servers.mjs");
  const { importTs } = await import("./run-ts.mjs");
  const opening = openBenchDatabase();
  keep(async () => (await opening).close()); // also when it is stopped while it opens
  const database = await step("starting a database", () => opening);
  const addresses = await openServers(database, keep);
  Object.assign(process.env, database.urls);
  const { makeWorld } = await importTs("lib/cli/bench/world.ts");
  const results = [];
  let exact = true;
  for (const deals of sizes) {
    const result = await measureSize({ database, addresses, makeWorld, deals, long, rounds });
    exact &&= result.exact;
    results.push(result);
  }
  const { printGrowth } = await import("./bench/report.mjs");
  printGrowth(results);
  return exact;
}

async function prepare() {
  if (!isInstalled()) await step("installing packages (a minute the first time)", install);
  const { generateClient, isClientStale } = await import("./build.mjs");
  if (isClientStale()) await step("generating the database client", generateClient);
}

async function measureSize({ database, addresses, makeWorld, deals, long, rounds }) {
  const { compare } = await import("./bench/client.mjs");
  const { fill } = await import("./bench/fill.mjs");
  const { printExact, printSize } = await import("./bench/report.mjs");
  const { groundOf, scenarios } = await import("./bench/scenarios.mjs");
  const { contend } = await import("./bench/writers.mjs");
  const { ownerUrl } = database;
  const world = await makeWorld({ name: `Bench ${deals}` });
  await step(`filling an organisation with ${deals.toLocaleString("en")} deals`, () =>
    fill(ownerUrl, world, deals),
  );
  const ground = await groundOf(ownerUrl, world);
  const measured = new Map();
  for (const scenario of scenarios(world, ground)) {
    const work = () => compare(addresses, scenario, { seconds: long, rounds });
    measured.set(scenario.name, await step(`measuring: ${scenario.name}`, work));
  }
  const writers = { address: addresses.product, ownerUrl, world, ground };
  const outcome = await step("letting 8 writers at the same deals", () => contend(writers));
  printSize(deals, measured);
  return { deals, measured, exact: printExact(outcome) };
}

function keep(close) {
  closers.push(close);
}

/** Ends what was begun, last first: servers, then their database. */
async function finish(code) {
  if (ending) return;
  ending = true;
  endRunning();
  for (const close of closers.reverse()) await close().catch((error) => console.error(explain(error)));
  say();
  say(`${code === 0 ? "Done" : "Stopped"} after ${seconds(sinceStart())}.`);
  process.exit(code);
}
