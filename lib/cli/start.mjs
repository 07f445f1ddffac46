import fs from "node:fs";
import { dataPath, loadEnv, requireNode } from "./env.mjs";
import { explain } from "./explain.mjs";
import { install, isInstalled } from "./install.mjs";
import { exclusively, joinUsers, listUsers } from "./lock.mjs";
import { choosePort } from "./port.mjs";
import { endProcess, endRunning, isAlive } from "./process.mjs";
import { say, seconds, sinceStart, step } from "./steps.mjs";

// npm start: from a bare clone to a page in the browser. npm run dev: the same database, Next's development server.
// Only what runs before `npm ci` is imported above; the rest follows once node_modules is there.

requireNode();
loadEnv();
const dev = process.argv.includes("--dev");
const servers = dataPath("servers");
const state = { web: undefined, database: undefined, user: undefined, stopping: false };

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));

try {
  const { address, people } = await exclusively(dataPath("start.lock"), prepareAndServe, {
    waiting: (pid) => say(`  … waiting for another start in this folder (process ${pid})`),
  });
  say();
  say(`Koers is ready after ${seconds(sinceStart())}: ${address}`);
  if (people.length > 0) {
    const { DEMO_PASSWORD } = await import("./demo.mjs");
    say(`Sign in to the demo with password "${DEMO_PASSWORD}":`);
    const width = Math.max(...people.map((person) => person.email.length));
    for (const { email, role, organization } of people)
      say(`  ${email.padEnd(width)}  ${role}, ${organization}`);
  }
  say("Ctrl-C stops it.");
  const how = await state.web.gone;
  if (!state.stopping) {
    say(`The web server ended (${how}).`);
    await stop(1);
  }
} catch (error) {
  if (!state.stopping) {
    say();
    console.error(explain(error));
    if (process.env.KOERS_DEBUG) console.error(error);
    await stop(1);
  }
}

/** Everything two starts in one folder must not do at the same time. */
async function prepareAndServe() {
  say(dev ? "Starting Koers for development" : "Starting Koers");
  await clearAway();
  if (!isInstalled()) await step("installing packages (a minute the first time)", install);
  const { ownerUrl, urls, authSecret, people } = await prepareData();
  const { build, currentBuild, generateClient, isClientStale } = await import("./build.mjs");
  if (isClientStale()) await step("generating the database client", generateClient);
  const demo = await fillDemo(ownerUrl, urls);
  await catchUp(ownerUrl, urls);
  const target = currentBuild();
  if (!dev && target.stale) {
    const inUse = listUsers(servers).living.map((entry) => entry.build);
    await step("building", () => build(target.folder, inUse));
  }
  const address = await step("starting the web server", async (note) => {
    const host = process.env.KOERS_HOST ?? "127.0.0.1";
    const port = await choosePort(process.env.PORT, { host });
    if (port !== 3000 && !process.env.PORT) note(`port 3000 is taken, using ${port}`);
    await serve({ port, host, urls, authSecret, build: dev ? undefined : target.folder });
    return process.env.NEXTAUTH_URL ?? `http://localhost:${port}`;
  });
  return { address, people: demo ? people : [] };
}

/** What killed launchers left: their web servers would keep ports and database connections. */
async function clearAway() {
  for (const entry of listUsers(servers).gone) {
    if (entry.web && isAlive(entry.web)) {
      await step("stopping a web server that an earlier start left behind", () =>
        endProcess(entry.web, { group: true }),
      );
    }
    fs.rmSync(entry.file, { force: true });
  }
}

async function prepareData() {
  const { ensureDatabase, prepareDatabase } = await import("./database.mjs");
  const { roleUrls } = await import("./roles.mjs");
  const { derive, installationSecret } = await import("./secret.mjs");
  const { demoPeople } = await import("./demo.mjs");
  const secret = installationSecret();
  const own = process.env.DATABASE_URL;
  const ownerUrl = own ?? (await step("starting the database", startEmbedded));
  await step("bringing the database up to date", async (note) => {
    const applied = await prepareDatabase(ownerUrl, { secret, embedded: !own });
    note(
      applied.length === 0
        ? "nothing to do"
        : `${applied.length} migration${applied.length === 1 ? "" : "s"}`,
    );
  });
  const urls = roleUrls(ownerUrl, secret, process.env.KOERS_POOL_URL);
  return { ownerUrl, urls, authSecret: derive(secret, "next-auth"), people: demoPeople() };

  async function startEmbedded(note) {
    const { joinPostgres } = await import("./postgres.mjs");
    state.database = joinPostgres("pg");
    const server = await state.database;
    if (server.reused) note("already running");
    return ensureDatabase(server.url, "koers");
  }
}

/** Gives whether the demo is in the database. */
async function fillDemo(ownerUrl, urls) {
  const { demoNote, hasDemo, loadDemo, wantsDemo } = await import("./demo.mjs");
  const { withClient } = await import("./database.mjs");
  if (!hasDemo() || !wantsDemo(ownerUrl)) return false;
  const note = await withClient(ownerUrl, demoNote);
  if (!note.loaded) {
    await step("loading the demo", () => loadDemo(urls));
    note.mark();
  }
  return true;
}

/** After a migration, what is derived from events may be missing rows that a later program keeps. */
async function catchUp(ownerUrl, urls) {
  const { completeDerived, derivedNote } = await import("./catch-up.mjs");
  const { withClient } = await import("./database.mjs");
  const note = await withClient(ownerUrl, derivedNote);
  if (note.done) return;
  await step("completing what is derived from events", async (remark) => {
    const runs = await completeDerived(urls);
    remark(runs === 0 ? "nothing to do" : `${runs} runs`);
  });
  note.mark();
}

async function serve({ port, host, urls, authSecret, build }) {
  const { startWeb, waitForHealth, webEnvironment } = await import("./web.mjs");
  const env = webEnvironment({ port, host, urls, authSecret, mode: build ? "production" : "development" });
  state.user = joinUsers(servers, { build });
  state.web = startWeb({ env, build });
  state.user.update({ web: { pid: state.web.pid, birth: state.web.birth }, port });
  await waitForHealth(state.web, port, host);
}

/** Ends what this start began, in order: web server, then the database when nobody else uses it. */
async function stop(code) {
  if (state.stopping) return;
  state.stopping = true;
  endRunning();
  try {
    if (state.web) {
      const { stopWeb } = await import("./web.mjs");
      await stopWeb(state.web);
    }
    state.user?.leave();
    const server = await state.database?.catch(() => undefined); // also when Ctrl-C came while it was starting
    await server?.leave();
    if (code === 0) say("Stopped.");
  } catch (error) {
    console.error(explain(error));
  }
  process.exit(code);
}
