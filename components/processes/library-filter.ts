import { z } from "zod";
import { ListProcesses } from "@/lib/features/processes/input-library";

/** What the address of the library holds; everything may be absent. */
const Search = z.object({
  q: ListProcesses.shape.q.catch(""),
  role: ListProcesses.shape.role.catch(undefined),
  category: ListProcesses.shape.category.catch(undefined),
  style: ListProcesses.shape.style.catch(undefined),
  state: ListProcesses.shape.state.catch(undefined),
  sort: ListProcesses.shape.sort.catch("role"),
  after: ListProcesses.shape.after.catch(undefined),
});
export type LibraryFilter = z.output<typeof Search>;

/** Reads the address; what it cannot mean is left out, so that an old link still opens the list. */
export const readFilter = (search: Record<string, string | string[] | undefined>): LibraryFilter =>
  Search.parse(search);

/** The filter as an address; what is as usual is not written. */
export const writeFilter = ({ sort, ...filter }: LibraryFilter): Record<string, string | undefined> => ({
  ...filter,
  ...(sort !== "role" && { sort }),
});

/** Whether anything is filtered; the order and the page are no filters. */
export const isFiltered = ({ q, role, category, style, state }: LibraryFilter): boolean =>
  Boolean(q || role || category || style || state);
