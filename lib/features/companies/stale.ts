import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { lastChange } from "@/lib/platform/last-change";
import type { Work } from "@/lib/platform/verb";

/** Why nothing was changed: it is gone, or someone else was first. */
export async function staleOr(
  { tx, ctx, input }: Work<{ id: string }>,
  verb: string,
  now: { version: number } | null,
): Promise<Refusal> {
  if (!now) return refuse("not-found");
  const last = await lastChange(tx, ctx.org.id, { verbs: [verb], entityId: input.id });
  return refuse("stale", { who: last?.by ?? "", at: last?.at ?? "" }, { current: now });
}
