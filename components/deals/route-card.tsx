"use client";

import { CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { RouteLine } from "@/components/route-line/route-line";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useDeal } from "./deal-provider";
import { routeOf } from "./deal-route";
import { useText } from "./words";

const SHOWN = 5;

/** The route line with, below it, what the buyer has proven so far. */
export function RouteCard() {
  const { deal } = useDeal();
  const t = useTranslations("deals.deal");
  const all = useTranslations("deals");
  const common = useTranslations("common");
  const text = useText();
  const format = useFormat();
  const view = routeOf(deal, {
    text,
    days: (count) => common("days", { count }),
    planned: (count) => t("plannedDays", { count }),
    won: all("board.outcome.won"),
    outcome: deal.outcome ? all(`board.outcome.${deal.outcome}`) : "",
    reason: ({ reason }) => (reason ? all(`deviation.${reason}`) : t("notNeeded")),
  });
  const behind = deal.stages.filter(({ state }) => state === "behind").flatMap(({ criteria }) => criteria);
  const given = behind.filter((criterion) => criterion.given).length;
  const proven = deal.stages.find(({ key }) => key === deal.provenStageKey);
  const sorted = [...behind].sort((a, b) => Number(a.given !== null) - Number(b.given !== null));
  return (
    <section className="rounded-card border border-line bg-surface" aria-label={t("route")}>
      <div className="p-4 sm:px-6 sm:pt-5">
        <RouteLine variant="gps" {...view} />
      </div>
      {behind.length > 0 && (
        <div className="flex flex-wrap gap-x-6 gap-y-2 border-t border-line px-4 py-3 sm:px-6">
          <p className="w-full text-caption font-normal text-ink-2 sm:w-56">
            <span className="block font-medium text-accent">
              {proven ? t("provenTo", { stage: text(proven.name) }) : t("provenNothing")}
            </span>
            {t("carry", { given, count: behind.length })}
          </p>
          <ul className="flex min-w-0 flex-1 flex-wrap gap-x-6 gap-y-2">
            {sorted.slice(0, SHOWN).map((criterion) => (
              <li key={criterion.key} className="flex max-w-60 items-start gap-2">
                {criterion.given ? (
                  <span aria-hidden="true" className="mt-1 size-2.5 shrink-0 rounded-full bg-accent" />
                ) : (
                  <CircleDashed className="mt-0.5 size-3.5 shrink-0 text-ink-3" aria-hidden="true" />
                )}
                <span className="min-w-0">
                  <span className="line-clamp-2">{text(criterion.text)}</span>
                  <span className="text-caption font-normal text-ink-3">
                    {criterion.given ? format.day(criterion.given.on, "year") : t("noEvidence")}
                  </span>
                </span>
              </li>
            ))}
            {behind.length > SHOWN && (
              <li className="self-center text-caption text-ink-3">
                {common("more", { count: behind.length - SHOWN })}
              </li>
            )}
          </ul>
        </div>
      )}
    </section>
  );
}
