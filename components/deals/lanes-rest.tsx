"use client";

import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { BoardData } from "@/lib/features/deals/view";
import { figuresOfRest } from "./lanes-state";
import type { LanesUse } from "./lanes-use";
import { useSums } from "./words";

/** The lanes that were not read: how many, what they hold exactly, and the way to the next of them. */
export function LanesRest({
  data,
  lanes: { group, onLanes },
  stageKey,
  className,
}: {
  data: BoardData;
  lanes: LanesUse;
  /** What they hold of one stage alone. */
  stageKey?: string;
  className?: string;
}) {
  const t = useTranslations("deals");
  const sums = useSums();
  const count = data.lanes?.rest.count ?? 0;
  const more = count > 0 ? t(`lanes.rest.${group}`, { count }) : null;
  useCommands([more !== null && { label: more, run: onLanes }]);
  if (more === null) return null;
  const figures = figuresOfRest(data, stageKey);
  const total = sums(figures.sums);
  return (
    <p className={cn("flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-1 py-2", className)}>
      <Button size="small" onClick={onLanes}>
        {more}
      </Button>
      <span className="tnum text-caption font-normal text-ink-3">
        {t("board.count", { count: figures.count })}
        {total && ` · ${total}`}
      </span>
    </p>
  );
}
