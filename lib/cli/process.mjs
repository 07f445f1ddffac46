import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { root } from "./env.mjs";
import { isDiskFull, Refusal } from "./explain.mjs";

/**
 * When the process with this pid was born, as an opaque text that differs for another process that got the same
 * pid later (or after a reboot). "" where the system does not tell cheaply; undefined when there is no such process.
 */
export function birthOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") return undefined;
  }
  if (process.platform === "linux") {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z") return undefined; // a zombie: ended, only not yet collected by its parent
      return `${fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").slice(0, 8)}.${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  if (process.platform === "darwin") {
    const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return stdout ? stdout.trim().replace(/\W+/g, "-") : "";
  }
  return "";
}

/** Whether the process that had this pid and this birth still runs. */
export function isAlive({ pid, birth }) {
  const now = birthOf(pid);
  return now !== undefined && (now === birth || now === "" || birth === "");
}

/** Asks a process to end, waits, then insists. Resolves when it is gone. */
export async function endProcess(who, { patience = 5000, group = false } = {}) {
  const send = (signal) => {
    try {
      process.kill(group && process.platform !== "win32" ? -who.pid : who.pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  };
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    if (!isAlive(who)) return;
    send(signal);
    const until = Date.now() + patience;
    while (isAlive(who) && Date.now() < until) await pause(25);
  }
}

export function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

const running = new Set();

/** Ends the programs that `run` has started, for a launcher that has to go. */
export function endRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program to its end and gives its output; throws with the end of the output when it fails.
 * `show` lets the output through to the screen instead (for test runners, whose output is the point).
 */
export function run(command, args, { env = process.env, show = false, cwd = root } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    running.add(child);
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", fail);
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) return done(output);
      if (isDiskFull(output)) return fail(Object.assign(new Error("disk full"), { code: "ENOSPC" }));
      const tail = output.trim().split("\n").slice(-40).join("\n");
      fail(
        new Refusal(
          `${tail}${tail ? "\n" : ""}${[command, ...args].map(short).join(" ")} ended with ${code ?? signal}.`,
        ),
      );
    });
  });
}

function short(word) {
  if (word === process.execPath) return "node";
  return word.startsWith(root) ? word.slice(root.length + 1) : word;
}

/** Runs a script with this Node. */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}
