import "server-only";
import { type Permission, reach } from "@/lib/domain/policy/permissions";
import { query } from "@/lib/platform/verb";
import { TrashFilter } from "./input";
import { trashPage, trashTotals } from "./store";
import type { TrashKind, TrashPage } from "./view";

/** What one must be allowed to do to bring something back. */
const RESTORES = {
  deal: "deal.edit",
  company: "company.edit",
  contact: "company.edit",
  task: "task.edit",
  call: "deal.edit",
  view: "view.change",
} as const satisfies Record<TrashKind, Permission>;

/** What was thrown away, the latest first, a page at a time, with the days it can still be brought back. */
export const trashList = query({
  name: "trash.list",
  input: TrashFilter,
  can: "deal.read",
  async run({ tx, ctx, input }): Promise<TrashPage> {
    const far = reach(ctx.member.role, RESTORES[input.kind]);
    const may = (owner: string | null) => far === "all" || (far === "own" && owner === ctx.member.id);
    const rows = await trashPage(tx, ctx, input, may);
    const shown = rows.slice(0, input.limit);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    return {
      kind: input.kind,
      rows: shown,
      next: last ? { at: last.deletedAt, id: last.id } : null,
      totals: await trashTotals(tx, ctx),
      timeZone: ctx.org.timeZone,
    };
  },
});
