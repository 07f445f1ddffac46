import { z } from "zod";
import { ListProcesses } from "@/lib/features/processes/input";
import type { LibraryFilter } from "./library-filter";

/** What an address may hold; what it cannot mean is left out. */
const Search = z.object({
  q: ListProcesses.shape.q.catch(""),
  role: ListProcesses.shape.role.catch(undefined),
  category: ListProcesses.shape.category.catch(undefined),
  style: ListProcesses.shape.style.catch(undefined),
  state: ListProcesses.shape.state.catch(undefined),
  sort: ListProcesses.shape.sort.catch("role"),
  after: ListProcesses.shape.after.catch(undefined),
});

/** Reads the address; what it cannot mean is left out, so that an old link still opens the list. */
export const readFilter = (search: Record<string, string | string[] | undefined>): LibraryFilter =>
  Search.parse(search);
