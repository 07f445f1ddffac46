import "server-only";
import type { Member } from "@/lib/platform/context";
import type { Tx } from "./tenant";

const wide = new WeakSet<Tx>();

/**
 * Does `work` as someone who sees every deal, for what must not depend on who looks: the second half of a write whose
 * subject was found with the caller's own eyes (a deal may leave their sight by it, and roll-ups are everyone's), and
 * guards that would break what they do not see. Never for what is shown. What `work` throws must undo the transaction.
 */
export async function seeingAll<T>(
  tx: Tx,
  { member }: { member: Member },
  work: () => Promise<T>,
): Promise<T> {
  if (member.sees === "all" || wide.has(tx)) return work();
  wide.add(tx);
  try {
    await tx.$queryRaw`select set_config('app.sees', 'all', true)`;
    const value = await work();
    await tx.$queryRaw`select set_config('app.sees', 'some', true)`;
    return value;
  } finally {
    wide.delete(tx);
  }
}
