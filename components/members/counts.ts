/** How many deals and tasks, for a sentence that names those there are: `of` says which. */
export const counts = ({ deals, tasks }: { deals: number; tasks: number }) => ({
  deals,
  tasks,
  of: deals > 0 && tasks > 0 ? "both" : tasks > 0 ? "tasks" : "deals",
});
