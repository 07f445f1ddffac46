import type { BoardShell } from "@/lib/features/deals/view";
import type { DealsFilter } from "./filter";

/** What a filter names that is no longer here, in the order of the page. */
export function missingIn(filter: DealsFilter, shell: BoardShell) {
  const gone = (id: string | null, some: readonly { id: string }[]) =>
    id !== null && !some.some((each) => each.id === id);
  return [
    filter.without === "process" && ("process" as const),
    gone(filter.owner, shell.owners) && ("owner" as const),
    gone(filter.team, shell.teams) && ("team" as const),
    gone(filter.role, shell.roles) && ("role" as const),
    filter.stage !== null &&
      filter.process !== null &&
      !shell.stages.some(({ key }) => key === filter.stage) &&
      ("stage" as const),
    filter.company !== null && shell.company === null && ("company" as const),
  ].filter((part) => part !== false);
}
