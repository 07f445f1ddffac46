import { beforeAll, describe, expect, it } from "vitest";
import type { GateId } from "@/lib/domain/maturity/gates";
import { emptyDocument, newCriterion, newStep } from "@/lib/domain/process/blank";
import type { ProcessDocument, Step } from "@/lib/domain/process/types";
import { addDays } from "@/lib/domain/shared/day";
import { recordReview } from "@/lib/features/maturity/commands";
import { maturityOrganization, maturityProcess, maturityRows } from "@/lib/features/maturity/queries";
import type { ProcessMaturity } from "@/lib/features/maturity/view";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { NOW, newWorld, type OrgWorld } from "../support/world";
import {
  closed,
  type DealHistory,
  done,
  inside,
  moved,
  on,
  opened,
  publish,
  stage,
  waived,
  write,
} from "./insights-fixtures";

const TODAY = "2026-11-25";
const ago = (days: number) => addDays(TODAY, -days);

const step = (key: string, more: Partial<Step> = {}): Step => ({
  ...newStep(key, { en: key, nl: key }),
  channel: "call",
  owner: { kind: "run-owner" },
  window: { anchor: { kind: "stage-entry" }, unit: "calendar-days", earliest: 0, latest: 5 },
  ...more,
});
const DOCUMENT: ProcessDocument = {
  ...emptyDocument,
  stages: [
    stage("a", { steps: [step("call")], criteria: [newCriterion("ca", { en: "Agreed" })] }),
    stage("b", { steps: [step("visit"), step("quote", { window: null })] }),
    stage("c", { steps: [step("sign")] }),
  ],
};

/** A role of two people, ten deals opened lately, two of them on another process; six closed by the book, one not. */
async function build(world: OrgWorld) {
  const { processId, versionId } = await publish(world.manager.caller, DOCUMENT, {
    roleId: world.role.id,
    now: new Date("2026-01-05T09:00:00Z"),
  });
  const found = await publish(world.manager.caller, DOCUMENT, { status: "as-found" });
  await inside(world.owner.caller, (tx, ctx) =>
    tx.membership.updateMany({
      where: { orgId: ctx.org.id, id: { in: [world.rep.id, world.otherRep.id] } },
      data: { commercialRoleId: world.role.id },
    }),
  );
  const owner = world.rep.id;
  const byTheBook = (from: number): DealHistory => ({
    id: newId(),
    processId,
    events: [
      opened({ versionId, owner, day: ago(from) }),
      done("call", ago(from - 1)),
      {
        type: "criterion.evidenced",
        criterionKey: "ca",
        kind: "buyer-confirmed",
        note: null,
        occurred: on(ago(from - 2)),
        recordedAt: `${ago(from - 2)}T10:00:00.000Z`,
      },
      moved("a", "b", ago(from - 2)),
      done("visit", ago(from - 3)),
      waived("quote", ago(from - 3), "not-relevant"),
      moved("b", "c", ago(from - 4)),
      done("sign", ago(from - 5)),
      closed("won", ago(from - 6)),
    ],
  });
  const sloppy: DealHistory = {
    id: newId(),
    processId,
    events: [
      opened({ versionId, owner, day: ago(40) }),
      moved("a", "c", ago(38)),
      closed("lost", ago(30), null),
    ],
  };
  const fresh: DealHistory = { id: newId(), processId, events: [opened({ versionId, owner, day: ago(3) })] };
  const elsewhere = [20, 21].map(
    (from): DealHistory => ({
      id: newId(),
      processId: found.processId,
      events: [opened({ versionId: found.versionId, owner: world.otherRep.id, day: ago(from) })],
    }),
  );
  await write(world.manager.caller, [
    ...[60, 59, 58, 57, 56, 55].map(byTheBook),
    sloppy,
    fresh,
    ...elsewhere,
  ]);
  await inside(world.rep.caller, (tx, ctx) =>
    tx.activity.create({
      data: {
        orgId: ctx.org.id,
        id: newId(),
        runId: fresh.id,
        kind: "call",
        occurredOn: new Date(`${ago(14)}T00:00:00Z`),
        recordedAt: NOW,
        actorId: world.rep.id,
      },
    }),
  );
  return { processId, versionId, freshId: fresh.id };
}

const gate = (view: ProcessMaturity, id: GateId) =>
  [...view.gates, ...view.later].find((each) => each.gate === id);

