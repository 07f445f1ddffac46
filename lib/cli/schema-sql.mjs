import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "./env.mjs";

/*
 * The SQL that brings an empty database to prisma/schema, without a database and without Prisma's native engine (which
 * would have to be downloaded). For the drift test, and to begin a migration: `node lib/cli/schema-sql.mjs`.
 */

/** The files of the Prisma schema, as the engine takes them. */
export function readSchema(folder = path.join(root, "prisma", "schema")) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({
      path: path.join(folder, name),
      content: fs.readFileSync(path.join(folder, name), "utf8"),
    }));
}

// The engine asks for a connection when it opens. Comparing two texts sends nothing through it.
const answer = async (value) => ({ ok: true, value });
const connection = {
  provider: "postgres",
  adapterName: "none",
  getConnectionInfo: () => ({ ok: true, value: { schemaName: "public", supportsRelationJoins: false } }),
  queryRaw: () => answer({ columnNames: ["version"], columnTypes: [7], rows: [["PostgreSQL 18.0"]] }),
  executeRaw: () => answer(0),
  executeScript: () => answer(undefined),
  dispose: () => answer(undefined),
};
const NO_DATABASE = {
  provider: "postgres",
  adapterName: "none",
  connect: () => answer(connection),
  connectToShadowDb: () => answer(connection),
};

async function openEngine(files) {
  const glue = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = fs.readFileSync(fileURLToPath(new URL("schema_engine_bg.wasm", glue)));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = files.map((file) => [file.path, file.content]);
  return engine.SchemaEngine.new({ datamodels }, () => {}, NO_DATABASE);
}

/** The statements from nothing to the schema. */
export async function schemaSql(files = readSchema()) {
  if (!files.length) throw new Error("there is no .prisma file to read");
  const engine = await openEngine(files);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    if (!stdout?.includes("CREATE TABLE")) throw new Error("the schema engine gave no statements");
    return stdout;
  } finally {
    engine.free();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.stdout.write(await schemaSql());
