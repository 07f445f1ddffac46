import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { query } from "@/lib/platform/verb";
import { TrashFilter } from "./input";
import { trashPage, trashTotals } from "./store";
import type { TrashPage } from "./view";

/** What was thrown away, the latest first, a page at a time, with the days it can still be brought back. */
export const trashList = query({
  name: "trash.list",
  input: TrashFilter,
  can: "deal.read",
  async run({ tx, ctx, input }): Promise<TrashPage> {
    const far = reach(ctx.member.role, input.kind === "deal" ? "deal.edit" : "company.edit");
    const may = (owner: string | null) => far === "all" || (far === "own" && owner === ctx.member.id);
    const rows = await trashPage(tx, ctx, input, may);
    const shown = rows.slice(0, input.limit);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    return {
      kind: input.kind,
      rows: shown,
      next: last ? { at: last.deletedAt, id: last.id } : null,
      totals: await trashTotals(tx, ctx.org.id),
      timeZone: ctx.org.timeZone,
    };
  },
});
