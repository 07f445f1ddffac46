import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout this file lives in. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Everything Koers writes on this machine: database, secret, builds, logs. Never in git. */
export const dataFolder = path.join(root, ".data");

/** A path inside the data folder; the data folder itself is made when missing. */
export function dataPath(...parts) {
  fs.mkdirSync(dataFolder, { recursive: true });
  return path.join(dataFolder, ...parts);
}

/** Reads `.env` of the checkout, when there is one. What the shell already set wins; an empty value counts as unset. */
export function loadEnv() {
  const file = path.join(root, ".env");
  if (fs.existsSync(file)) process.loadEnvFile(file);
  for (const name of Object.keys(process.env)) {
    if (KNOWN.has(name) && process.env[name]?.trim() === "") delete process.env[name];
  }
}

/** The variables of .env.example. */
const KNOWN = new Set([
  "DATABASE_URL",
  "TEST_DATABASE_URL",
  "KOERS_POOL_URL",
  "KOERS_SECRET",
  "KOERS_HOST",
  "KOERS_DEMO",
  "KOERS_REAL_DATA",
  "KOERS_SEED",
  "NEXTAUTH_URL",
  "NEXTAUTH_SECRET",
  "KOERS_POOL_SIZE",
  "KOERS_WORKER",
  "LOG_LEVEL",
  "CHROME_PATH",
  "PORT",
]);

/** Refuses a Node that is too old, in one sentence. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Koers needs Node 20.19 or newer; this is ${process.version}. Install it from https://nodejs.org.`,
    );
    process.exit(1);
  }
}

/** The script of a package in node_modules, to be run with this Node. Needs no shell and no PATH. */
export function packageScript(file) {
  return path.join(root, "node_modules", ...file.split("/"));
}
