import "server-only";
import { entryUses } from "@/lib/domain/registers/count";
import { byId, mergeRefusal, survivorOf } from "@/lib/domain/registers/merge";
import { MOST_ENTRIES, type RegisterKind } from "@/lib/domain/registers/types";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { sameName } from "@/lib/domain/shared/same-name";
import { inLocale, type LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { lastChange } from "@/lib/platform/last-change";
import { command } from "@/lib/platform/verb";
import { AddEntry, ChangeEntry, EntryId, MergeEntry } from "./input";
import {
  type EntryRow,
  findEntries,
  findEntriesBehind,
  findLinks,
  insertEntry,
  lockEntries,
  placeEntry,
  processNames,
  saveEntry,
} from "./store";
import type { NameTaken, StaleEntry } from "./view";

export { entriesFor } from "./entries-for";
/** What a deal shows of the registers, for a hot read. */
export { keptEntriesBehind, REGISTERS_EDGE } from "./kept-store";
export type RegisterEntryRow = EntryRow;
/** Every entry of the organisation, for a process that names some. */
export const registerEntries = findEntries;
/** The entries with these ids and what they became part of, for a deal that shows them. */
export const registerEntriesBehind = findEntriesBehind;

/** How many processes a refusal names. */
const NAMED = 3;
const named = (ctx: Ctx, name: LocalText): string => inLocale(name, ctx.member.locale ?? "en");

/** Adds an entry to a register. A name that the register knows in any language is refused with the entry that has it. */
export const addEntry = command({
  name: "register.add",
  input: AddEntry,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const entries = await lockEntries(tx, ctx);
    const taken = nameRefusal(ctx, entries, input);
    if (taken) return taken;
    if (entries.filter(({ kind }) => kind === input.kind).length >= MOST_ENTRIES)
      return refuse("register.full", { count: MOST_ENTRIES });
    await insertEntry(tx, ctx, input);
    return { id: input.id };
  },
});

/** Renames an entry or writes its note. It keeps its links: they go by id. */
export const changeEntry = command({
  name: "register.change",
  input: ChangeEntry,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ version: number } | Refusal> {
    const entries = await lockEntries(tx, ctx);
    const entry = entries.find(({ id }) => id === input.id);
    if (!entry) return refuse("not-found");
    const { name } = input.set;
    const taken = name && nameRefusal(ctx, entries, { ...entry, name });
    if (taken) return taken;
    if (!(await saveEntry(tx, ctx, input, input.set))) return stale(tx, ctx, entry);
    return { version: input.version + 1 };
  },
});

async function stale(tx: Tx, ctx: Ctx, { id, version, name, note }: EntryRow): Promise<Refusal> {
  const change = await lastChange(tx, ctx.org.id, { verbs: ["register.change"], entityId: id });
  const current: StaleEntry = { version, name, note, change };
  return refuse("stale", { by: change?.by ?? "" }, { current });
}

/** The entry of a register that has this name, with what that one is part of, unless that is `id` itself. */
function holderOf(
  entries: readonly EntryRow[],
  { id, kind, name }: { id: string; kind: RegisterKind; name: LocalText },
): { other: EntryRow; entry: EntryRow } | null {
  const all = byId(entries);
  const other = entries.find(
    (one) => one.kind === kind && sameName(one.name, name) && survivorOf(all, one.id)?.id !== id,
  );
  const entry = other && survivorOf(all, other.id);
  return entry ? { other, entry } : null;
}

/** Why an entry may not have this name, or null. What became part of an entry may give it its own name. */
function nameRefusal(
  ctx: Ctx,
  entries: readonly EntryRow[],
  { id, kind, name }: { id: string; kind: RegisterKind; name: LocalText },
): Refusal | null {
  const held = holderOf(entries, { id, kind, name });
  if (!held) return null;
  const { other, entry } = held;
  const code = entry.archived
    ? "register.name-archived"
    : entry.id === other.id
      ? "register.name-taken"
      : "register.name-merged";
  const params = { name: named(ctx, other.name), now: named(ctx, entry.name) };
  return refuse(code, params, { field: "name", current: { entry } satisfies NameTaken });
}

/** Why nothing can be done with an entry that became part of another one meanwhile. */
function mergedBefore(ctx: Ctx, all: ReadonlyMap<string, EntryRow>, entry: EntryRow): Refusal {
  const now = survivorOf(all, entry.id) ?? entry;
  return refuse("register.merged-before", { name: named(ctx, entry.name), into: named(ctx, now.name) });
}

/**
 * Takes an entry out of what is offered; one that a colleague archived meanwhile stays as it is. Refused while a process in
 * use links it, with the way out (merge or unlink), and when it became part of another entry.
 */
export const archiveEntry = command({
  name: "register.archive",
  input: EntryId,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const all = byId(await lockEntries(tx, ctx));
    const entry = all.get(input.id);
    if (!entry) return refuse("not-found");
    if (entry.mergedInto) return mergedBefore(ctx, all, entry);
    if (entry.archived) return { id: entry.id };
    const use = entryUses(all, await findLinks(tx, ctx)).get(entry.id);
    if (use) {
      const names = await processNames(tx, ctx, use.processIds);
      const list = [...names.values()].map((name) => named(ctx, name)).toSorted();
      return refuse("register.in-use", {
        name: named(ctx, entry.name),
        processes: list.slice(0, NAMED).join(", "),
        more: Math.max(0, list.length - NAMED),
      });
    }
    await placeEntry(tx, ctx, entry.id, { archivedAt: ctx.now });
    return { id: entry.id };
  },
});

/** Offers an archived entry again. */
export const restoreEntry = command({
  name: "register.restore",
  input: EntryId,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const entry = (await lockEntries(tx, ctx)).find(({ id }) => id === input.id);
    if (!entry) return refuse("not-found");
    if (entry.archived) await placeEntry(tx, ctx, entry.id, { archivedAt: null });
    return { id: entry.id };
  },
});

/**
 * Makes an entry part of another one of the same register. No process changes: what links the merged entry counts and shows
 * as the other one from now on, once per stage or step. Done already by a colleague, it stays as it is.
 */
export const mergeEntry = command({
  name: "register.merge",
  input: MergeEntry,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const all = byId(await lockEntries(tx, ctx));
    if (input.id !== input.into && all.get(input.id)?.mergedInto === input.into) return { id: input.id };
    const refused = mergeRefusal(all, input, ({ name }) => named(ctx, name));
    if (refused) return refused;
    await placeEntry(tx, ctx, input.id, { mergedIntoId: input.into });
    return { id: input.id };
  },
});

/**
 * Makes a merged entry one of its own again, with every link it had and what had become part of it before. Refused while
 * another entry has its name by now: no two entries of a register share one.
 */
export const undoMerge = command({
  name: "register.undo-merge",
  input: EntryId,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const entries = await lockEntries(tx, ctx);
    const entry = entries.find(({ id }) => id === input.id);
    if (!entry) return refuse("not-found");
    if (!entry.mergedInto) return { id: entry.id };
    const apart = entries.map((one) => (one.id === entry.id ? { ...one, mergedInto: null } : one));
    if (holderOf(apart, entry)) return refuse("register.name-kept", { name: named(ctx, entry.name) });
    await placeEntry(tx, ctx, entry.id, { mergedIntoId: null });
    return { id: entry.id };
  },
});
