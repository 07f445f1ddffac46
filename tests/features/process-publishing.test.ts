import { describe, expect, it } from "vitest";
import { NO_TIMING } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import { allSteps } from "@/lib/domain/process/locate";
import {
  copyProcess,
  createAsFound,
  editDraft,
  publishVersion,
  retireVersion,
  reviveVersion,
  startDraft,
} from "@/lib/features/processes/commands";
import {
  processFile,
  processPublishing,
  processRead,
  processVersions,
} from "@/lib/features/processes/queries";
import type { Caller } from "@/lib/platform/context";
import { sqlState } from "@/lib/platform/db/sql-state";
import type { Tx } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import {
  draftOf,
  firstStep,
  fresh,
  inTenant,
  inTwoOrganisations,
  manager,
  openRun,
  publish,
  refusal,
  rename,
  value,
  world,
} from "./process-bench";

inTwoOrganisations();

describe("publishing", () => {
  it("keeps version 1 for the deals that run on it, and makes version 2 the one for new deals", async () => {
    const { processId } = await fresh();
    const v1 = value(await publish(processId));
    const runId = await openRun(processId, v1.versionId, "Peeters Staalbouw");
    value(await execute(startDraft, manager, { id: newId(), processId }));
    const stepKey = await firstStep(processId);
    value(await rename(processId, stepKey, "Know the company"));

    expect(refusal(await publish(processId))).toMatchObject({ code: "why-needed", field: "why" });
    expect(value(await publish(processId, "Nobody understood the first step"))).toMatchObject({ number: 2 });

    const run = await inTenant((tx) => tx.run.findFirst({ where: { id: runId } }));
    expect(run?.versionId).toBe(v1.versionId);
    const { versions } = value(await read(processVersions, manager, { processId }));
    expect(versions).toMatchObject([
      { number: 2, status: "published", figures: { open: { n: 0 } } },
      { number: 1, status: "retired", figures: { open: { n: 1 } } },
    ]);
    expect(versions[0]?.changes?.map(({ change, key }) => ({ change, key }))).toEqual([
      { change: "renamed", key: stepKey },
    ]);
    const map = value(await read(processRead, manager, { processId }));
    expect(map.shown?.number).toBe(2);
    expect(map.deals).toEqual([{ number: 1, open: 1 }]);
  });

  it("writes the rows and the compiled form of exactly what was drafted", async () => {
    const { processId, versionId } = await fresh();
    const { document } = await draftOf(processId);
    value(await publish(processId));
    const rows = await inTenant(async (tx) => ({
      stages: await tx.stage.findMany({ where: { versionId }, orderBy: { position: "asc" } }),
      steps: await tx.step.count({ where: { versionId } }),
      criteria: await tx.exitCriterion.count({ where: { versionId } }),
      version: await tx.processVersion.findFirst({ where: { id: versionId } }),
    }));
    expect(rows.stages.map((stage) => stage.key)).toEqual(document.stages.map((stage) => stage.key));
    expect(rows.steps).toBe(allSteps(document).length);
    expect(rows.criteria).toBe(document.stages.flatMap((stage) => stage.criteria).length);
    expect(rows.version?.compiled).toEqual(compile(document));
  });

  it("keeps the timing it inherited, while the next draft inherits again", async () => {
    const { processId, versionId } = await fresh();
    const step = allSteps((await draftOf(processId)).document)[0];
    if (!step) throw new Error("no step");
    const orgTiming = (latest: number) =>
      inTenant((tx, ctx) =>
        tx.organization.update({
          where: { id: ctx.org.id },
          data: { timing: { plannedDays: null, stepWindow: { unit: "working-days", latest } } },
        }),
      );
    await orgTiming(4);
    const edits = [{ type: "step.set", stepKey: step.key, set: { window: null } }];
    value(await execute(editDraft, manager, { processId, versionId, revision: 0, edits }));
    value(await publish(processId));
    await orgTiming(9);

    const map = value(await read(processRead, manager, { processId }));
    const published = allSteps(map.shown?.document ?? { formatVersion: 2, timing: NO_TIMING, stages: [] })[0];
    expect(published?.window).toMatchObject({ anchor: { kind: "stage-entry" }, latest: 4 });
    value(await execute(startDraft, manager, { id: newId(), processId }));
    const draft = await draftOf(processId);
    expect(allSteps(draft.document)[0]?.window).toBeNull();
    const { versions } = value(await read(processVersions, manager, { processId }));
    expect(versions.map(({ status }) => status)).toEqual(["draft", "published"]);
    expect(versions[0]?.changes).toMatchObject([{ change: "retimed", key: step.key }]);
    await inTenant((tx, ctx) =>
      tx.organization.update({ where: { id: ctx.org.id }, data: { timing: NO_TIMING } }),
    );
  });

  it("refuses a draft with errors and names them all", async () => {
    const { processId, versionId } = await fresh();
    const [first, second] = allSteps((await draftOf(processId)).document);
    const edits = [
      { type: "step.set", stepKey: first?.key, set: { owner: null } },
      { type: "step.set", stepKey: second?.key, set: { name: { en: "", nl: "" } } },
    ];
    value(await execute(editDraft, manager, { processId, versionId, revision: 0, edits }));
    const refused = refusal(await publish(processId));
    expect(refused?.code).toBe("process-has-problems");
    expect(refused?.current).toMatchObject({
      problems: [
        { code: "step-no-owner", place: { stepKey: first?.key } },
        { code: "step-no-name", place: { stepKey: second?.key } },
      ],
    });
  });

  it("refuses when the draft is no longer what the person looked at", async () => {
    const { processId, versionId } = await fresh();
    value(await rename(processId, await firstStep(processId), "Changed meanwhile"));
    const refused = refusal(await execute(publishVersion, manager, { processId, versionId, revision: 0 }));
    expect(refused).toMatchObject({ code: "draft-changed", current: { revision: 1 } });
  });

  it("gives one number when several people publish at the same moment", async () => {
    const { processId, versionId } = await fresh();
    const ask = (caller: Caller) => execute(publishVersion, caller, { processId, versionId, revision: 0 });
    const results = await Promise.all([ask(manager), ask(world.owner.caller), ask(manager)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refused = results.map((result) => refusal(result)?.code).filter(Boolean);
    expect(refused).toEqual(["draft-gone", "draft-gone"]);
    const { versions } = value(await read(processVersions, manager, { processId }));
    expect(versions.map((version) => version.number)).toEqual([1]);
  });

  it("keeps a published version as it is, whoever asks the database", async () => {
    const { processId, versionId } = await fresh();
    value(await publish(processId));
    const attempts: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.processVersion.updateMany({ where: { id: versionId }, data: { why: "another" } }),
      (tx) => tx.processVersion.deleteMany({ where: { id: versionId } }),
      (tx) => tx.stage.updateMany({ where: { versionId }, data: { name: { en: "Other" } } }),
      (tx) => tx.step.deleteMany({ where: { versionId } }),
      (tx) => tx.exitCriterion.updateMany({ where: { versionId }, data: { evidence: "document" } }),
    ];
    for (const attempt of attempts) {
      const error = await inTenant(attempt).then(
        () => null,
        (thrown) => thrown,
      );
      expect(sqlState(error)).toBe("23001");
    }
  });
});

describe("taking a version out of use", () => {
  const use = async (processId: string) =>
    value(await read(processVersions, manager, { processId })).versions.map(
      ({ number, status, revivable }) => ({
        number,
        status,
        revivable,
      }),
    );

  it("leaves its deals on it, and can be undone", async () => {
    const { processId, versionId } = await fresh();
    value(await publish(processId));
    const run = await openRun(processId, versionId, "Stays");
    value(await execute(retireVersion, manager, { processId, versionId }));
    expect(await use(processId)).toEqual([{ number: 1, status: "retired", revivable: true }]);
    expect(value(await read(processVersions, manager, { processId })).idle).toBe(true);
    expect((await inTenant((tx) => tx.run.findFirstOrThrow({ where: { id: run } }))).versionId).toBe(
      versionId,
    );
    const again = await execute(retireVersion, manager, { processId, versionId });
    expect(refusal(again)?.code).toBe("version-not-published");
    value(await execute(reviveVersion, manager, { processId, versionId }));
    expect(await use(processId)).toEqual([{ number: 1, status: "published", revivable: false }]);
  });

  it("is still what is copied, exported, drafted from, and what the next reason is asked against", async () => {
    const { processId, versionId } = await fresh();
    value(await publish(processId));
    value(await execute(retireVersion, manager, { processId, versionId }));
    const name = { en: "Copy" };
    const copy = value(await execute(copyProcess, manager, { id: newId(), processId, name }));
    const file = value(await read(processFile, manager, { processId }));
    expect((await draftOf(copy.processId)).document.stages.length).toBe(file.stages.length);
    value(await execute(startDraft, manager, { id: newId(), processId }));
    const last = value(await read(processPublishing, manager, { processId }));
    expect(last).toMatchObject({ number: 2, published: { number: 1 }, changes: [] });
    expect(refusal(await publish(processId))?.code).toBe("why-needed");
    value(await publish(processId, "Back in use"));
  });

  it("is undone for the last version only: an older one comes back as a draft", async () => {
    const { processId, versionId } = await fresh();
    value(await publish(processId));
    const draft = value(await execute(startDraft, manager, { id: newId(), processId }));
    value(await publish(processId, "Better"));
    const second = { processId, versionId: draft.versionId };
    expect(refusal(await execute(retireVersion, manager, { processId, versionId }))?.code).toBe(
      "version-not-published",
    );
    expect(refusal(await execute(reviveVersion, manager, { processId, versionId }))?.code).toBe(
      "version-superseded",
    );
    value(await execute(retireVersion, manager, second));
    expect(refusal(await execute(reviveVersion, manager, { processId, versionId }))?.code).toBe(
      "version-superseded",
    );
    value(await execute(startDraft, manager, { id: newId(), processId, fromVersionId: versionId }));
    value(await publish(processId, "Back to the first"));
    expect(await use(processId)).toEqual([
      { number: 3, status: "published", revivable: false },
      { number: 2, status: "retired", revivable: false },
      { number: 1, status: "retired", revivable: false },
    ]);
    expect(refusal(await execute(reviveVersion, manager, second))?.code).toBe("version-superseded");
  });

  it("never brings an as-found version into use, whoever asks the database", async () => {
    const found = await inTenant((tx, ctx) =>
      createAsFound(tx, ctx, { name: { en: "Found" }, stages: [{ key: "a", name: { en: "A" } }] }),
    );
    if (!("versionId" in found)) throw new Error("refused");
    const change = inTenant((tx) =>
      tx.processVersion.updateMany({ where: { id: found.versionId }, data: { status: "published" } }),
    );
    expect(await change.then(() => "done", sqlState)).toBe("23001");
  });
});
