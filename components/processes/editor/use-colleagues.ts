"use client";

import { useEffect, useMemo, useState } from "react";
import { meetOnDraft } from "@/lib/features/processes/actions";
import type { DraftGone, Meeting, ProcessDraft } from "@/lib/features/processes/view";
import type { DraftStore } from "./draft-store";
import type { Selection } from "./selection";

/** Milliseconds between two signs of life. */
const BEAT = 4_000;

type Colleagues = {
  readonly all: Meeting["colleagues"];
  /** Who has what open, by `kind:key`; the first where there are more. */
  readonly at: ReadonlyMap<string, string>;
};

/** The colleagues on this draft. Their edits come in by the same way, also while nothing is typed here. */
export function useColleagues(
  org: string,
  draft: ProcessDraft,
  store: DraftStore,
  selection: Selection | null,
): Colleagues {
  const { id: processId, versionId } = draft;
  const [all, setAll] = useState<Meeting["colleagues"]>([]);
  const kind = selection?.kind;
  const key = selection?.key;
  useEffect(() => {
    let ended = false;
    const place = kind && key ? { kind, key } : null;
    const meet = async () => {
      if (document.visibilityState !== "visible" || store.read().trouble === "gone") return;
      const { revision } = store.read();
      const met = await meetOnDraft(org, { processId, versionId, revision, place });
      if (ended) return;
      if (met.ok) {
        setAll((was) =>
          JSON.stringify(was) === JSON.stringify(met.value.colleagues) ? was : met.value.colleagues,
        );
        if (met.value.newer) store.receive(met.value.newer);
      } else if (met.refusal.code === "draft-gone") {
        store.gone((met.refusal.current as DraftGone | undefined)?.versionId ?? null);
      }
    };
    void meet();
    const timer = window.setInterval(meet, BEAT);
    return () => {
      ended = true;
      window.clearInterval(timer);
    };
  }, [org, processId, versionId, store, kind, key]);
  return useMemo(
    () => ({
      all,
      at: new Map(
        all.toReversed().flatMap(({ name, place }) => (place ? [[`${place.kind}:${place.key}`, name]] : [])),
      ),
    }),
    [all],
  );
}
