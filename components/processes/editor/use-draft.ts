"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import { editDraft } from "@/lib/features/processes/actions";
import type { ProcessDraft } from "@/lib/features/processes/view";
import { newId } from "@/lib/platform/id";
import { shelf, shelfName } from "@/lib/platform/typed/shelf";
import { type DraftState, DraftStore } from "./draft-store";
import { keptEdits } from "./kept-edits";

/**
 * The draft of this page: its store, which never changes, and its state, which does. `handOver` leaves what is not sent
 * to another draft of the process, which takes it up when it is opened in this tab.
 */
export function useDraft(
  org: string,
  draft: ProcessDraft,
): { store: DraftStore; state: DraftState; handOver: (versionId: string) => void } {
  const { id: processId, versionId, memberId } = draft;
  const kept = useMemo(
    () => (typeof window === "undefined" ? null : keptEdits(versionId, memberId)),
    [versionId, memberId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: one store per draft; a newer copy of it from the server must not throw away what is being typed
  const store = useMemo(
    () =>
      new DraftStore(
        { document: draft.document, revision: draft.revision },
        {
          send: ({ revision, edits }, key) =>
            editDraft(org, { processId, versionId, revision, edits: [...edits] }, { key }),
          newKey: newId,
          later: (ms, work) => window.setTimeout(work, ms),
          keep: (text) => kept?.write(text),
        },
      ),
    [org, processId, versionId, kept],
  );
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);

  useEffect(() => {
    const letGo = kept?.hold(store.takeOver);
    const inherited = handedTo(memberId, versionId);
    const text = inherited.read();
    inherited.write(null);
    if (text) store.takeOver(text);
    const online = () => store.flush();
    const leave = (event: BeforeUnloadEvent) => {
      store.flush();
      // What has not arrived is kept on this device; the browser asks all the same, as people expect.
      if (store.read().unsent > 0) event.preventDefault();
    };
    window.addEventListener("online", online);
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("beforeunload", leave);
      store.flush();
      letGo?.();
    };
  }, [store, kept, memberId, versionId]);
  const handOver = (to: string) => handedTo(memberId, to).write(store.handOver());
  return { store, state, handOver };
}

/** Where this tab leaves the edits of a draft that is gone, for the next one. */
const handedTo = (memberId: string, versionId: string) =>
  shelf(() => window.sessionStorage, shelfName("handed", memberId, versionId));
