import { emptyDocument, emptyStepFields, newStage } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import type { ProcessDocument, Stage, Step } from "@/lib/domain/process/types";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";

const same = (text: string) => ({ en: text, nl: text });

function step(key: string, more: Partial<Step> = {}): Step {
  return {
    key,
    name: same(key),
    channel: "call",
    owner: { kind: "run-owner" },
    window: { anchor: { kind: "stage-entry" }, unit: "working-days", earliest: null, latest: 2 },
    importance: "normal",
    howTo: same("how"),
    buyerGains: same("gain"),
    ...emptyStepFields,
    ...more,
  };
}

function stage(key: string, steps: Step[], plannedDays = 10): Stage {
  const criterion = {
    key: `${key}-exit`,
    text: same(`${key} done`),
    evidence: "buyer-confirmed",
    requirement: "advisory",
  } as const;
  return {
    ...newStage(key, same(key)),
    buyerStep: same(`buyer ${key}`),
    plannedDays,
    steps,
    criteria: [criterion],
  };
}

/** Three stages (`first`, `second`, `third`) of two steps each; the first step of a stage is a key step. */
export const DOCUMENT: ProcessDocument = {
  ...emptyDocument,
  stages: ["first", "second", "third"].map((key) =>
    stage(key, [step(`${key}-a`, { importance: "key" }), step(`${key}-b`)]),
  ),
};

/** A process of an organisation with a published version 1. */
export async function publishedProcess(
  orgId: string,
  { document = DOCUMENT, roleId = null as string | null, category = "opportunity" } = {},
): Promise<{ id: string; versionId: string }> {
  const id = newId();
  const versionId = newId();
  await withNewTenant(orgId, async (tx) => {
    await tx.process.create({
      data: {
        orgId,
        id,
        name: same("Process"),
        category,
        style: "consultative",
        commercialRoleId: roleId,
      },
    });
    await tx.processVersion.create({
      data: { orgId, id: versionId, processId: id, status: "draft", document: document as object },
    });
    await tx.processVersion.update({
      where: { orgId_id: { orgId, id: versionId } },
      data: {
        status: "published",
        number: 1,
        compiled: compile(document) as object,
        publishedAt: new Date("2026-01-01T00:00:00Z"),
      },
    });
  });
  return { id, versionId };
}
