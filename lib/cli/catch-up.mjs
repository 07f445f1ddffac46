import fs from "node:fs";
import path from "node:path";
import { dataPath, root } from "./env.mjs";
import { runNode } from "./process.mjs";

/**
 * Completes what is derived from events in every organisation that was written before a migration, through the program's own
 * roles. Gives how many runs were made anew.
 */
export async function completeDerived(urls) {
  const env = { ...process.env, ...urls, NODE_ENV: "production" };
  delete env.DATABASE_URL;
  const output = await runNode(path.join(root, "lib", "cli", "complete-derived.mjs"), [], { env });
  return Number(output.trim().split("\n").at(-1));
}

/** A note beside the database that this was done since its newest migration, so that later starts need not ask. */
export async function derivedNote(client) {
  const { rows } = await client.query(
    `select (array_agg(id order by started_at, migration_name))[1] as first, max(migration_name) as newest from _prisma_migrations`,
  );
  const { first, newest } = rows[0] ?? {};
  const file = dataPath("derived", `${first ?? "none"}`);
  return {
    done: fs.existsSync(file) && fs.readFileSync(file, "utf8") === newest,
    mark: () => {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, newest ?? "");
    },
  };
}
