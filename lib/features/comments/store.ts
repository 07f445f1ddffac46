import "server-only";
import { ROLES, reach } from "@/lib/domain/policy/permissions";
import { readTexts } from "@/lib/features/inbox/commands";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { CommentView, Resolution } from "./view";

/** Threads that a page loads at once. */
const MOST_THREADS = 300;

const THREAD = {
  id: true,
  stepKey: true,
  kind: true,
  body: true,
  authorId: true,
  createdAt: true,
  versionNumber: true,
  resolution: true,
  author: { select: { name: true } },
} as const;

type Row = {
  id: string;
  stepKey: string;
  kind: string;
  body: string;
  authorId: string;
  createdAt: Date;
  versionNumber: number | null;
  resolution: string | null;
  author: { name: string };
};

/** The threads on a process with their answers, and whether there are more. */
export async function threadsOf(
  tx: Tx,
  ctx: Ctx,
  processId: string,
): Promise<{ comments: CommentView[]; more: boolean }> {
  const rows = await tx.stepComment.findMany({
    where: { orgId: ctx.org.id, processId, parentId: null, deletedAt: null },
    select: {
      ...THREAD,
      answers: {
        where: { deletedAt: null },
        select: THREAD,
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: 50,
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_THREADS + 1,
  });
  const bodies = rows.flatMap(({ body, answers }) => [body, ...answers.map((answer) => answer.body)]);
  const reads = await readTexts(tx, ctx.org.id, bodies);
  const view = ({
    authorId,
    author,
    createdAt,
    kind,
    resolution,
    ...row
  }: Row): Omit<CommentView, "answers"> => ({
    ...row,
    body: reads(row.body),
    kind: kind as CommentView["kind"],
    resolution: resolution as Resolution | null,
    by: author.name,
    mine: authorId === ctx.member.id,
    at: createdAt.toISOString(),
  });
  const comments = rows.slice(0, MOST_THREADS).map(
    ({ answers, ...row }): CommentView => ({
      ...view(row),
      answers: answers.map((answer) => ({ ...view(answer), answers: [] })),
    }),
  );
  return { comments, more: rows.length > MOST_THREADS };
}

/** What is still being drawn is for who may change it. */
const seesDrafts = (ctx: Ctx): boolean => reach(ctx.member.role, "process.edit") !== null;

/** Who may change processes; at most 200. */
export async function designers(tx: Tx, ctx: Ctx): Promise<string[]> {
  const roles = ROLES.filter((role) => reach(role, "process.edit") !== null);
  const rows = await tx.membership.findMany({
    where: { orgId: ctx.org.id, status: "active", role: { in: roles } },
    orderBy: { id: "asc" },
    select: { id: true },
    take: 200,
  });
  return rows.map(({ id }) => id);
}

/** Whether there is anything of the process that this member may read: a version, or a draft. */
export async function readable(tx: Tx, ctx: Ctx, processId: string): Promise<boolean> {
  const row = await tx.processVersion.findFirst({
    where: { orgId: ctx.org.id, processId, ...(!seesDrafts(ctx) && { status: { not: "draft" } }) },
    select: { id: true },
  });
  return row !== null;
}

/** Whether a version of the process that this member may read has this step; and the number of what is published. */
export async function stepIn(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  stepKey: string,
): Promise<{ versionNumber: number | null } | null> {
  const rows = await tx.$queryRaw<{ published: number | null }[]>`
    select max(v.number) filter (where v.status = 'published') as published
    from process_version v
    where v.org_id = ${ctx.org.id}::uuid and v.process_id = ${processId}::uuid
      and (${seesDrafts(ctx)} or v.status <> 'draft')
      and exists (
        select from jsonb_array_elements(v.document -> 'stages') s, jsonb_array_elements(s -> 'steps') t
        where t ->> 'key' = ${stepKey})
    having count(*) > 0`;
  return rows[0] ? { versionNumber: rows[0].published } : null;
}

type NewComment = {
  readonly id: string;
  readonly processId: string;
  readonly stepKey: string;
  readonly kind: CommentView["kind"];
  readonly body: string;
  readonly parentId?: string;
  readonly versionNumber?: number | null;
};

/** Keeps a remark or an answer. */
export async function insertComment(tx: Tx, ctx: Ctx, comment: NewComment): Promise<void> {
  await tx.stepComment.create({
    data: { ...comment, orgId: ctx.org.id, authorId: ctx.member.id, createdAt: ctx.now },
    select: { id: true },
  });
}

/** A remark that was not taken away, or null. */
export const findComment = (tx: Tx, ctx: Ctx, id: string) =>
  tx.stepComment.findFirst({
    where: { orgId: ctx.org.id, id, deletedAt: null },
    select: { id: true, processId: true, stepKey: true, parentId: true, authorId: true },
  });

/** Settles a suggestion that is open, or opens it again (null). False when somebody settled it before. */
export async function resolve(tx: Tx, ctx: Ctx, id: string, resolution: Resolution | null): Promise<boolean> {
  const by = resolution
    ? { resolvedById: ctx.member.id, resolvedAt: ctx.now }
    : { resolvedById: null, resolvedAt: null };
  const settled = await tx.stepComment.updateMany({
    where: { orgId: ctx.org.id, id, ...(resolution && { resolution: null }) },
    data: { resolution, ...by },
  });
  return settled.count === 1;
}

/** Takes a remark away; its words stay in the audit's reach, not on any page. */
export async function remove(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await tx.stepComment.update({
    where: { orgId_id: { orgId: ctx.org.id, id } },
    data: { deletedAt: ctx.now },
    select: { id: true },
  });
}
