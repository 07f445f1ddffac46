import fs from "node:fs";
import path from "node:path";
import { dataPath, root } from "./env.mjs";
import { runNode } from "./process.mjs";

const folder = path.join(root, "lib", "features", "demo");

/** Everybody in the demo signs in with this. */
export const DEMO_PASSWORD = "koers-demo";

/**
 * Whether the demo goes into this database. KOERS_DEMO says on or off; without it yes, except on a database on another
 * machine: the demo's password is public, which on a shared installation would be an open door.
 */
export function wantsDemo(ownerUrl) {
  const said = (process.env.KOERS_DEMO ?? "").toLowerCase();
  if (["off", "0", "false", "no"].includes(said)) return false;
  if (["on", "1", "true", "yes"].includes(said)) return true;
  return ["127.0.0.1", "localhost", "::1", "[::1]", ""].includes(new URL(ownerUrl).hostname);
}

/** Whether this checkout has a demo to load at all. */
export function hasDemo() {
  return fs.existsSync(path.join(folder, "load.ts"));
}

/** Loads the demo through the program's own verbs and roles. The loader itself carries on where an earlier one was killed. */
export async function loadDemo(urls) {
  const env = { ...process.env, ...urls, NODE_ENV: "production" };
  delete env.DATABASE_URL;
  await runNode(path.join(root, "lib", "cli", "load-demo.mjs"), [], { env });
}

/** A note beside the database that its demo is in, so that later starts need not ask. Keyed by the database itself. */
export async function demoNote(client) {
  const { rows } = await client.query(
    "select id from _prisma_migrations order by started_at, migration_name limit 1",
  );
  const file = dataPath("demo", `${rows[0]?.id ?? "none"}`);
  return {
    loaded: fs.existsSync(file),
    mark: () => {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, "");
    },
  };
}

/** The people who can sign in to the demo: email, role, organisation. */
export function demoPeople() {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, "people.json"), "utf8"));
  } catch {
    return [];
  }
}
