import "server-only";
import { mostSimilar } from "@/lib/domain/guidance/similar";
import { daysBetween } from "@/lib/domain/shared/day";
import { refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { DealRef } from "./input";
import { lastWins, stageDays, traitsOf } from "./similar-store";
import type { SimilarDeals } from "./view";

/** More roads than this are not looked at. */
const SHOWN = 3;

/** The won deals of the same process that are most like a deal, and how long each took in every stage. */
export const dealsSimilar = query({
  name: "deals.similar",
  input: DealRef,
  can: "deal.read",
  async run({ tx, ctx, input }) {
    const deal = await traitsOf(tx, ctx.org.id, input.id);
    if (!deal) return refuse("not-found");
    const wins = await lastWins(tx, ctx.org.id, { processId: deal.processId, but: deal.id });
    const dated = wins.flatMap((win) => (win.closedOn === null ? [] : [{ ...win, closedOn: win.closedOn }]));
    const found = mostSimilar(deal, dated, SHOWN);
    const days = await stageDays(
      tx,
      ctx.org.id,
      found.map(({ id }) => id),
    );
    return {
      looked: dated.length,
      deals: found.map(({ id, title, company, shared, openedOn, closedOn }) => ({
        id,
        title,
        company,
        shared: [...shared],
        closedOn,
        days: openedOn === null ? null : daysBetween(openedOn, closedOn),
        stages: Object.fromEntries(days.get(id) ?? []),
      })),
    } satisfies SimilarDeals;
  },
});
