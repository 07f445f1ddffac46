import { spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { dataPath } from "./env.mjs";
import { isDiskFull, Refusal } from "./explain.mjs";
import { exclusively, joinUsers, listUsers } from "./lock.mjs";
import { answers, freePort } from "./port.mjs";
import { findBinaries, unprivileged } from "./postgres-binaries.mjs";
import { birthOf, isAlive, pause } from "./process.mjs";

const OWNER = "postgres";

/**
 * Joins the users of the embedded Postgres whose cluster is `.data/<name>`, starting it when nobody has.
 * Gives `{ url, reused, leave }`: the owner's address of database `postgres`, and the way to leave; the last user to
 * leave stops the server. Processes that were killed no longer count.
 */
export async function joinPostgres(name, { settings = {}, waiting } = {}) {
  const cluster = clusterAt(name);
  return exclusively(
    cluster.lock,
    async () => {
      const was = await settle(cluster);
      const port = was?.port ?? (await start(cluster, settings));
      const user = joinUsers(cluster.users);
      const leave = async () => {
        await exclusively(cluster.lock, async () => {
          user.leave();
          const { living, gone } = listUsers(cluster.users);
          for (const entry of gone) fs.rmSync(entry.file, { force: true });
          if (living.length === 0) await stop(cluster);
        });
      };
      return { url: addressOf(cluster, port), reused: Boolean(was), leave };
    },
    { waiting },
  );
}

function clusterAt(name) {
  return {
    folder: dataPath(name),
    pidFile: path.join(dataPath(name), "postmaster.pid"),
    passwordFile: dataPath(`${name}.password`),
    processFile: dataPath(`${name}.process.json`),
    log: dataPath(`${name}.log`),
    lock: dataPath(`${name}.lock`),
    users: dataPath(`${name}.users`),
  };
}

function addressOf(cluster, port) {
  const password = fs.readFileSync(cluster.passwordFile, "utf8").trim();
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/postgres`;
}

/** What postmaster.pid says: undefined when there is none or it is unreadable. */
function readPidFile(cluster) {
  let lines;
  try {
    lines = fs.readFileSync(cluster.pidFile, "utf8").split("\n");
  } catch {
    return undefined;
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: (lines[7] ?? "").startsWith("ready") };
}

/**
 * The running server of this cluster, once it is ready; undefined when it is not running.
 * A pid file left behind would keep Postgres from starting when its number now belongs to another program (a reboot, a
 * container) or to a zombie: it is removed, which is safe because we kept the birth of the process that we had started,
 * and because Postgres still refuses while processes of the old server hold its shared memory.
 */
async function settle(cluster) {
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(25)) {
    const told = readPidFile(cluster);
    if (!told) return undefined;
    if (birthOf(told.pid) === undefined || !isOurs(cluster, told.pid)) {
      fs.rmSync(cluster.pidFile, { force: true });
      return undefined;
    }
    if (told.ready && (await answers(told.port))) return told;
  }
  throw new Refusal(`The embedded database is running but does not get ready; see ${cluster.log}.`);
}

function isOurs(cluster, pid) {
  try {
    const kept = JSON.parse(fs.readFileSync(cluster.processFile, "utf8"));
    if (kept.pid === pid) return isAlive(kept);
  } catch {
    // no note was kept: fall through to what the system says
  }
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
  } catch {
    return true;
  }
}

async function start(cluster, settings) {
  const programs = findBinaries();
  const as = unprivileged(programs.postgres);
  if (!holdsData(cluster)) initialise(cluster, programs, as);
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(cluster, programs, as, settings);
    } catch (error) {
      // another program may have taken the port between our choice and its use
      if (attempt === 3 || !/could not bind/.test(error.message)) throw error;
    }
  }
}

/** Whether the folder holds a cluster that this Postgres can open. A folder without PG_VERSION never held data. */
function holdsData(cluster) {
  const file = path.join(cluster.folder, "PG_VERSION");
  if (!fs.existsSync(file) || !fs.existsSync(cluster.passwordFile)) {
    if (fs.existsSync(file)) {
      throw new Refusal(
        `${cluster.folder} holds a database but ${path.basename(cluster.passwordFile)} beside it is gone. Put it back, or move ${path.basename(cluster.folder)} away to begin with an empty database.`,
      );
    }
    return false;
  }
  const has = fs.readFileSync(file, "utf8").trim();
  if (has === major()) return true;
  throw new Refusal(
    `The database in ${cluster.folder} was made by Postgres ${has}; this checkout brings Postgres ${major()}. Move that folder away to begin with an empty database, or open it with an older checkout and export first.`,
  );
}

function major() {
  const { stdout } = spawnSync(findBinaries().postgres, ["--version"], { encoding: "utf8" });
  return stdout.match(/(\d+)[.\w]/)?.[1] ?? "";
}

/**
 * Makes an empty cluster next to its final place and renames it when it is whole, so that a killed initdb
 * leaves nothing that looks like a database.
 */
function initialise(cluster, programs, as) {
  fs.rmSync(cluster.folder, { recursive: true, force: true });
  const half = `${cluster.folder}.half`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.mkdirSync(half, { mode: 0o700 });
  as.own(half);
  const password = crypto.randomBytes(18).toString("base64url");
  fs.writeFileSync(cluster.passwordFile, `${password}\n`, { mode: 0o600 });
  const handed = path.join(os.tmpdir(), `koers-${crypto.randomUUID()}`);
  fs.writeFileSync(handed, `${password}\n`, { mode: 0o600 });
  as.own(handed);
  try {
    const [command, args, options] = as.wrap(programs.initdb, [
      ...["-D", half, "-U", OWNER, "-A", "scram-sha-256", `--pwfile=${handed}`, "-E", "UTF8"],
      ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
    ]);
    const { status, stderr, error } = spawnSync(command, args, { ...options, encoding: "utf8" });
    if (status !== 0) throw failure(stderr || String(error), "The embedded database could not be made", as);
  } finally {
    fs.rmSync(handed, { force: true });
  }
  fs.renameSync(half, cluster.folder);
}

async function launch(cluster, programs, as, settings) {
  const port = await freePort();
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    shared_buffers: "256MB",
    max_connections: "100",
    fsync: "on",
    synchronous_commit: "on",
    ...settings,
  };
  const words = Object.entries(options).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const [command, args, how] = as.wrap(programs.postgres, [
    "-D",
    cluster.folder,
    "-p",
    String(port),
    ...words,
  ]);
  const from = fs.existsSync(cluster.log) ? fs.statSync(cluster.log).size : 0;
  const log = fs.openSync(cluster.log, "a", 0o600);
  // its own group: Ctrl-C must reach Koers first, so that the web server ends before its database
  const child = spawn(command, args, {
    ...how,
    cwd: path.dirname(cluster.folder),
    stdio: ["ignore", log, log],
    detached: true,
  });
  fs.closeSync(log);
  let ended;
  child.on("error", (error) => {
    ended = error.message;
  });
  child.on("exit", (code, signal) => {
    ended = `ended with ${code ?? signal}`;
  });
  if (child.pid)
    fs.writeFileSync(
      cluster.processFile,
      JSON.stringify({ pid: child.pid, birth: birthOf(child.pid) ?? "" }),
    );
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(20)) {
    const told = readPidFile(cluster);
    if (ended) {
      const said = fs.readFileSync(cluster.log, "utf8").slice(from).trim().split("\n").slice(-4).join("\n");
      throw failure(said, `The embedded database did not start (${ended})`, as);
    }
    if (told?.pid === child.pid && told.ready && (await answers(told.port))) {
      child.unref();
      return told.port;
    }
  }
  child.kill("SIGQUIT");
  throw new Refusal(`The embedded database did not get ready within two minutes; see ${cluster.log}.`);
}

function failure(said, what, as) {
  if (isDiskFull(said)) return Object.assign(new Error(said), { code: "ENOSPC" });
  const hint =
    as.dropped && /permission denied|cannot open shared object/i.test(said)
      ? "\nAs root Postgres runs as another account here, which cannot enter this folder: move the checkout out of a private folder, or run Koers as an ordinary user."
      : "";
  return new Refusal(`${what}:\n${said}${hint}`);
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Never SIGKILL. */
async function stop(cluster) {
  const told = readPidFile(cluster);
  if (!told || birthOf(told.pid) === undefined || !isOurs(cluster, told.pid)) return;
  if (process.platform === "win32") {
    spawnSync(findBinaries().control, ["stop", "-D", cluster.folder, "-m", "fast", "-w"]);
    return;
  }
  process.kill(told.pid, "SIGINT");
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(20)) {
    if (birthOf(told.pid) === undefined) return;
  }
  process.kill(told.pid, "SIGQUIT");
}
