import "server-only";
import { byId, survivorOf } from "@/lib/domain/registers/merge";
import { MOST_ENTRIES, type RegisterKind } from "@/lib/domain/registers/types";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { sameName } from "@/lib/domain/shared/same-name";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { insertEntry, lockEntries, placeEntry } from "./store";

export type WantedEntry = { readonly kind: RegisterKind; readonly name: LocalText };

/**
 * The ids of entries by kind and name, for what comes from elsewhere: the entry that has the name, or what it became part of;
 * an archived one is offered again, and what no register knows is added. Refuses when a register would be too full.
 */
export async function entriesFor(
  tx: Tx,
  ctx: Ctx,
  wanted: readonly WantedEntry[],
): Promise<((entry: WantedEntry) => string | null) | Refusal> {
  if (wanted.length === 0) return () => null;
  const entries = await lockEntries(tx, ctx);
  const all = byId(entries);
  const known: { kind: RegisterKind; name: LocalText; id: string }[] = entries.map(({ id, kind, name }) => ({
    id: survivorOf(all, id)?.id ?? id,
    kind,
    name,
  }));
  const find = ({ kind, name }: WantedEntry) =>
    known.find((one) => one.kind === kind && sameName(one.name, name))?.id ?? null;
  for (const { kind, name } of wanted) {
    const id = find({ kind, name });
    if (id) {
      if (all.get(id)?.archived) await placeEntry(tx, ctx, id, { archivedAt: null });
      continue;
    }
    if (known.filter((one) => one.kind === kind).length >= MOST_ENTRIES)
      return refuse("register.full", { count: MOST_ENTRIES });
    const made = { id: newId(), kind, name, note: "" };
    await insertEntry(tx, ctx, made);
    known.push(made);
  }
  return find;
}
