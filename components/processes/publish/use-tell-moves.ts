"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/ui/toast";
import { moveDeals } from "@/lib/features/processes/actions";
import type { Moves, Switched } from "@/lib/features/processes/view";
import type { Words } from "../words";
import { type KeptDeal, whyKept } from "./kept-deals";
import { moveInParts } from "./move-in-parts";

/** As many names as a message holds; the rest is counted. */
const NAMED = 3;
type Kept = { readonly deals: readonly KeptDeal[]; readonly moved: number };

/**
 * What became of deals that were asked to go over: `kept` are those that stay with their reasons, until `letGo`; and
 * the way to put back those that went. What stays when that is undone is told in a message, because the page may be left.
 */
export function useTellMoves(org: string, { id: processId, deals: known }: Moves, words: Words) {
  const { t } = words;
  const router = useRouter();
  const [kept, setKept] = useState<Kept | null>(null);
  const namesOf = ({ kept: list }: Switched): KeptDeal[] =>
    list.map(({ id, why }) => {
      const deal = known.find((one) => one.id === id);
      return { id, why, name: deal?.company ?? deal?.title ?? t("publish.keptUnknown") };
    });
  /** Shows what stays; false when nothing does. */
  const tellKept = (switched: Switched): boolean => {
    const deals = namesOf(switched);
    if (deals.length > 0) setKept({ deals, moved: switched.moved.length });
    return deals.length > 0;
  };
  const undoOf =
    ({ moved }: Switched) =>
    async () => {
      const undone = await moveInParts(
        moved,
        (deals) => moveDeals(org, { processId, deals }),
        () => {},
      );
      const returned = undone.moved.length;
      if (returned > 0) notify({ title: t("publish.movedBack", { count: returned }) });
      const stays = namesOf(undone);
      if (stays.length > 0) {
        const named = stays
          .slice(0, NAMED)
          .map(({ name, why }) => t("publish.keptOne", { deal: name, why: whyKept(why, words) }));
        const more = stays.length - NAMED;
        if (more > 0) named.push(t("publish.keptMore", { count: more }));
        notify({ title: t("publish.kept", { count: stays.length }), text: named.join("; "), tone: "bad" });
      }
      router.refresh();
    };
  return { kept, letGo: () => setKept(null), tellKept, undoOf };
}
