import { ensureDatabase } from "./database.mjs";
import { loadEnv } from "./env.mjs";
import { explain } from "./explain.mjs";
import { joinPostgres } from "./postgres.mjs";
import { roleUrls } from "./roles.mjs";
import { importTs } from "./run-ts.mjs";
import { installationSecret } from "./secret.mjs";
import { say, step } from "./steps.mjs";

// Makes everything that is derived from events anew, in every organisation or in the one named: after a restore, or
// after a change of what is derived. People may go on working. `node lib/cli/rebuild.mjs [address]`

loadEnv();
const only = process.argv[2];
const own = process.env.DATABASE_URL;
const server = own ? { url: own, leave: async () => {} } : await joinPostgres("pg");
let code = 0;
try {
  const ownerUrl = own ?? (await ensureDatabase(server.url, "koers"));
  Object.assign(process.env, roleUrls(ownerUrl, installationSecret(), process.env.KOERS_POOL_URL));
  const { organizations, rebuildOrganization } = await importTs("lib/features/runs/rebuild-all.ts");
  const chosen = (await organizations()).filter(({ slug }) => !only || slug === only);
  if (!chosen.length)
    throw new Error(only ? `There is no organisation at ${only}.` : "There is no organisation yet.");
  for (const { id, slug } of chosen) {
    await step(`making ${slug} anew from its events`, async (note) => {
      note(`${await rebuildOrganization(id, new Date())} runs`);
    });
  }
} catch (error) {
  say();
  console.error(explain(error));
  code = 1;
} finally {
  await server.leave();
}
process.exit(code);
