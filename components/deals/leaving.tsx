"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Refusal } from "@/lib/domain/shared/result";
import { readDeal } from "@/lib/features/deals/actions";
import type { DealStage } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useText } from "./words";

type Criterion = DealStage["criteria"][number];

/** What must hold to leave each stage, with what is known of it on one deal; null until it is read. */
export function useExits(org: string, id: string | null): readonly DealStage[] | null {
  const { data } = useQuery({
    queryKey: ["deals.read", org, id],
    enabled: id !== null,
    queryFn: async ({ signal }) => {
      const result = await readDeal(org, { id: id ?? "" }, signal);
      return result.ok ? result.value : null;
    },
  });
  return data?.stages ?? null;
}

/** The criteria with these keys, of whatever stage. */
export const criteriaIn = (stages: readonly DealStage[], keys: readonly string[]): Criterion[] =>
  stages.flatMap(({ criteria }) => criteria.filter(({ key }) => keys.includes(key)));

/** The keys of the criteria that a move was refused for: it needs their evidence, or a reason. */
export const asksReason = (refusal: Refusal): readonly string[] | null =>
  refusal.code === "exit-needs-reason" ? ((refusal.current as { criteria: string[] }).criteria ?? []) : null;

/** The criteria of the stage being left (`stage` its name), or those that are asked for: advice at the drop, never a wall. */
export function LeavingList({
  stage,
  criteria,
  onTick,
}: {
  stage: string | null;
  criteria: readonly Criterion[];
  onTick?: (criterion: Criterion) => void;
}) {
  const t = useTranslations("deals.leaving");
  const text = useText();
  const format = useFormat();
  if (!criteria.length) return null;
  const counts = { known: criteria.filter(({ given }) => given).length, count: criteria.length };
  return (
    <div className="text-caption font-normal">
      <p className="mb-1 font-medium text-ink-2">
        {stage === null ? t("askedFor", counts) : t("title", { stage, ...counts })}
      </p>
      <ul className="space-y-1">
        {criteria.map((criterion) => (
          <li key={criterion.key} className="flex items-start gap-2">
            {criterion.given ? (
              <CircleCheck className="size-4 shrink-0 text-accent" aria-label={t("known")} />
            ) : (
              <CircleDashed className="size-4 shrink-0 text-ink-3" aria-label={t("open")} />
            )}
            <span className="min-w-0 flex-1 text-ink">
              {text(criterion.text)}
              {stage !== null && criterion.requirement === "reason" && !criterion.given && (
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
