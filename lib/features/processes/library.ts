import "server-only";
import { query } from "@/lib/platform/verb";
import { mayEdit, ownerName, publishedOn } from "./heads";
import { ListProcesses } from "./input-library";
import { knownOwners } from "./store";
import { countLibrary, type LibraryRow, libraryPage } from "./store-library";
import type { ProcessCard, ProcessesList } from "./view";

/**
 * A page of the processes that match; roles without a process are listed too, they are work to do. Who may not change
 * processes sees no drafts, and no process that is nothing but a draft.
 */
export const processesList = query({
  name: "processes.list",
  input: ListProcesses,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<ProcessesList> {
    const ask = { ...input, drafts: mayEdit(ctx) };
    const rows = await libraryPage(tx, ctx.org.id, ask);
    const { total, inUse, archived, rolesUsed } = await countLibrary(tx, ctx.org.id, ask);
    const { roles } = await knownOwners(tx, ctx);
    const shown = rows.slice(0, input.limit);
    const cards = shown.map(({ roleId, published, ...row }: LibraryRow): ProcessCard => {
      const role = roles.find(({ id }) => id === roleId);
      return {
        ...row,
        role: role ? ownerName(role) : null,
        published: published && {
          versionId: published.versionId,
          number: published.number,
          on: publishedOn(ctx, { publishedAt: published.at === null ? null : new Date(published.at) }),
        },
      };
    });
    return {
      cards,
      total,
      next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
      roles: roles.map(ownerName),
      rolesWithout: roles.filter(({ id }) => !rolesUsed.includes(id)).map(ownerName),
      inUse,
      archived,
      canEdit: mayEdit(ctx),
    };
  },
});
