"use client";

import { useEffect, useState } from "react";
import type { Refusal } from "@/lib/domain/shared/result";
import { readReplay } from "@/lib/features/processes/actions";
import type { Replay } from "@/lib/features/processes/view";

/** The draft of this revision held against past deals; read when somebody is about to publish. */
export function useReplay(
  org: string,
  processId: string,
  wanted: boolean,
  revision: number,
): { replay: Replay | null; problem: Refusal | null } {
  const [found, setFound] = useState<{ at: number; replay: Replay | null; problem: Refusal | null } | null>(
    null,
  );
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    void readReplay(org, { processId }, stop.signal).then((result) => {
      if (stop.signal.aborted) return;
      setFound(
        result.ok
          ? { at: revision, replay: result.value, problem: null }
          : { at: revision, replay: null, problem: result.refusal },
      );
    });
    return () => stop.abort();
  }, [org, processId, wanted, revision]);
  return found?.at === revision ? found : { replay: null, problem: null };
}
