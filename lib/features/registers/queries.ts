import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { entryUses, heardIn, mergedUse, NO_USE } from "@/lib/domain/registers/count";
import { byId, mergeRefusal, survivorOf } from "@/lib/domain/registers/merge";
import type { Refusal } from "@/lib/domain/shared/result";
import { inLocale } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import { query } from "@/lib/platform/verb";
import { MergeEntry, Nothing } from "./input";
import { findEntries, findHeard, findLinks, processNames } from "./store";
import type { MergePreview, RegisterChoices, RegistersView } from "./view";

const mayEdit = (ctx: Ctx): boolean => reach(ctx.member.role, "process.edit") !== null;

/** The four registers with where each entry is linked; in drafts only for who may see those. */
export const registersList = query({
  name: "registers.list",
  input: Nothing,
  can: "process.read",
  async run({ tx, ctx }): Promise<RegistersView> {
    const entries = await findEntries(tx, ctx);
    const all = byId(entries);
    const uses = entryUses(all, await findLinks(tx, ctx, { drafts: mayEdit(ctx) }));
    const heard = heardIn(all, await findHeard(tx, ctx));
    const names = await processNames(
      tx,
      ctx,
      [...uses.values()].flatMap(({ processIds }) => processIds),
    );
    const merged = entries.filter(({ mergedInto }) => mergedInto !== null);
    return {
      entries: entries
        .filter(({ mergedInto }) => mergedInto === null)
        .map((entry) => {
          const { processIds, stages, steps } = uses.get(entry.id) ?? NO_USE;
          return {
            ...entry,
            use: { stages, steps, processes: processIds.map((id) => ({ id, name: names.get(id) ?? {} })) },
            heard: heard.get(entry.id) ?? 0,
            merged: merged
              .filter(({ id }) => survivorOf(all, id)?.id === entry.id)
              .map(({ id, name }) => ({ id, name })),
          };
        }),
      languages: ctx.org.languages,
      canEdit: mayEdit(ctx),
    };
  },
});

/** The entries that a process may link, and the names of those it does. */
export const registerChoices = query({
  name: "registers.choices",
  input: Nothing,
  can: "process.read",
  async run({ tx, ctx }): Promise<RegisterChoices> {
    const entries = await findEntries(tx, ctx);
    return {
      entries: entries.map(({ id, kind, name, archived, mergedInto }) => ({
        id,
        kind,
        name,
        archived,
        mergedInto,
      })),
      canEdit: mayEdit(ctx),
    };
  },
});

/** What merging two entries would give, in counts; refused for the reason for which merging would be. */
export const mergePreview = query({
  name: "registers.merge-preview",
  input: MergeEntry,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<MergePreview | Refusal> {
    const all = byId(await findEntries(tx, ctx));
    const refused = mergeRefusal(all, input, ({ name }) => inLocale(name, ctx.member.locale ?? "en"));
    if (refused) return refused;
    const use = mergedUse(all, await findLinks(tx, ctx), input);
    const counts = ({ processIds, stages, steps }: typeof use.from) => ({
      processes: processIds.length,
      stages,
      steps,
    });
    return { from: counts(use.from), into: counts(use.into), together: counts(use.together) };
  },
});
