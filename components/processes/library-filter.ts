import type { ListProcesses } from "@/lib/features/processes/input";

/** What the address of the library holds; everything may be absent. */
export type LibraryFilter = Pick<
  ListProcesses,
  "q" | "role" | "category" | "style" | "state" | "sort" | "after"
>;

/** The filter as an address; what is as usual is not written. */
export const writeFilter = ({ sort, ...filter }: LibraryFilter): Record<string, string | undefined> => ({
  ...filter,
  ...(sort !== "role" && { sort }),
});

/** Whether anything is filtered; the order and the page are no filters. */
export const isFiltered = ({ q, role, category, style, state }: LibraryFilter): boolean =>
  Boolean(q || role || category || style || state);
