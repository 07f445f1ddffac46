import type { Samples } from "../ground";

export const trash: Samples = {
  "trash.list": ({ deletedDeal }) => ({
    kind: "deal",
    after: { at: "2026-11-25T09:00:00.000Z", id: deletedDeal },
  }),
};
