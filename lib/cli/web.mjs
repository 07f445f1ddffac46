import { spawn } from "node:child_process";
import path from "node:path";
import readline from "node:readline";
import { pathToFileURL } from "node:url";
import { packageScript, root } from "./env.mjs";
import { Refusal } from "./explain.mjs";
import { birthOf, endProcess, pause } from "./process.mjs";

const FOLLOW = pathToFileURL(path.join(root, "lib", "cli", "follow-parent.mjs")).href;

/** Empty rather than absent: what is absent Next would read from `.env` after all. */
export const PRIVATE = ["DATABASE_URL", "TEST_DATABASE_URL", "KOERS_SECRET", "KOERS_POOL_URL"];

/**
 * The environment of the web server: everything the shell has, but never the owner's database address nor the
 * installation's secret, only what is derived from it.
 */
export function webEnvironment({ port, host, urls, authSecret, mode }) {
  const env = {
    ...process.env,
    NODE_ENV: mode,
    PORT: String(port),
    HOSTNAME: host,
    NEXT_TELEMETRY_DISABLED: "1",
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://localhost:${port}`,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? authSecret,
    KOERS_LAUNCHER: String(process.pid),
    KOERS_POOLED: process.env.KOERS_POOL_URL ? "on" : "off",
    ...urls,
  };
  for (const name of PRIVATE) env[name] = "";
  return env;
}

const BANNER = /^\s*(▲ Next\.js|- (Local|Network):|✓ (Starting|Ready|Running next\.config)|$)/;

/** Passes on what the server prints, without the framework's greeting: its addresses are not the ones to use. */
function passOn(stream) {
  readline.createInterface({ input: stream }).on("line", (line) => {
    if (!BANNER.test(line)) console.log(line);
  });
}

/**
 * Starts the built server from its folder, or Next's development server when there is none. What it prints goes to the
 * file descriptor `output`, or to the screen.
 */
export function startWeb({ env, build, output }) {
  const words = build
    ? [path.join(build, "server.js")]
    : [packageScript("next/dist/bin/next"), "dev", "--port", env.PORT, "--hostname", env.HOSTNAME];
  const child = spawn(process.execPath, ["--enable-source-maps", "--import", FOLLOW, ...words], {
    cwd: build ?? root,
    env,
    stdio: ["pipe", output ?? (build ? "pipe" : "inherit"), output ?? "inherit"],
    detached: process.platform !== "win32", // Ctrl-C reaches the launcher only, which then ends things in order
  });
  if (child.stdout) passOn(child.stdout);
  child.stdin?.on("error", () => {}); // the server went first
  const web = { child, pid: child.pid ?? 0, birth: birthOf(child.pid ?? 0) ?? "", ended: undefined };
  web.gone = new Promise((done) => {
    const end = (how) => {
      web.ended ??= String(how);
      done(web.ended);
    };
    child.on("error", (error) => end(error.message));
    child.on("exit", (code, signal) => end(code ?? signal));
  });
  return web;
}

/** Waits until the server says that it is migrated and serving; refuses when it ends first or takes two minutes. */
export async function waitForHealth(web, port, host = "127.0.0.1") {
  const address = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/api/health`;
  let last = "no answer";
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(40)) {
    if (web.ended !== undefined)
      throw new Refusal(`The web server ended while starting (${web.ended}). What it printed says why.`);
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 200)}`;
    } catch (error) {
      last = error.message;
    }
  }
  throw new Refusal(`The web server does not answer at ${address} (${last}).`);
}

/** Ends the web server and the processes it made. */
export async function stopWeb(web) {
  if (web?.ended === undefined) await endProcess(web, { patience: 5000, group: true });
}
