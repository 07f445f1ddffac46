import fs from "node:fs";
import { build, currentBuild } from "../build.mjs";
import { dataPath } from "../env.mjs";
import { exclusively, joinUsers, listUsers } from "../lock.mjs";
import { freePort } from "../port.mjs";
import { step } from "../steps.mjs";
import { startWeb, stopWeb, waitForHealth, webEnvironment } from "../web.mjs";
import { floorBuild } from "./floor.mjs";

const HOST = "127.0.0.1";

/**
 * Serves the product as `npm start` does, and the floor beside it, both on this machine only; `stop` ends both. What
 * they print goes to `.data/bench.log`. `keep(close)` is told at once how to end each thing that was begun.
 */
export async function openServers(database, keep) {
  const log = fs.openSync(dataPath("bench.log"), "w", 0o600);
  keep(async () => fs.closeSync(log));
  const floor = floorBuild();
  if (floor.stale) await step("building the floor", floor.build);
  const bare = {
    ...process.env,
    NODE_ENV: "production",
    HOSTNAME: HOST,
    FLOOR_DATABASE_URL: database.ownerUrl,
  };
  const floorAddress = await serve(floor.folder, (port) => ({ ...bare, PORT: String(port) }));
  // the same lock as a start: neither builds twice, nor removes the build the other is about to serve
  const productAddress = await exclusively(dataPath("start.lock"), async () => {
    const users = dataPath("servers");
    const target = currentBuild();
    if (target.stale) {
      const inUse = listUsers(users).living.map((entry) => entry.build);
      await step("building the product", () => build(target.folder, inUse));
    }
    const user = joinUsers(users, { build: target.folder });
    keep(async () => user.leave());
    return serve(
      target.folder,
      (port) => {
        const { urls, authSecret } = database;
        const env = webEnvironment({ port, host: HOST, urls, authSecret, mode: "production" });
        return { ...env, NEXTAUTH_URL: `http://localhost:${port}` };
      },
      ({ pid, birth }, port) => user.update({ web: { pid, birth }, port }),
    );
  });
  return { floor: floorAddress, product: productAddress };

  async function serve(folder, environment, told = () => {}) {
    const port = await freePort();
    const web = startWeb({ env: environment(port), build: folder, output: log });
    keep(() => stopWeb(web));
    told(web, port);
    await waitForHealth(web, port, HOST);
    return `http://${HOST}:${port}`;
  }
}
