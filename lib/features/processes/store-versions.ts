import "server-only";
import type { ProcessDocument, VersionStatus } from "@/lib/domain/process/types";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { json, type Sealed } from "./store";

const VERSION = {
  id: true,
  processId: true,
  status: true,
  number: true,
  why: true,
  hypothesis: true,
  document: true,
  designed: true,
  revision: true,
  basedOnId: true,
  createdById: true,
  createdAt: true,
  publishedById: true,
  publishedAt: true,
  retiredAt: true,
} as const;

type Row = {
  id: string;
  processId: string;
  status: string;
  number: number | null;
  why: string | null;
  hypothesis: unknown;
  document: unknown;
  designed: unknown;
  revision: number;
  basedOnId: string | null;
  createdById: string | null;
  createdAt: Date;
  publishedById: string | null;
  publishedAt: Date | null;
  retiredAt: Date | null;
};
export type VersionRow = Omit<Row, "status" | "document" | "designed"> & {
  readonly status: VersionStatus;
  /** What people follow: once published, with the timing it inherited. */
  readonly document: ProcessDocument;
  /** What a next draft starts from: as it was drawn, so that it inherits again. */
  readonly designed: ProcessDocument;
};

const versionRow = (row: Row): VersionRow => ({
  ...row,
  status: row.status as VersionStatus,
  document: row.document as ProcessDocument,
  designed: (row.designed ?? row.document) as ProcessDocument,
});

/** A version of the process by id, or null. */
export async function findVersion(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  id: string,
): Promise<VersionRow | null> {
  const row = await tx.processVersion.findFirst({
    where: { orgId: ctx.org.id, processId, id },
    select: VERSION,
  });
  return row && versionRow(row);
}

/** The one draft of the process, or null. */
export async function findDraft(tx: Tx, ctx: Ctx, processId: string): Promise<VersionRow | null> {
  const row = await tx.processVersion.findFirst({
    where: { orgId: ctx.org.id, processId, status: "draft" },
    select: VERSION,
  });
  return row && versionRow(row);
}

/** The one version that new deals start on, or null. */
export async function findPublished(tx: Tx, ctx: Ctx, processId: string): Promise<VersionRow | null> {
  const row = await tx.processVersion.findFirst({
    where: { orgId: ctx.org.id, processId, status: "published" },
    select: VERSION,
    orderBy: { number: "desc" },
  });
  return row && versionRow(row);
}

/** The last version that new deals started on, whether it is still in use or was taken out of it; or null. */
export async function findLastInUse(tx: Tx, ctx: Ctx, processId: string): Promise<VersionRow | null> {
  const row = await tx.processVersion.findFirst({
    where: { orgId: ctx.org.id, processId, status: { in: ["published", "retired"] } },
    select: VERSION,
    orderBy: { number: "desc" },
  });
  return row && versionRow(row);
}

/** What people follow: the published version, else the newest there is; a draft comes last, and only if asked for. */
export async function findNewest(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  drafts: boolean,
): Promise<VersionRow | null> {
  const published = await findPublished(tx, ctx, processId);
  if (published) return published;
  const row = await tx.processVersion.findFirst({
    where: { orgId: ctx.org.id, processId, status: { not: "draft" } },
    select: VERSION,
    orderBy: { number: "desc" },
  });
  if (row) return versionRow(row);
  return drafts ? findDraft(tx, ctx, processId) : null;
}

/** Whether the process has a version that is no draft. */
export async function hasSealed(tx: Tx, ctx: Ctx, processId: string): Promise<boolean> {
  const row = await tx.processVersion.findFirst({
    where: { orgId: ctx.org.id, processId, status: { not: "draft" } },
    select: { id: true },
  });
  return row !== null;
}

/** Versions of the process that are no drafts: `numbers`, or the newest below `before`; newest first, at most `take`. */
export async function findSealed(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  which: { readonly numbers: readonly number[] } | { readonly before: number | null; readonly take: number },
): Promise<VersionRow[]> {
  const number =
    "numbers" in which
      ? { in: [...which.numbers] }
      : which.before === null
        ? { not: null }
        : { lt: which.before };
  const rows = await tx.processVersion.findMany({
    where: { orgId: ctx.org.id, processId, number },
    select: VERSION,
    orderBy: { number: "desc" },
    ...("take" in which && { take: which.take }),
  });
  return rows.map(versionRow);
}

