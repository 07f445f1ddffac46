import { importTs } from "./run-ts.mjs";

// A process of its own, so that the connections and caches of the loader end with it.
const { loadDemo } = await importTs("lib/features/demo/load.ts");
await loadDemo({ now: new Date() });
process.exit(0);
