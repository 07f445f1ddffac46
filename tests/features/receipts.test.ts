import { expect, it } from "vitest";
import { createDeal } from "@/lib/features/deals/commands";
import { eraseOldReceipts, RECEIPT_DAYS } from "@/lib/features/receipts/jobs";
import { execute } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { publishedProcess } from "@/tests/support/process";
import { NOW, newWorld } from "@/tests/support/world";

const DAY = 86_400_000;

it("receipts are kept as long as a command may come twice, and no longer", async () => {
  const world = await newWorld("Receipts");
  const process = await publishedProcess(world.org.id);
  const input = { id: newId(), processId: process.id, title: "Once" };
  const key = newId();
  const send = () => execute(createDeal, world.rep.caller, input, { now: NOW, key });
  const first = await send();
  expect(first.ok).toBe(true);
  const later = (days: number) => new Date(NOW.getTime() + days * DAY);
  expect(await eraseOldReceipts(world.org.id, later(RECEIPT_DAYS))).toBe(0);
  expect(await send()).toEqual(first);
  expect(await eraseOldReceipts(world.org.id, later(RECEIPT_DAYS + 1))).toBe(1);
  // Known by its own id then, and still made once.
  expect(await send()).toMatchObject({ refusal: { code: "already-there" } });
});
