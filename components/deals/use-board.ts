"use client";

import { type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import type { Refusal } from "@/lib/domain/shared/result";
import { readBoard, readColumn } from "@/lib/features/deals/actions";
import type { BoardData } from "@/lib/features/deals/view";
import { hasKept, nextPage, refreshed, withMore } from "./board-state";

/** Carries a refusal through the query client, which only knows errors. */
export class RefusedRead extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export type BoardFilter = {
  processId: string;
  ownerId: string | null;
  teamId: string | null;
  roleId: string | null;
};

/** The board of one filter: fetched, refreshed on coming back to the page, more cards of a column on demand. */
export function useBoard(org: string, { processId, ownerId, teamId, roleId }: BoardFilter) {
  const client = useQueryClient();
  const filter = useMemo(
    () => ({ processId, ownerId, teamId, roleId }),
    [processId, ownerId, teamId, roleId],
  );
  const key: QueryKey = useMemo(
    () => ["deals.board", org, processId, ownerId, teamId, roleId],
    [org, processId, ownerId, teamId, roleId],
  );
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const shown = client.getQueryData<BoardData>(key);
      const since = shown && hasKept(shown) ? shown.cursor : null;
      const result = await readBoard(org, { ...filter, since }, signal);
      if (!result.ok) throw new RefusedRead(result.refusal);
      return refreshed(client.getQueryData<BoardData>(key), result.value);
    },
    refetchOnWindowFocus: "always",
  });
  const loading = useRef(new Set<string>());
  const loadMore = useCallback(
    async (stageKey: string) => {
      const column = client.getQueryData<BoardData>(key)?.columns.find((each) => each.stageKey === stageKey);
      const page = column && nextPage(column);
      if (!page || loading.current.has(stageKey)) return;
      loading.current.add(stageKey);
      const result = await readColumn(org, { ...filter, stageKey, ...page });
      loading.current.delete(stageKey);
      if (!result.ok) return;
      client.setQueryData<BoardData>(
        key,
        (board) => board && withMore(board, stageKey, page, result.value.cards),
      );
    },
    [client, org, key, filter],
  );
  return { query, key, loadMore };
}
export type BoardReading = ReturnType<typeof useBoard>;
