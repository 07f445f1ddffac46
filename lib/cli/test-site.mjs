import fs from "node:fs";
import path from "node:path";
import { build, currentBuild } from "./build.mjs";
import { hasDemo, loadDemo } from "./demo.mjs";
import { dataPath } from "./env.mjs";
import { exclusively, joinUsers, listUsers } from "./lock.mjs";
import { freePort } from "./port.mjs";
import { step } from "./steps.mjs";
import { openTestDatabase } from "./test-database.mjs";
import { startWeb, stopWeb, waitForHealth, webEnvironment } from "./web.mjs";

/**
 * The product as `npm start` serves it, on a fresh database with the demo, for tests in a browser.
 * Gives `{ address, env, log, close }`; `env` holds the database addresses, `log` is the file the server writes to.
 */
export async function openSite() {
  const database = await openTestDatabase();
  let web;
  let user;
  const close = async () => {
    if (web) await stopWeb(web); // a build that failed has no server, and its own error is the one to tell
    user?.leave();
    await database.close();
  };
  try {
    const { DATABASE_URL: _owner, NEXTAUTH_URL: _url, NEXTAUTH_SECRET: authSecret, ...urls } = database.env;
    if (hasDemo()) await step("loading the demo", () => loadDemo(urls));
    const servers = dataPath("servers");
    const log = dataPath("test-site.log");
    const output = fs.openSync(log, "w", 0o600);
    let address;
    // the same lock as a start: neither builds twice, nor removes the build the other is about to serve
    await exclusively(dataPath("start.lock"), async () => {
      const target = currentBuild();
      if (target.stale) {
        const inUse = listUsers(servers).living.map((entry) => entry.build);
        await step("building", () => build(target.folder, inUse));
      }
      user = joinUsers(servers, { build: target.folder });
      const port = await freePort();
      address = `http://localhost:${port}`;
      const env = webEnvironment({ port, host: "127.0.0.1", urls, authSecret, mode: "production" });
      web = startWeb({ env: { ...env, NEXTAUTH_URL: address }, build: target.folder, output });
      user.update({ web: { pid: web.pid, birth: web.birth }, port });
      await waitForHealth(web, port);
    });
    fs.closeSync(output);
    return { address, env: database.env, log: path.resolve(log), close };
  } catch (error) {
    await close();
    throw error;
  }
}
