"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/ui/toast";
import { moveDeals } from "@/lib/features/processes/actions";
import type { Switched } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { ProcessT } from "../words";

/** Says what became of deals that were asked to go over, and gives the way to put back those that did. */
export function useTellMoves(org: string, processId: string, t: ProcessT) {
  const router = useRouter();
  const say = useRefusal();
  const tellKept = ({ kept }: Switched) => {
    if (kept.length > 0) notify({ title: t("publish.kept", { count: kept.length }), tone: "bad" });
  };
  const undoOf =
    ({ moved }: Switched) =>
    async () => {
      const undone = await moveDeals(org, { processId, deals: [...moved] });
      if (!undone.ok) notify({ title: say(undone.refusal), tone: "bad" });
      else {
        const returned = undone.value.moved.length;
        if (returned > 0) notify({ title: t("publish.movedBack", { count: returned }) });
        tellKept(undone.value);
      }
      router.refresh();
    };
  return { tellKept, undoOf };
}
