import fs from "node:fs";
import { dataPath, loadEnv, packageScript, requireNode } from "./env.mjs";
import { explain } from "./explain.mjs";
import { install, isInstalled } from "./install.mjs";
import { exclusively } from "./lock.mjs";
import { endRunning, runNode } from "./process.mjs";
import { say, seconds, sinceStart, step } from "./steps.mjs";

// npm test: every step of CI from a bare clone. npm run check: the same without the browser (--no-browser).
// `--only <word>` runs the steps whose name holds the word. The last line is always `N passed, M failed`.

requireNode();
loadEnv();
process.env.NEXT_TELEMETRY_DISABLED = "1";
const words = process.argv.slice(2);
const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : undefined;
const count = { passed: 0, failed: 0 };
const cleanUp = [];
let ending = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => finish(1));

/** What shows days and sums: they must not depend on where the server stands. */
const FIGURES = ["insights", "maturity", "deals", "projections"].map((name) => `tests/features/${name}`);

const steps = {
  "biome (lint, format)": () =>
    runNode(packageScript("@biomejs/biome/bin/biome"), ["check", "--no-errors-on-unmatched"]),
  "types of the domain": () => tsc(["-p", "lib/domain"]),
  "route types": () => runNode(packageScript("next/dist/bin/next"), ["typegen"]),
  types: () => tsc([]),
  "domain tests": () => vitest("domain"),
  "feature tests on Postgres, and the walls": () => vitest("features"),
  "domain tests in Los Angeles": () => vitest("domain", { TZ: "America/Los_Angeles" }),
  "domain tests in Auckland": () => vitest("domain", { TZ: "Pacific/Auckland" }),
  "figures in Los Angeles": () => vitest("features", { TZ: "America/Los_Angeles" }, FIGURES),
  "figures in Auckland": () => vitest("features", { TZ: "Pacific/Auckland" }, FIGURES),
};
if (!words.includes("--no-browser")) steps["browser tests"] = browserTests;

try {
  await exclusively(dataPath("start.lock"), prepare, {
    waiting: (pid) => say(`  … waiting for a start in this folder (process ${pid})`),
  });
  for (const [name, work] of Object.entries(steps)) {
    if (!only || name.includes(only)) await step(name, work);
  }
  await finish(0);
} catch (error) {
  if (!ending) {
    say();
    console.error(explain(error));
    if (count.failed === 0) count.failed = 1; // a step that counts no tests counts as one
    await finish(1);
  }
}

async function prepare() {
  if (!isInstalled()) await step("installing packages (a minute the first time)", install);
  const { generateClient, isClientStale } = await import("./build.mjs");
  if (isClientStale()) await step("generating the database client", generateClient);
}

function tsc(args) {
  return runNode(packageScript("typescript/bin/tsc"), ["--noEmit", ...args]);
}

async function vitest(project, env = {}, files = []) {
  const report = dataPath(`report-${process.pid}.json`);
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...files,
  ];
  try {
    await runNode(packageScript("vitest/vitest.mjs"), args, { env: { ...process.env, ...env }, show: true });
  } finally {
    const told = readReport(report);
    add(told?.numPassedTests, told?.numFailedTests);
  }
}

async function browserTests(note) {
  const { findBrowser } = await import("./browser.mjs");
  const { openSite } = await import("./test-site.mjs");
  const browser = await findBrowser();
  note(`${browser.from} browser`);
  const site = await openSite();
  cleanUp.push(site.close);
  const report = dataPath(`report-${process.pid}.json`);
  const env = {
    ...process.env,
    ...site.env,
    KOERS_BASE_URL: site.address,
    KOERS_BROWSER_LAUNCH: JSON.stringify(browser),
    KOERS_REPORT: report,
  };
  const dash = words.indexOf("--");
  const more = dash === -1 ? [] : words.slice(dash + 1);
  try {
    await runNode(
      packageScript("@playwright/test/cli.js"),
      ["test", "-c", "tests/support/playwright.config.ts", ...more],
      { env, show: true },
    );
  } catch (error) {
    say(`The web server's last words (${site.log}):`);
    say(fs.readFileSync(site.log, "utf8").trim().split("\n").slice(-20).join("\n"));
    throw error;
  } finally {
    const told = readReport(report);
    add(told && told.stats.expected + told.stats.flaky, told?.stats.unexpected);
    for (const title of atSecondTry(told?.suites ?? [])) say(`Passed at the second try only: ${title}`);
  }
}

/** The titles of the browser tests that failed first and passed then, out of Playwright's report. */
function atSecondTry(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
      .map(({ file, title }) => `${file} › ${title}`),
    ...atSecondTry(suite.suites ?? []),
  ]);
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function add(passed = 0, failed = 0) {
  count.passed += passed;
  count.failed += failed;
}

async function finish(code) {
  if (ending) return;
  ending = true;
  endRunning();
  for (const close of cleanUp) await close().catch((error) => console.error(explain(error)));
  say();
  say(`${code === 0 ? "All steps passed" : "Stopped"} after ${seconds(sinceStart())}.`);
  say(`${count.passed} passed, ${count.failed} failed`);
  process.exit(code);
}
