import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { dataPath } from "./env.mjs";
import { Refusal } from "./explain.mjs";
import { exclusively } from "./lock.mjs";
import { runNode } from "./process.mjs";

const SYSTEM = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].flatMap((name) => [
    `C:/Program Files/${name}`,
    `C:/Program Files (x86)/${name}`,
  ]),
};

/**
 * The browser the end-to-end tests drive: CHROME_PATH, Playwright's own, one of this machine, one that comes through
 * npm (Linux x64). Gives `{ from, executablePath, args, env }`; where none is possible it refuses and says what to
 * install. KOERS_BROWSER=playwright|system|npm asks for one of them.
 */
export async function findBrowser(only = process.env.KOERS_BROWSER) {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!fs.existsSync(given)) throw new Refusal(`CHROME_PATH is ${given}, and there is no such file.`);
    return browser("CHROME_PATH", given);
  }
  const tries = { playwright: ofPlaywright, system: ofSystem, npm: ofNpm };
  const reasons = [];
  for (const [from, find] of Object.entries(tries)) {
    if (only && only !== from) continue;
    const found = await find();
    if (!found) continue;
    const works = probe(found);
    if (works === true) return found;
    reasons.push(`${from}: ${works}`);
  }
  throw new Refusal(
    [
      "No browser was found for the end-to-end tests. Install Chrome or Chromium (Debian and Ubuntu: apt-get install chromium), run `npx playwright install chromium`, or set CHROME_PATH.",
      ...reasons,
    ].join("\n"),
  );
}

function browser(from, executablePath, env = {}) {
  const root = process.getuid?.() === 0;
  return { from, executablePath, args: root ? ["--no-sandbox"] : [], env };
}

/** A browser whose file is there may still lack libraries: asks it for its version. true, or why not. */
function probe({ executablePath, env }) {
  if (process.platform === "win32") return true; // there the question opens a window
  const asked = spawnSync(executablePath, ["--version"], {
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
  if (asked.status === 0) return true;
  return (asked.stderr || String(asked.error ?? `ended with ${asked.status}`)).trim().split("\n")[0];
}

async function ofPlaywright() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? browser("playwright", file) : undefined;
}

function ofSystem() {
  const file = (SYSTEM[process.platform] ?? []).find((candidate) => fs.existsSync(candidate));
  return file ? browser("system", file) : undefined;
}

/** Unpacks the browser from npm once, into the data folder. Brings its own libraries and fonts for a slim machine. */
async function ofNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = dataPath("browser");
  try {
    import.meta.resolve("@sparticuz/chromium");
  } catch {
    return undefined;
  }
  await exclusively(`${folder}.lock`, async () => {
    if (fs.existsSync(folder)) return;
    const half = `${folder}.half`;
    fs.rmSync(half, { recursive: true, force: true });
    fs.mkdirSync(half);
    // the package unpacks into the temporary folder, and its libraries only where it believes to be in a cloud function
    const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
    await runNode(path.join(import.meta.dirname, "unpack-browser.mjs"), [], { env });
    fs.renameSync(half, folder);
  });
  const env = {};
  if (!fs.existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = path.join(folder, "fonts");
  const found = browser("npm", path.join(folder, "chromium"), env);
  found.args.push("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-zygote");
  if (probe(found) !== true) env.LD_LIBRARY_PATH = path.join(folder, "al2023", "lib");
  return found;
}

// `node lib/cli/browser.mjs` says which browser the tests would drive; .ci/run asks it whether one must be installed.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const { from, executablePath } = await findBrowser();
    console.log(`${from}: ${executablePath}`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
