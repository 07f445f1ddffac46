"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Refusal } from "@/lib/domain/shared/result";
import { readMoves } from "@/lib/features/processes/actions";
import { MOST_MOVES, type Move, type Moves } from "@/lib/features/processes/view";

/** Whether a deal can go over without a step being late at once. */
export const goesFreely = ({ to, overdue }: Move): boolean => to !== null && overdue.length === 0;

/** Open deals that may go over to another version: which do, and where those go on whose stage is gone. */
export function useMoves(org: string, first: Moves, to: "draft" | "published") {
  const [shown, setShown] = useState(first);
  const [seen, setSeen] = useState(first);
  const [stages, setStages] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const asked = useRef(0);

  // The page was read anew: what is chosen and typed stays.
  if (seen !== first) {
    setSeen(first);
    setShown(first);
  }

  const load = useCallback(
    async (map: Record<string, string>, after: string | null) => {
      const turn = ++asked.current;
      setBusy(true);
      const result = await readMoves(org, {
        processId: first.id,
        to,
        stages: map,
        ...(after && { after }),
      });
      if (turn !== asked.current) return;
      setBusy(false);
      setProblem(result.ok ? null : result.refusal);
      if (!result.ok) return;
      const { value } = result;
      setShown((was) => (after ? { ...value, deals: [...was.deals, ...value.deals] } : value));
    },
    [org, first.id, to],
  );
  // What was read with the page knows nothing of the stages chosen since: with those it is asked again.
  useEffect(() => {
    if (shown === first && Object.keys(stages).length > 0) void load(stages, null);
  }, [shown, first, stages, load]);
  const mapStage = (from: string, onto: string) => {
    const { [from]: _, ...others } = stages;
    const map = onto ? { ...others, [from]: onto } : others;
    setStages(map);
    // Who was to go on in the stage chosen before is asked again.
    setChosen(new Set([...chosen].filter((id) => shown.deals.find((deal) => deal.id === id)?.from !== from)));
    if (shown !== first || Object.keys(map).length === 0) void load(map, null);
  };
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
    more: shown.next === null ? null : () => load(stages, shown.next),
  };
}
export type Moving = ReturnType<typeof useMoves>;
