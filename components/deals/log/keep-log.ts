import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { logActivity } from "@/lib/features/deals/actions";
import type { LogActivity } from "@/lib/features/deals/input";
import { entries, flush, put, throwAway } from "@/lib/platform/outbox/outbox";

/** How long somebody looks at a spinner before a log is said to wait on the device; it goes on being sent. */
const PATIENCE_MS = 5_000;

export type Kept =
  | { readonly how: "sent" | "waits" }
  | { readonly how: "refused"; readonly refusal: Refusal };

export type NewLog = {
  readonly org: string;
  /** Null while only the name of the deal is known. */
  readonly dealId: string | null;
  readonly input: Omit<LogActivity, "id">;
  readonly about: string;
  readonly what: string;
};

/**
 * Keeps a log on the device first and sends it then, so that it is never lost and arrives once. A refusal leaves nothing
 * behind, because the person still has it before them.
 */
export async function keepLog({ org, dealId, input, about, what }: NewLog): Promise<Kept> {
  const id = input.activityId;
  const entry = { id, org, verb: "deal.log-activity", input: { ...input, id: dealId }, about, what };
  const kept = await put({ ...entry, state: dealId ? "waiting" : "unfinished" }).catch(() => false);
  if (!kept) {
    if (!dealId) return { how: "refused", refusal: refuse("offline") };
    const result = await logActivity(org, { id: dealId, ...input }, { key: id });
    return result.ok ? { how: "sent" } : { how: "refused", refusal: result.refusal };
  }
  if (!dealId || !navigator.onLine) return { how: "waits" };
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([flush().catch(() => "later"), patience]);
  const left = (await entries()).find((one) => one.id === id);
  if (!left) return { how: "sent" };
  if (left.state !== "refused" || !left.refusal) return { how: "waits" };
  await throwAway(id);
  return { how: "refused", refusal: left.refusal };
}
