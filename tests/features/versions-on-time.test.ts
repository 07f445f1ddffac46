import { afterAll, beforeAll, expect, it } from "vitest";
import { insightsDeals } from "@/lib/features/insights/queries";
import { processVersions } from "@/lib/features/processes/queries";
import type { ProcessVersions } from "@/lib/features/processes/view";
import type { Happened } from "@/lib/features/runs/open";
import { closePools } from "@/lib/platform/db/pools";
import { read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { DOCUMENT } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";
import { closed, done, moved, opened, publish, waived, write } from "./insights-fixtures";

let world: OrgWorld;
beforeAll(async () => {
  world = await newWorld("On time");
});
afterAll(closePools);

it("counts the steps on time of a version, opens exactly its deals and judges a promise by them", async () => {
  const { processId, versionId } = await publish(world.manager.caller, DOCUMENT);
  const second = await publish(world.manager.caller, DOCUMENT, {
    processId,
    number: 2,
    why: "Sooner",
    hypothesis: { metric: "steps-on-time", direction: "up", size: 10 },
  });
  const deal = (version: string, ...events: Happened[]) => ({
    id: newId(),
    processId,
    events: [
      // A Monday: steps of a stage are due within two working days.
      opened({ versionId: version, owner: world.rep.id, day: "2026-06-01", stageKey: "first" }),
      ...events,
    ] as const,
  });
  const timely = deal(versionId, done("first-a", "2026-06-02"), done("first-b", "2026-06-03"));
  const mixed = deal(
    versionId,
    done("first-a", "2026-06-10"),
    waived("first-b", "2026-06-10", "not-relevant"),
    moved("first", "second", "2026-06-12"),
    closed("lost", "2026-06-12"),
  );
  // Opened today: nothing was due in it yet.
  const fresh = {
    id: newId(),
    processId,
    events: [opened({ versionId, owner: world.rep.id, day: "2026-11-25", stageKey: "first" })] as const,
  };
  const skipped = deal(
    second.versionId,
    moved("first", "second", "2026-06-02"),
    closed("lost", "2026-06-02"),
  );
  await write(world.manager.caller, [timely, mixed, fresh, skipped]);

  const answer = await read(processVersions, world.viewer.caller, { processId }, { now: NOW });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  const { comparison, versions } = answer.value as ProcessVersions;
  const row = comparison?.rows.find(({ figure }) => figure === "on-time");
  expect(row?.steps?.before).toMatchObject({ "on-time": 2, late: 1, skipped: 0, overdue: 0 });
  expect(row?.steps?.now).toMatchObject({ "on-time": 0, skipped: 2 });
  expect(row?.before).toMatchObject({ n: 2, value: null, status: "insufficient" });

  for (const [estimate, wanted] of [
    [row?.before, [timely.id, mixed.id]],
    [row?.now, [skipped.id]],
  ] as const) {
    const list = await read(insightsDeals, world.viewer.caller, { drill: estimate?.drill } as never, {
      now: NOW,
    });
    if (!list.ok) throw new Error(JSON.stringify(list.refusal));
    expect(list.value.deals.map(({ id }) => id).sort()).toEqual([...wanted].sort());
    expect(list.value.total).toBe(estimate?.n);
  }
  expect(versions[0]?.promised).toMatchObject({
    kind: "judged",
    against: 1,
    evidence: { verdict: "too-few", n: { now: 1, before: 2 } },
  });
});
