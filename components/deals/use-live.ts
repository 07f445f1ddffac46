"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { readSince } from "@/lib/features/deals/actions";
import type { BoardChange } from "@/lib/features/deals/view";

/** Milliseconds between two questions; the browser asks none while the page is hidden. */
const BEAT = 4_000;

/**
 * Asks what happened on a process since its board was read at `cursor`, and says so once. The fresh board brings a later
 * cursor. While `paused` (a card is in the hand) nothing moves; what happened then is said afterwards.
 */
export function useLive(
  org: string,
  processId: string,
  {
    cursor,
    paused,
    onChange,
  }: {
    cursor: string | undefined;
    paused: boolean;
    onChange: (changes: readonly BoardChange[]) => void;
  },
): void {
  const { data } = useQuery({
    queryKey: ["deals.since", org, processId, cursor],
    enabled: cursor !== undefined,
    queryFn: async ({ signal }) => {
      const result = await readSince(org, { processId, cursor: cursor ?? "" }, signal);
      // Without a connection nothing is known to have happened; the next question may tell.
      return result.ok ? result.value.changes : [];
    },
    refetchInterval: BEAT,
    staleTime: 0,
    gcTime: 0,
  });
  const say = useEffectEvent(onChange);
  useEffect(() => {
    if (data?.length && !paused) say(data);
  }, [data, paused]);
}
