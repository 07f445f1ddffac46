import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { dataPath, root } from "./env.mjs";
import { birthOf } from "./process.mjs";

/**
 * Imports a TypeScript module of this checkout under plain Node. Node 20 runs no TypeScript: rolldown, the bundler
 * that vite and vitest bring, makes one file of it, with `@/` resolved and `server-only` (which throws outside a server
 * bundle) left empty. Packages stay outside.
 */
export async function importTs(entry) {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: path.resolve(root, entry),
    platform: "node",
    plugins: [
      {
        name: "packages-outside",
        resolveId: (id) => (isPackage(id) ? { id: asNode(id), external: true } : null),
      },
    ],
    resolve: { alias: { "@": root, "server-only": path.join(root, "tests", "support", "server-only.ts") } },
    tsconfig: path.join(root, "tsconfig.json"),
    logLevel: "warn",
  });
  removeLeftovers();
  const folder = dataPath("run-ts", `${path.basename(entry, ".ts")}-${process.pid}`);
  try {
    const { output } = await bundle.write({
      dir: folder,
      format: "esm",
      sourcemap: true,
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name].mjs",
    });
    return await import(pathToFileURL(path.join(folder, output[0].fileName)).href);
  } finally {
    await bundle.close();
    process.once("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  }
}

/** Of processes that ended without clearing up, such as a test worker. */
function removeLeftovers() {
  const all = dataPath("run-ts");
  for (const name of fs.existsSync(all) ? fs.readdirSync(all) : []) {
    const pid = Number(name.match(/-(\d+)$/)?.[1]);
    if (birthOf(pid) === undefined) fs.rmSync(path.join(all, name), { recursive: true, force: true });
  }
}

function isPackage(id) {
  return id !== "server-only" && !id.startsWith(".") && !id.startsWith("@/") && !path.isAbsolute(id);
}

/** Next names its modules without an extension, which bundlers accept and Node does not. */
function asNode(id) {
  return /^next\/[\w/-]+$/.test(id) ? `${id}.js` : id;
}

// `node lib/cli/run-ts.mjs <file.ts> <exported function> [one argument as JSON]`
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [entry, name, argument] = process.argv.slice(2);
  if (!entry || !name) {
    console.error("usage: node lib/cli/run-ts.mjs <file.ts> <exported function> [argument as JSON]");
    process.exit(2);
  }
  const module = await importTs(entry);
  const result = await module[name](argument === undefined ? undefined : JSON.parse(argument));
  if (result !== undefined) console.log(JSON.stringify(result, null, 2));
  process.exit(0);
}
