"use client";

import { useTranslations } from "next-intl";
import type { BoardData, BoardShell } from "@/lib/features/deals/view";
import { ageOf } from "./age";
import { Board } from "./board";
import { BoardLook } from "./board-look";
import { hasMore } from "./board-state";
import { DealsHeader } from "./deals-header";
import type { DealsFilter } from "./filter";
import { figuresOf, figuresOfStage } from "./lanes-state";
import { DealsQueryProvider } from "./query-provider";
import { useBoard } from "./use-board";
import { useSums, useText } from "./words";

/** The board with what stands above it. */
export function BoardPage(props: { org: string; shell: BoardShell; filter: DealsFilter }) {
  return (
    <DealsQueryProvider>
      <Inside {...props} />
    </DealsQueryProvider>
  );
}

function Inside({ org, shell, filter }: { org: string; shell: BoardShell; filter: DealsFilter }) {
  const { ownerId, teamId, roleId } = shell.filter;
  const { group } = filter;
  const reading = useBoard(org, {
    processId: shell.process.id,
    ownerId,
    teamId,
    roleId,
    group,
    memberId: shell.memberId,
  });
  const { data } = reading.query;
  return (
    <div className="flex h-[calc(100dvh-5rem)] min-h-96 flex-col px-4 pt-3 sm:h-[calc(100dvh-1rem)] sm:px-6">
      <DealsHeader
        org={org}
        shell={shell}
        filter={filter}
        summary={
          <>
            {data && <Summary data={data} />}
            <BoardLook org={org} filter={filter} />
          </>
        }
      />
      {data && <Finding shell={shell} data={data} />}
      <Board
        key={`${shell.process.id} ${ownerId} ${teamId} ${roleId} ${group}`}
        org={org}
        shell={shell}
        filter={filter}
        reading={reading}
      />
    </div>
  );
}

function Summary({ data }: { data: BoardData }) {
  const t = useTranslations("deals.board");
  const sums = useSums();
  const figures = figuresOf(data);
  const total = sums(figures.sums);
  return (
    <span className="tnum text-caption font-normal text-ink-3 max-sm:hidden">
      {t("open", { count: figures.count })}
      {total && ` · ${total}`}
    </span>
  );
}

/**
 * Where deals sit: the stage with the most slow or stalled ones, said only when all of its deals were looked at. Of lanes only few
 * are loaded at first: there nothing is said until the whole board was.
 */
function Finding({ shell, data }: { shell: BoardShell; data: BoardData }) {
  const t = useTranslations("deals.board");
  const text = useText();
  if (data.lanes && (data.lanes.rest.count > 0 || data.columns.some(hasMore))) return null;
  const worst = shell.stages
    .flatMap((stage) => {
      const { count } = figuresOfStage(data, stage.key);
      const cards = data.columns
        .filter(({ stageKey }) => stageKey === stage.key)
        .flatMap((column) => column.cards);
      if (count === 0 || count !== cards.length) return [];
      const late = cards.filter(({ entered }) => ageOf(entered, data.today, stage.pace).word !== null).length;
      return [{ name: text(stage.name), count, late }];
    })
    .sort((a, b) => b.late - a.late)[0];
  if (!worst || worst.late === 0) return null;
  return <p className="lead-sentence mb-2 max-sm:hidden">{t("finding", worst)}</p>;
}
