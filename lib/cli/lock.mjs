import fs from "node:fs";
import path from "node:path";
import { birthOf, isAlive, pause } from "./process.mjs";

/*
 * Two things that survive killed processes, made of small files.
 *
 * The mutex is Lamport's bakery: whoever wants in draws a ticket one higher than the highest, the lowest living
 * ticket is in. Nobody ever removes the file of a living process, so a stale lock cannot be "stolen" twice, which is
 * what goes wrong with a single lock file that two newcomers both find stale.
 */

const me = { pid: process.pid, birth: birthOf(process.pid) ?? "" };
let drawn = 0;

function entries(folder) {
  let names;
  try {
    names = fs.readdirSync(folder);
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
  const found = [];
  for (const name of names) {
    const parts = name.match(/^(choosing|\d+)-(\d+)-(\d+)-(.*)$/);
    if (!parts) continue;
    const entry = {
      name,
      ticket: parts[1] === "choosing" ? 0 : Number(parts[1]),
      pid: Number(parts[2]),
      birth: parts[4],
    };
    if (isAlive(entry)) found.push(entry);
    else fs.rmSync(path.join(folder, name), { force: true });
  }
  return found;
}

/**
 * Runs `work` while no other process runs work under the same folder. A killed holder is passed over.
 * `waiting(pid)` is told once who is in the way.
 */
export async function exclusively(folder, work, { waiting = () => {} } = {}) {
  fs.mkdirSync(folder, { recursive: true });
  const self = `${me.pid}-${++drawn}-${me.birth}`;
  const choosing = path.join(folder, `choosing-${self}`);
  fs.writeFileSync(choosing, "");
  const ticket = 1 + Math.max(0, ...entries(folder).map((entry) => entry.ticket));
  const name = `${ticket}-${self}`;
  const mine = path.join(folder, name);
  fs.writeFileSync(mine, "");
  fs.rmSync(choosing);
  try {
    let told = false;
    for (;;) {
      const ahead = entries(folder).find((other) => other.name !== name && isAhead(other, { ticket, name }));
      if (!ahead) return await work();
      if (!told && ahead.ticket > 0) {
        told = true;
        waiting(ahead.pid);
      }
      await pause(40);
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function isAhead(other, own) {
  if (other.ticket === 0) return true; // still choosing: its ticket may turn out lower than ours
  return other.ticket < own.ticket || (other.ticket === own.ticket && other.name < own.name);
}

/** Notes that this process uses what the folder stands for. Gives the entry's handle: `update(details)` and `leave()`. */
export function joinUsers(folder, details = {}) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${me.pid}-${++drawn}.json`);
  const update = (more) => {
    Object.assign(details, more);
    fs.writeFileSync(`${file}.new`, JSON.stringify({ ...me, ...details }));
    fs.renameSync(`${file}.new`, file);
  };
  update({});
  return { file, update, leave: () => fs.rmSync(file, { force: true }) };
}

/** Who uses it now, and which entries were left by processes that are gone (the caller clears up and removes those). */
export function listUsers(folder) {
  const living = [];
  const gone = [];
  if (!fs.existsSync(folder)) return { living, gone };
  for (const name of fs.readdirSync(folder)) {
    if (!name.endsWith(".json")) continue;
    const file = path.join(folder, name);
    let entry;
    try {
      entry = JSON.parse(fs.readFileSync(file, "utf8"));
    } catch {
      entry = { pid: 0, birth: "" };
    }
    (isAlive(entry) ? living : gone).push({ ...entry, file });
  }
  return { living, gone };
}
