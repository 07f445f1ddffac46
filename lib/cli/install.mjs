import fs from "node:fs";
import path from "node:path";
import { root } from "./env.mjs";
import { run } from "./process.mjs";

/** Whether node_modules holds exactly what the lock asks for. npm writes its own list last, so a killed install shows. */
export function isInstalled(folder = root) {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(folder, file), "utf8")).packages;
  let installed;
  try {
    installed = read("node_modules/.package-lock.json");
  } catch {
    return false;
  }
  return Object.entries(read("package-lock.json")).every(
    ([at, wanted]) =>
      at === "" || wanted.optional || wanted.extraneous || installed[at]?.version === wanted.version,
  );
}

/** Installs what the lock asks for, the tools for building included, whatever NODE_ENV says. */
export async function install() {
  const words = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) await run(process.execPath, [npm, ...words]);
  else if (process.platform === "win32") await run(process.env.ComSpec ?? "cmd.exe", ["/c", "npm", ...words]);
  else await run("npm", words);
}