describe("maturity", () => {
  let world: OrgWorld;
  let made: Awaited<ReturnType<typeof build>>;
  const one = async (now = NOW): Promise<ProcessMaturity> => {
    const result = await read(maturityProcess, world.viewer.caller, { processId: made.processId }, { now });
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value as ProcessMaturity;
  };
  beforeAll(async () => {
    world = await newWorld();
    made = await build(world);
  });

  it("counts every gate from its rows", async () => {
    const view = await one();
    expect(view.process.level).toBe(2);
    expect(gate(view, "defined")?.now).toEqual([{ kind: "stages", version: 1, stages: 3, empty: 0 }]);
    expect(gate(view, "complete")?.now).toEqual([
      { kind: "share", of: "steps", k: 3, n: 4 },
      { kind: "share", of: "criteria", k: 1, n: 3 },
    ]);
    expect(gate(view, "on-process")?.now).toEqual([{ kind: "share", of: "on-process", k: 8, n: 10 }]);
    expect(gate(view, "in-use")?.now).toEqual([{ kind: "share", of: "in-use", k: 1, n: 2 }]);
    // Six waived with a reason; one skipped a stage without one and passed a required step in stage a without a word.
    expect(gate(view, "explained")?.state).toBe("not-measurable");
    expect(gate(view, "explained")?.now).toEqual([{ kind: "share", of: "explained", k: 6, n: 8 }]);
    expect(gate(view, "measurable")?.now).toEqual([{ kind: "share", of: "reasons", k: 6, n: 7 }]);
    expect(gate(view, "evidenced")?.now).toEqual([
      { kind: "share", of: "exits", k: 6, n: 7 },
      { kind: "share", of: "proofs", k: 6, n: 6 },
    ]);
    expect(gate(view, "followed")?.now).toEqual([{ kind: "count", of: "closed-deals", n: 7 }]);
    expect(gate(view, "coached")).toMatchObject({ state: "not-measurable", waitsFor: "coached" });
    expect(gate(view, "triaged")).toMatchObject({ state: "not-measurable", waitsFor: "triaged" });
  });

  it("opens as many rows behind a gate as it counted", async () => {
    const view = await one();
    for (const { gate: id, now, state } of view.gates) {
      const result = await read(
        maturityRows,
        world.viewer.caller,
        { processId: made.processId, gate: id },
        { now: NOW },
      );
      if (!result.ok) throw new Error(result.refusal.code);
      const shares = now.flatMap((each) => (each.kind === "share" && each.of !== "proofs" ? [each] : []));
      if (shares.length > 0) {
        expect(result.value, `${id} ${state}`).toMatchObject({
          total: shares.reduce((sum, { n }) => sum + n, 0),
          counting: shares.reduce((sum, { k }) => sum + k, 0),
        });
      }
      expect(result.value.rows.length).toBe(result.value.total);
      const order = result.value.rows.map(({ counts }) => counts);
      expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)));
    }
  });

  it("meets the review gate with a recorded review, which keeps the figures and lapses", async () => {
    const before = await one();
    expect(gate(before, "reviewed")?.state).toBe("not-met");
    const id = newId();
    const input = { id, processId: made.processId, conclusion: "no-change", note: "Looked at the quarter" };
    expect((await execute(recordReview, world.rep.caller, input)).ok).toBe(false);
    const result = await execute(recordReview, world.manager.caller, input, { now: NOW });
    expect(result).toEqual({ ok: true, value: { id, day: TODAY } });
    const after = await one();
    expect(gate(after, "reviewed")).toMatchObject({ state: "met", lapsesOn: addDays(TODAY, 181) });
    expect(after.reviews).toMatchObject([
      { day: TODAY, conclusion: "no-change", note: "Looked at the quarter", by: "Mark Manager" },
    ]);
    const kept = await inside(world.owner.caller, (tx, ctx) =>
      tx.processReview.findMany({ where: { orgId: ctx.org.id }, select: { snapshot: true } }),
    );
    expect(kept[0]?.snapshot).toMatchObject({ level: 2, facts: { onProcess: { k: 8, n: 10 } } });
    const late = await one(new Date("2027-06-01T09:00:00Z"));
    expect(gate(late, "reviewed")?.state ?? "not-met").toBe("not-met");
  });

  it("weighs the organisation by active people and names who holds it back", async () => {
    const result = await read(maturityOrganization, world.manager.caller, {}, { now: NOW });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value).toMatchObject({ level: 2, reps: 2, laggards: [{ id: world.role.id, level: 2 }] });
    expect(result.value.processes).toHaveLength(2);
    const asFound = result.value.processes.find(({ processId }) => processId !== made.processId);
    expect(asFound?.level).toBe(1);
  });

  it("loses the level when the rows are gone", async () => {
    const other = await newWorld();
    const { processId, versionId } = await build(other);
    await inside(other.manager.caller, (tx, ctx) =>
      tx.run.updateMany({ where: { orgId: ctx.org.id, versionId }, data: { deletedAt: NOW } }),
    );
    const result = await read(maturityProcess, other.manager.caller, { processId }, { now: NOW });
    expect(result).toMatchObject({ ok: true, value: { process: { level: 1 } } });
  });

  it("is not there for another organisation, and nothing of it is", async () => {
    const other = await newWorld();
    const foreign = { processId: made.processId };
    expect(await read(maturityProcess, other.owner.caller, foreign)).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
    expect(await read(maturityRows, other.owner.caller, { ...foreign, gate: "measurable" })).toMatchObject({
      ok: false,
    });
    const review = { id: newId(), ...foreign, conclusion: "change", note: "" };
    expect(await execute(recordReview, other.owner.caller, review)).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
    const mine = await read(maturityOrganization, other.owner.caller, {});
    expect(mine).toMatchObject({ ok: true, value: { processes: [], level: null } });
  });
});
