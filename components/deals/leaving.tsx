"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { readDeal } from "@/lib/features/deals/actions";
import type { DealStage } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useText } from "./words";

/** What must hold to leave a stage, with what is known of it on one deal; null until it is read. */
export function useLeaving(org: string, id: string | null, stageKey: string | null): DealStage | null {
  const { data } = useQuery({
    queryKey: ["deals.read", org, id],
    enabled: id !== null,
    queryFn: async ({ signal }) => {
      const result = await readDeal(org, { id: id ?? "" }, signal);
      return result.ok ? result.value : null;
    },
  });
  return data?.stages.find(({ key }) => key === stageKey) ?? null;
}

/** The criteria of the stage being left: advice at the drop, never a wall. */
export function LeavingList({
  stage,
  onTick,
}: {
  stage: DealStage;
  onTick?: (criterion: DealStage["criteria"][number]) => void;
}) {
  const t = useTranslations("deals.leaving");
  const text = useText();
  const format = useFormat();
  if (!stage.criteria.length) return null;
  const known = stage.criteria.filter(({ given }) => given).length;
  return (
    <div className="text-caption font-normal">
      <p className="mb-1 font-medium text-ink-2">
        {t("title", { stage: text(stage.name), known, count: stage.criteria.length })}
      </p>
      <ul className="space-y-1">
        {stage.criteria.map((criterion) => (
          <li key={criterion.key} className="flex items-start gap-2">
            {criterion.given ? (
              <CircleCheck className="size-4 shrink-0 text-accent" aria-label={t("known")} />
            ) : (
              <CircleDashed className="size-4 shrink-0 text-ink-3" aria-label={t("open")} />
            )}
            <span className="min-w-0 flex-1 text-ink">
              {text(criterion.text)}
              {criterion.requirement === "reason" && !criterion.given && (
                <span className="text-ink-3"> ({t("asked")})</span>
              )}
              {criterion.given && (
                <span className="text-ink-3"> {format.day(criterion.given.on, "year")}</span>
              )}
            </span>
            {onTick && !criterion.given && (
              <button
                type="button"
                className="min-h-6 shrink-0 font-semibold text-accent hover:underline pointer-coarse:min-h-11"
                onClick={() => onTick(criterion)}
              >
                {t("tick")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
