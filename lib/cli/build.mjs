import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { dataPath, packageScript, root } from "./env.mjs";
import { runNode } from "./process.mjs";
import { PRIVATE } from "./web.mjs";

/** What a build does not depend on. Everything else in the checkout counts, so that no new folder is forgotten. */
const IGNORED = new Set([
  ...[
    "node_modules",
    "tests",
    "test-results",
    "playwright-report",
    "next-env.d.ts",
    "vitest.config.ts",
    "biome.json",
  ],
  ...["lib/cli", "lib/decisions", "lib/platform/db/generated", "prisma/migrations"],
]);

/** A hash of names and contents. `ignored` holds paths relative to the checkout. */
export function hashOf(start, ignored = new Set()) {
  const hash = crypto.createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  const visit = (at) => {
    for (const entry of fs.readdirSync(path.join(root, at), { withFileTypes: true }).sort(byName)) {
      const file = at ? `${at}/${entry.name}` : entry.name;
      if (entry.name.startsWith(".") || ignored.has(file) || /\.(md|tsbuildinfo|log)$/.test(entry.name))
        continue;
      if (entry.isDirectory()) visit(file);
      else if (entry.isFile())
        hash
          .update(file)
          .update("\0")
          .update(fs.readFileSync(path.join(root, file)));
    }
  };
  visit(start);
  return hash.digest("hex").slice(0, 16);
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}

const generated = path.join(root, "lib", "platform", "db", "generated");

/** Whether the typed database client has to be generated (the schema changed, or it is not there). */
export function isClientStale() {
  const stamp = path.join(generated, ".stamp");
  return !fs.existsSync(stamp) || fs.readFileSync(stamp, "utf8") !== clientHash();
}

function clientHash() {
  const { version } = JSON.parse(fs.readFileSync(packageScript("prisma/package.json"), "utf8"));
  return `${hashOf("prisma", new Set(["prisma/migrations"]))} ${version}`;
}

/**
 * Generates the typed client. The command insists on Prisma's schema engine, which it would download and does not use
 * here: any existing file will do. Only for this call: with the variable set, `prisma migrate` does nothing and says it did.
 */
export async function generateClient() {
  const hash = clientHash();
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  await runNode(packageScript("prisma/build/index.js"), ["generate"], { env });
  fs.writeFileSync(path.join(generated, ".stamp"), hash);
}

/** The folder in which the build of the sources as they are now is, or will be. */
export function currentBuild() {
  const folder = dataPath("builds", hashOf("", IGNORED));
  return { folder, stale: !fs.existsSync(path.join(folder, "server.js")) };
}

/**
 * Builds the sources into `folder`. Each build has a folder of its own and is moved there when whole: a server of an
 * older build keeps its files, and a killed build leaves nothing that looks like one. `inUse` lists folders to keep.
 */
export async function build(folder, inUse = []) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of PRIVATE) env[name] = ""; // a build needs no database and keeps no secret
  await runNode(packageScript("next/dist/bin/next"), ["build"], { env });
  const output = path.join(root, ".next", "standalone");
  fs.cpSync(path.join(root, ".next", "static"), path.join(output, ".next", "static"), { recursive: true });
  const assets = path.join(root, "public");
  if (fs.existsSync(assets)) fs.cpSync(assets, path.join(output, "public"), { recursive: true });
  for (const name of [".env", ".data"]) fs.rmSync(path.join(output, name), { recursive: true, force: true });
  const builds = path.dirname(folder);
  fs.mkdirSync(builds, { recursive: true });
  for (const name of fs.readdirSync(builds)) {
    const old = path.join(builds, name);
    if (!inUse.includes(old)) fs.rmSync(old, { recursive: true, force: true });
  }
  moveWhole(output, folder);
}

/** Moves a folder so that its final name never shows half of it, also to another disk. */
function moveWhole(from, to) {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (error.code !== "EXDEV") throw error;
    const half = `${to}.half`;
    try {
      fs.cpSync(from, half, { recursive: true, verbatimSymlinks: true });
      fs.renameSync(half, to);
    } finally {
      fs.rmSync(half, { recursive: true, force: true });
    }
    fs.rmSync(from, { recursive: true, force: true });
  }
}
