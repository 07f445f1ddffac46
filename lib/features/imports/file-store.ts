import "server-only";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";

/** Throws the file's pieces away. */
export async function clearPieces(tx: Tx, ctx: Ctx, importId: string): Promise<void> {
  await tx.importPart.deleteMany({ where: { orgId: ctx.org.id, importId } });
}

/** Keeps one piece of a file, in order from 0. */
export async function insertPiece(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  part: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.importPart.create({ data: { orgId: ctx.org.id, importId, part, bytes }, select: { part: true } });
}

/** One piece, or null after the last. */
export async function findPiece(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  part: number,
): Promise<Uint8Array | null> {
  const row = await tx.importPart.findUnique({
    where: { orgId_importId_part: { orgId: ctx.org.id, importId, part } },
    select: { bytes: true },
  });
  return row?.bytes ?? null;
}
