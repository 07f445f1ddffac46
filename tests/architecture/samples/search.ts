import type { Samples } from "../ground";

export const search: Samples = {
  "search.find": ({ deal, company, contact, process }) => ({
    q: "",
    recent: Object.entries({ deal, company, contact, process }).map(([kind, id]) => ({ kind, id })),
  }),
};
