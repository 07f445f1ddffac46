import { afterAll, describe, expect, it } from "vitest";
import {
  archiveProcess,
  createAsFound,
  createFromTemplate,
  publishVersion,
} from "@/lib/features/processes/commands";
import { firstRun, processDraft } from "@/lib/features/processes/queries";
import { closePools } from "@/lib/platform/db/pools";
import { withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";
import { NOW, newWorld, type OrgWorld } from "../support/world";

afterAll(closePools);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}
const standsAt = async (world: OrgWorld) => {
  const { begun, settled } = value(await read(firstRun, world.manager.caller, {}));
  return { begun: begun.map(({ id }) => id), settled };
};
const begin = async (world: OrgWorld, templateKey: string) =>
  value(await execute(createFromTemplate, world.manager.caller, { id: newId(), templateKey })).processId;

describe("where the guided first run stands", () => {
  it("knows what was begun, the latest first, until something is published", async () => {
    const world = await newWorld("First run");
    expect(await standsAt(world)).toEqual({ begun: [], settled: false });
    const first = await begin(world, "inside-sales-transactional");
    const second = await begin(world, "tender-consultative");
    expect(await standsAt(world)).toEqual({ begun: [second, first], settled: false });

    value(await execute(archiveProcess, world.manager.caller, { processId: second }));
    expect(await standsAt(world)).toEqual({ begun: [first], settled: false });

    const draft = value(await read(processDraft, world.manager.caller, { processId: first }));
    expect(draft.templateKey).toBe("inside-sales-transactional");
    const { versionId, revision } = draft;
    value(await execute(publishVersion, world.manager.caller, { processId: first, versionId, revision }));
    expect(await standsAt(world)).toEqual({ begun: [], settled: true });
  });

  it("is over where a file brought stages along", async () => {
    const world = await newWorld("From a file");
    await withTenant(world.manager.caller, NOW, (tx, ctx) =>
      createAsFound(
        tx,
        { ...ctx, reach: "all" },
        { name: { en: "Old" }, stages: [{ key: "a", name: { en: "A" } }] },
      ),
    );
    expect(await standsAt(world)).toEqual({ begun: [], settled: true });
  });
});