/** As many versions as can be chosen from. */
const MOST_CHOICES = 200;

/** The numbers and states of the process's versions, newest first, without the draft. */
export async function versionChoices(
  tx: Tx,
  ctx: Ctx,
  processId: string,
): Promise<{ id: string; number: number; status: VersionStatus }[]> {
  const rows = await tx.processVersion.findMany({
    where: { orgId: ctx.org.id, processId, number: { not: null } },
    select: { id: true, number: true, status: true },
    orderBy: { number: "desc" },
    take: MOST_CHOICES,
  });
  return rows.map(({ id, number, status }) => ({ id, number: number ?? 0, status: status as VersionStatus }));
}

/** Open runs per version of these processes. */
export async function openRunsPerVersion(
  tx: Tx,
  ctx: Ctx,
  processIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.run.groupBy({
    by: ["versionId"],
    where: {
      orgId: ctx.org.id,
      processId: { in: [...processIds] },
      kind: "deal",
      status: "open",
      deletedAt: null,
    },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.versionId, row._count._all]));
}

/** The highest number that a version of the process has; 0 before the first. */
export async function lastNumber(tx: Tx, ctx: Ctx, processId: string): Promise<number> {
  const found = await tx.processVersion.aggregate({
    where: { orgId: ctx.org.id, processId },
    _max: { number: true },
  });
  return found._max.number ?? 0;
}

/** Writes a draft. A second draft of one process is refused by the database ("already there"). */
export async function insertDraft(
  tx: Tx,
  ctx: Ctx,
  draft: {
    id: string;
    processId: string;
    document: ProcessDocument;
    basedOnId?: string | null;
    revision?: number;
    createdById?: string | null;
    createdAt?: Date;
  },
): Promise<void> {
  const { document, createdById = ctx.actor.id, createdAt = ctx.now, ...rest } = draft;
  await tx.processVersion.create({
    data: { ...rest, orgId: ctx.org.id, status: "draft", document: json(document), createdById, createdAt },
  });
}

/** Puts a new document into a draft; gives the new revision. The caller holds the process. */
export async function saveDraft(
  tx: Tx,
  ctx: Ctx,
  draft: Pick<VersionRow, "id" | "revision">,
  document: ProcessDocument,
): Promise<number> {
  const revision = draft.revision + 1;
  await tx.processVersion.update({
    where: { orgId_id: { orgId: ctx.org.id, id: draft.id } },
    data: { document: json(document), revision },
    select: { id: true },
  });
  return revision;
}

/** Removes a draft; nothing else can be removed. */
export async function deleteDraft(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx.processVersion.deleteMany({ where: { orgId: ctx.org.id, id, status: "draft" } });
}

/** Removes a process that has no version of any kind; one that has is left alone. */
export async function deleteWithoutVersions(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx.process.deleteMany({ where: { orgId: ctx.org.id, id, versions: { none: {} } } });
}

/** Turns a draft into an immutable version. From here on the database refuses every change of its content. */
export async function sealVersion(tx: Tx, ctx: Ctx, id: string, sealed: Sealed): Promise<void> {
  const { compiled, hypothesis, document, designed, ...rest } = sealed;
  await tx.processVersion.update({
    where: { orgId_id: { orgId: ctx.org.id, id } },
    data: {
      ...rest,
      compiled: json(compiled),
      ...(document && { document: json(document), designed: json(designed) }),
      ...(hypothesis !== undefined && { hypothesis: json(hypothesis) }),
      publishedById: ctx.actor.id,
      publishedAt: ctx.now,
    },
    select: { id: true },
  });
}

/** Retires the published versions of a process, but not `except`. Deals that run on them stay on them. */
export async function retirePublished(tx: Tx, ctx: Ctx, processId: string, except: string): Promise<void> {
  await tx.processVersion.updateMany({
    where: { orgId: ctx.org.id, processId, status: "published", id: { not: except } },
    data: { status: "retired", retiredAt: ctx.now },
  });
}

/** Takes a published version out of use, or a retired one (`status` published) back into use. */
export async function setInUse(tx: Tx, ctx: Ctx, id: string, status: "published" | "retired"): Promise<void> {
  await tx.processVersion.update({
    where: { orgId_id: { orgId: ctx.org.id, id } },
    data: { status, retiredAt: status === "retired" ? ctx.now : null },
    select: { id: true },
  });
}
