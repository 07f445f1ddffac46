import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const insights: Samples = {
  "insights.choices": () => ({}),
  "insights.deals": ({ process, member, team, product, deal }) => ({
    drill: {
      asOf: "2026-11-25",
      status: "open",
      processId: process,
      ownerId: [member],
      teamId: [team],
      productId: [product],
    },
    cursor: { minor: 0, id: deal },
  }),
  "insights.pipeline": ({ process, member, team, product }) => ({
    processId: process,
    ownerId: member,
    teamId: team,
    productId: product,
  }),
  "maturity.organization": () => ({}),
  "maturity.process": ({ process }) => ({ processId: process }),
  "maturity.rows": ({ process }) => ({ processId: process, gate: "defined" }),
  "review.record": ({ process }) => ({ id: newId(), processId: process, conclusion: "no-change" }),
};
