import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { compile } from "@/lib/domain/process/compile";
import { dealsBoard } from "@/lib/features/deals/queries";
import { companyName } from "@/lib/features/demo/worlds";
import { openDeals } from "@/lib/features/runs/open";
import { withTenant } from "@/lib/platform/db/tenant";
import { readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { DOCUMENT, publishedProcess } from "@/tests/support/process";
import { NOW, newWorld } from "@/tests/support/world";

/** What a stage of fifty cards may weigh on its way to the browser: six of them make 15 kB. */
const PER_STAGE = 15_000 / 6;

it("a board weighs at most 2.5 kB for each stage of fifty cards, however many deals stand in it", async () => {
  const world = await newWorld("Weight");
  const made = await publishedProcess(world.org.id);
  const stages = DOCUMENT.stages.map(({ key }) => key);
  const weigh = async () => {
    const board = await readJson(dealsBoard, world.rep.caller, { processId: made.id }, { now: NOW });
    if (!board.ok) throw new Error(board.refusal.code);
    const { columns } = JSON.parse(board.value) as { columns: { cards: unknown[] }[] };
    expect(columns.map(({ cards }) => cards.length)).toEqual(stages.map(() => 50));
    return gzipSync(board.value).length;
  };
  const add = (count: number) =>
    withTenant(
      world.owner.caller,
      NOW,
      async (tx, entered) => {
        const companies = Array.from({ length: 60 }, (_, index) => ({
          orgId: world.org.id,
          id: newId(),
          name: companyName(index),
          normalName: companyName(index).toLowerCase(),
        }));
        await tx.company.createMany({ data: companies });
        const deals = Array.from({ length: count }, (_, index) => ({
          id: newId(),
          processId: made.id,
          events: [
            {
              type: "run.opened",
              versionId: made.versionId,
              stageKey: stages[index % stages.length] ?? null,
              startKnown: true,
              fields: {
                title: `Rollout ${companyName(index * 7)} ${index}`,
                owner: (index % 3 ? world.rep : world.otherRep).id,
                company: companies[index % companies.length]?.id,
                amount: { minor: 100_000 + index * 7_919, currency: "EUR" },
              },
              occurred: { day: `2026-11-${String(1 + (index % 24)).padStart(2, "0")}`, at: null },
            },
          ] as const,
        }));
        const versions = new Map([[made.versionId, compile(DOCUMENT)]]);
        await openDeals(tx, { ...entered, reach: "all" }, deals, versions);
      },
      { timeoutMs: 60_000 },
    );
  await add(50 * stages.length);
  expect(await weigh()).toBeLessThan(PER_STAGE * stages.length);
  await add(100 * stages.length);
  expect(await weigh()).toBeLessThan(PER_STAGE * stages.length);
});
