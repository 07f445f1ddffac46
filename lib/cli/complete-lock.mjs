import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./env.mjs";

/*
 * A registry may not carry the builds of a package for other systems. npm then leaves them out of package-lock.json
 * without a word, and `npm ci` refuses that lock. Run this after every `npm install`: it puts them back, with the
 * version their parent pins; system and processor follow from the name.
 */

const SYSTEMS = {
  darwin: "darwin",
  win32: "win32",
  windows: "win32",
  android: "android",
  freebsd: "freebsd",
  netbsd: "netbsd",
  openbsd: "openbsd",
  sunos: "sunos",
  aix: "aix",
  openharmony: "openharmony",
  linux: "linux",
};
const PROCESSORS = [
  "wasm32",
  "arm64",
  "x64",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "arm",
];

/** The optional packages that `lock` names as a dependency and does not hold: at, name, version asked for, whether only for development. */
export function missingOptional(lock) {
  const missing = [];
  for (const [at, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!holds(lock.packages, at, name))
        missing.push({ parent: at, name, version, dev: Boolean(entry.dev) });
    }
  }
  return missing;
}

/** Node's own search: beside the parent, then beside each folder above it. */
function holds(packages, at, name) {
  for (let from = at; ; from = above(from)) {
    if (packages[`${from ? `${from}/` : ""}node_modules/${name}`]) return true;
    if (from === "") return false;
  }
}

function above(at) {
  const cut = at.lastIndexOf("/node_modules/");
  return cut === -1 ? "" : at.slice(0, cut);
}

/** Adds what is missing to `lock`, in place. Gives what was added and what it could not judge. */
export function completeLock(lock) {
  const added = [];
  const unclear = [];
  for (const { name, version, dev } of missingOptional(lock)) {
    const exact = version.replace(/^[\^~]/, "");
    const words = name.split(/[^a-z0-9]+/);
    const os = words.map((word) => SYSTEMS[word]).find(Boolean);
    const cpu = PROCESSORS.find((processor) => words.includes(processor));
    if (!/^\d+\.\d+\.\d+[-.\w]*$/.test(exact) || (!cpu && !os)) {
      unclear.push(`${name}@${version}`);
      continue;
    }
    const libc =
      os !== "linux"
        ? undefined
        : words.some((word) => word.startsWith("musl"))
          ? "musl"
          : words.some((word) => word.startsWith("gnu"))
            ? "glibc"
            : undefined;
    lock.packages[`node_modules/${name}`] = {
      version: exact,
      ...(cpu && { cpu: [cpu] }),
      ...(dev && { dev: true }),
      ...(libc && { libc: [libc] }),
      license: "MIT",
      optional: true,
      ...(os && { os: [os] }),
    };
    added.push(name);
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { added, unclear };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = path.join(root, "package-lock.json");
  const lock = JSON.parse(fs.readFileSync(file, "utf8"));
  const { added, unclear } = completeLock(lock);
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added.length} added to package-lock.json${added.length ? `: ${added.join(", ")}` : ""}`);
  if (unclear.length > 0) console.log(`not clear: ${unclear.join(", ")}`);
}
