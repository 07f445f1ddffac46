import { importTs } from "./run-ts.mjs";

// A process of its own, so that the connections and caches of what it loads end with it. Says how many runs it made anew.
const { catchUp } = await importTs("lib/features/runs/rebuild-all.ts");
console.log(await catchUp(new Date()));
process.exit(0);
