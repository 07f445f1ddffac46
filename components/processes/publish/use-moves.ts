"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import { readMoves } from "@/lib/features/processes/actions";
import { MOST_MOVES, type Move, type Moves } from "@/lib/features/processes/view";
import { readPages } from "./all-moves";

/** Whether a deal can go over without a step being late at once. */
export const goesFreely = ({ to, overdue }: Move): boolean => to !== null && overdue.length === 0;

type Stages = Readonly<Record<string, string>>;
/** What somebody decided about the open deals: where those of a stage go on, and which go. */
export type Choices = { readonly stages: Stages; readonly chosen: readonly string[] };

/**
 * Open deals that may go over to another version: which do, and where those go on whose stage is gone. Whatever is read
 * anew is read as far as it was shown, and as far as what is chosen, so that nothing chosen drops out of sight.
 */
export function useMoves(org: string, first: Moves, to: "draft" | "published") {
  const [shown, setShown] = useState(first);
  const [seen, setSeen] = useState(first);
  const [stages, setStages] = useState<Stages>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [stale, setStale] = useState(false);
  const asked = useRef(0);
  const pages = useRef(1);

  // The page was read anew: what is chosen and typed stays.
  if (seen !== first) {
    setSeen(first);
    setStale(true);
  }

  const load = useCallback(
    async (map: Stages, wanted: ReadonlySet<string>, least: number) => {
      const turn = ++asked.current;
      setBusy(true);
      const found = await readPages(
        (after) => readMoves(org, { processId: first.id, to, stages: { ...map }, ...(after && { after }) }),
        { pages: least, wanted },
      );
      if (turn !== asked.current) return;
      setBusy(false);
      setProblem(isRefusal(found) ? found : null);
      if (isRefusal(found)) return;
      pages.current = found.pages;
      setShown(found.moves);
      if (found.moves.next !== null) return;
      // All were read: what is chosen and not among them is under way no more.
      const there = new Set(found.moves.deals.map(({ id }) => id));
      setChosen((now) =>
        [...now].every((id) => there.has(id)) ? now : new Set([...now].filter((id) => there.has(id))),
      );
    },
    [org, first.id, to],
  );
  useEffect(() => {
    if (!stale) return;
    setStale(false);
    // What was read with the page is its first page, and knows nothing of the stages chosen since.
    if (pages.current === 1 && chosen.size === 0 && Object.keys(stages).length === 0) setShown(first);
    else void load(stages, chosen, pages.current);
  }, [stale, first, stages, chosen, load]);
  const mapStage = (from: string, onto: string) => {
    const { [from]: _, ...others } = stages;
    const map = onto ? { ...others, [from]: onto } : others;
    setStages(map);
    // Who was to go on in the stage chosen before is asked again.
    const left = new Set(
      [...chosen].filter((id) => shown.deals.find((deal) => deal.id === id)?.from !== from),
    );
    setChosen(left);
    void load(map, left, pages.current);
  };
  /** Takes up what was decided before the page was left. */
  const restore = useCallback(
    (kept: Choices) => {
      if (kept.chosen.length === 0 && Object.keys(kept.stages).length === 0) return;
      const wanted = new Set(kept.chosen);
      setStages(kept.stages);
      setChosen(wanted);
      void load(kept.stages, wanted, 1);
    },
    [load],
  );
  const choose = (ids: readonly string[], goes: boolean) => {
    const next = new Set(chosen);
    let room = MOST_MOVES - going.length;
    for (const id of ids) {
      if (!goes) next.delete(id);
      else if (!next.has(id) && room-- > 0) next.add(id);
    }
    setChosen(next);
  };
  const going = shown.deals.flatMap(({ id, version, to: stageKey }) =>
    chosen.has(id) && stageKey !== null ? [{ id, version, stageKey }] : [],
  );
  return {
    shown,
    stages,
    chosen,
    going,
    busy,
    problem,
    mapStage,
    choose,
    restore,
    more: shown.next === null ? null : () => load(stages, chosen, pages.current + 1),
  };
}
export type Moving = ReturnType<typeof useMoves>;
