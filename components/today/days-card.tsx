"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { TodayView } from "@/lib/features/today/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { SideCard } from "./side-card";
import { useTile } from "./words";

/** Dots in a tile; beyond it the number says it. */
const DOTS = 4;
/** Deals without a next step that are named. */
const NAMED = 3;

/** What asks for today and ends on the working days after it, and the deals on which nothing is next. */
export function DaysCard({
  org,
  figures,
  noNextStep,
}: { org: string } & Pick<TodayView, "figures" | "noNextStep">) {
  const t = useTranslations("today.days");
  const format = useFormat();
  const tile = useTile();
  const { days, late, passedOver } = figures;
  const ending = days.reduce((total, { steps }) => total + steps, 0);
  return (
    <SideCard id="today-days" title={t("title")}>
      <ul className="grid grid-cols-5 gap-2">
        {days.map(({ day, steps, late: lateThen }, index) => (
          <li
            key={day}
            className={cn(
              "flex flex-col items-center gap-0.5 rounded-control px-1 py-2",
              index === 0 ? "bg-accent-soft text-accent" : "bg-sunken",
            )}
          >
            <span aria-hidden="true" className="text-caption font-normal">
              {tile(day)}
            </span>
            <span aria-hidden="true" className="flex h-2 items-center gap-0.5">
              {Array.from({ length: Math.min(DOTS, steps) }, (_, dot) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
                  key={dot}
                  className={cn("size-1.5 rounded-full", dot < lateThen ? "bg-warn" : "bg-accent")}
                />
              ))}
            </span>
            <span aria-hidden="true" className="tnum text-body-strong text-ink">
              {steps === 0 ? "–" : steps}
            </span>
            <span className="sr-only">
              {t("count", { day: format.day(day), count: steps, late: lateThen })}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-caption font-normal text-ink-3">
        {t("total", { count: ending, late })}
        {passedOver > 0 && <> {t("passedOver", { count: passedOver })}</>}
      </p>
      {noNextStep.length > 0 && (
        <p className="mt-1 text-caption font-normal text-ink-3">
          {t("noNext", { count: noNextStep.length, shown: format.number(noNextStep.length) })}{" "}
          {noNextStep.slice(0, NAMED).map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <Link href={paths.deal(org, id)} prefetch={false} className="text-accent underline">
                {name}
              </Link>
            </span>
          ))}
          {noNextStep.length > NAMED && <> {t("andMore", { count: noNextStep.length - NAMED })}</>}
        </p>
      )}
    </SideCard>
  );
}
