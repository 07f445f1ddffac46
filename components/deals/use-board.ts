"use client";

import { type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import type { Refusal } from "@/lib/domain/shared/result";
import { readBoard, readColumn, readLanes } from "@/lib/features/deals/actions";
import { type Group, LaneKey, type LanesFilter, MAX_FOLDED } from "@/lib/features/deals/input";
import type { BoardData } from "@/lib/features/deals/view";
import { type Cell, cellId, columnAt, hasKept, isUnread, nextPage, refreshed, withMore } from "./board-state";
import { boardOf, nextLanes, withLanes } from "./lanes-state";
import { foldedNow } from "./use-folded";

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
  /** What the board's lanes are; null without. */
  group: Group | null;
  /** Who looks: the lanes that they folded away are read without cards. */
  memberId: string;
};

/**
 * The board of one filter: fetched, refreshed on coming back to the page; more cards of a column, and with lanes more of those,
 * on demand.
 */
export function useBoard(org: string, { processId, ownerId, teamId, roleId, group, memberId }: BoardFilter) {
  const client = useQueryClient();
  const filter = useMemo(
    () => ({ processId, ownerId, teamId, roleId }),
    [processId, ownerId, teamId, roleId],
  );
  const key: QueryKey = useMemo(
    () => ["deals.board", org, processId, ownerId, teamId, roleId, group],
    [org, processId, ownerId, teamId, roleId, group],
  );
  const folded = useCallback(
    () =>
      group
        ? foldedNow(memberId, processId, group)
            .filter((key) => LaneKey.safeParse(key).success)
            .slice(-MAX_FOLDED)
        : [],
    [memberId, processId, group],
  );
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const shown = () => client.getQueryData<BoardData>(key);
      const before = shown();
      const since = before && hasKept(before) ? before.cursor : null;
      if (!group) return refreshed(shown(), given(await readBoard(org, { ...filter, since }, signal)));
      const page = async (place: Pick<LanesFilter, "since" | "after">) =>
        given(await readLanes(org, { ...filter, group, folded: folded(), ...place }, signal));
      let board = boardOf(await page({ since }));
      for (let next = nextLanes(board); next; next = nextLanes(board)) {
        if ((board.lanes?.all.length ?? 0) >= (shown()?.lanes?.all.length ?? 0)) break;
        board = withLanes(board, await page({ after: next }));
      }
      return refreshed(shown(), board);
    },
    refetchOnWindowFocus: "always",
  });
  const { refetch } = query;
  const loading = useRef(new Set<string>());
  const once = useCallback(async (id: string, load: () => Promise<string | null>) => {
    if (loading.current.has(id)) return null;
    loading.current.add(id);
    return load().finally(() => loading.current.delete(id));
  }, []);
  /** Reads the next cards of a cell, and gives the first of them. */
  const loadMore = useCallback(
    (cell: Cell) =>
      once(cellId(cell), async () => {
        const board = client.getQueryData<BoardData>(key);
        const column = board && columnAt(board, cell);
        if (column && isUnread(column)) {
          const { data } = await refetch();
          return (data && columnAt(data, cell)?.cards[0]?.id) ?? null;
        }
        const page = column && nextPage(column);
        if (!page) return null;
        const { stageKey, lane } = cell;
        const of = group && lane !== undefined ? { lane: { group, key: lane } } : {};
        const result = await readColumn(org, { ...filter, stageKey, ...of, ...page });
        if (!result.ok) return null;
        const { cards } = result.value;
        client.setQueryData<BoardData>(key, (now) => now && withMore(now, cell, page, cards));
        return cards[0]?.id ?? null;
      }),
    [client, org, key, filter, group, once, refetch],
  );
  /** Reads the next lanes, and gives the first of them. */
  const loadLanes = useCallback(
    () =>
      once("lanes", async () => {
        const board = client.getQueryData<BoardData>(key);
        const after = board && nextLanes(board);
        if (!after || !group) return null;
        const result = await readLanes(org, { ...filter, group, folded: folded(), after });
        if (!result.ok) return null;
        client.setQueryData<BoardData>(key, (now) => now && withLanes(now, result.value));
        return result.value.lanes[0]?.key ?? null;
      }),
    [client, org, key, filter, group, folded, once],
  );
  return { query, key, loadMore, loadLanes };
}
export type BoardReading = ReturnType<typeof useBoard>;

/** What was read; a refusal as an error. */
function given<T>(result: { ok: true; value: T } | { ok: false; refusal: Refusal }): T {
  if (!result.ok) throw new RefusedRead(result.refusal);
  return result.value;
}
