import "server-only";
import { query } from "@/lib/platform/verb";
import { Nothing } from "./input";
import { anyVersion, begunProcesses } from "./store-first-run";
import type { FirstRun } from "./view";

/** Where the guided first run stands: what was begun and never published, and whether it is over. */
export const firstRun = query({
  name: "processes.first-run",
  input: Nothing,
  can: "process.edit",
  async run({ tx, ctx }): Promise<FirstRun> {
    return { begun: await begunProcesses(tx, ctx), settled: await anyVersion(tx, ctx) };
  },
});
