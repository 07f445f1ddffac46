import "server-only";
import { emptyDocument, newStage } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { insertContent, insertProcess, lockProcess } from "./store";
import { deleteDraft, findDraft, insertDraft, lastNumber, sealVersion } from "./store-versions";

export type AsFound = {
  /** An existing process; without it a new one is made. */
  readonly processId?: string;
  readonly name: LocalText;
  /** In order. Keys are the importer's own and must differ. */
  readonly stages: readonly {
    readonly key: string;
    readonly name: LocalText;
    readonly plannedDays?: number;
  }[];
  /** The import that found it, kept on a new process. */
  readonly importId?: string;
};

/**
 * Stages as an imported file has them, as a version of their own: immutable, exempt from the check, never guiding and
 * never counted as a published process. Gives the version's ids; refused when the process is not there or two keys
 * are the same. For the imports feature, inside its own command.
 */
export async function createAsFound(
  tx: Tx,
  ctx: Ctx,
  { processId: existing, name, stages, importId }: AsFound,
): Promise<{ processId: string; versionId: string; number: number } | Refusal> {
  if (new Set(stages.map((stage) => stage.key)).size < stages.length) return refuse("key-taken");
  const processId = existing ?? newId();
  if (existing && !(await lockProcess(tx, ctx, existing))) return refuse("not-found");
  if (!existing) {
    const fixed = { category: "opportunity", style: "transactional", commercialRoleId: null } as const;
    await insertProcess(tx, ctx, { id: processId, name, ...fixed, ...(importId && { importId }) });
  }
  const document: ProcessDocument = {
    ...emptyDocument,
    stages: stages.map((stage) => ({
      ...newStage(stage.key, stage.name),
      plannedDays: stage.plannedDays ?? null,
    })),
  };
  // A version is filled while it is a draft, and a process has one draft: a waiting one steps aside for that moment.
  const waiting = await findDraft(tx, ctx, processId);
  if (waiting) await deleteDraft(tx, ctx, waiting.id);
  const versionId = newId();
  await insertDraft(tx, ctx, { id: versionId, processId, document });
  await insertContent(tx, ctx, versionId, document);
  const number = (await lastNumber(tx, ctx, processId)) + 1;
  await sealVersion(tx, ctx, versionId, { status: "as-found", number, compiled: compile(document) });
  if (waiting) {
    const { id, revision, basedOnId, createdById, createdAt } = waiting;
    await insertDraft(tx, ctx, {
      id,
      processId,
      document: waiting.document,
      revision,
      basedOnId,
      createdById,
      createdAt,
    });
  }
  return { processId, versionId, number };
}
