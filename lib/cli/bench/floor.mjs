import fs from "node:fs";
import path from "node:path";
import { hashOf } from "../build.mjs";
import { dataPath, packageScript, root } from "../env.mjs";
import { runNode } from "../process.mjs";

const SOURCE = "lib/cli/bench/floor";

/**
 * Where the floor's server is built, and whether that is still to be done. The floor is what the product is compared
 * with: bare route handlers that send prepared statements, with no session, no row level security and no checks. It
 * is never part of a build of the product.
 */
export function floorBuild() {
  const { version } = JSON.parse(fs.readFileSync(packageScript("next/package.json"), "utf8"));
  const hash = `${hashOf(SOURCE)} ${version}`;
  const home = dataPath("bench", "floor");
  const stamp = path.join(home, ".stamp");
  const folder = path.join(home, ".next", "standalone", path.relative(root, home));
  const stale = !fs.existsSync(stamp) || fs.readFileSync(stamp, "utf8") !== hash;
  const build = async () => {
    fs.rmSync(home, { recursive: true, force: true });
    fs.cpSync(path.join(root, SOURCE), home, { recursive: true });
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await runNode(packageScript("next/dist/bin/next"), ["build"], { env, cwd: home });
    fs.writeFileSync(stamp, hash);
  };
  return { folder, stale, build };
}
