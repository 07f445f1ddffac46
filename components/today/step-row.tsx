"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { isCallChannel } from "@/lib/domain/calls/types";
import type { TodayStep, TodayView } from "@/lib/features/today/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { MiniRoute } from "./mini-route";
import { StepHow } from "./step-how";
import { keyOf, nameOf, useStepWords, useText } from "./words";

const TONE = {
  late: "font-semibold text-warn",
  today: "font-semibold text-ink",
  later: "text-ink-2",
} as const;

type Props = {
  org: string;
  step: TodayStep;
  /** Place in the whole list, from 1. */
  place: number;
  view: Pick<TodayView, "today" | "timeZone" | "mayEdit" | "routes">;
  active: boolean;
  onActive: () => void;
  onDone: () => void;
  onNotNeeded: () => void;
  onLater: () => void;
};

/** One step that waits: what, on which deal, by when and why now; the one in hand also shows how, and what to do with it. */
export function StepRow({ org, step, place, view, active, onActive, onDone, onNotNeeded, onLater }: Props) {
  const t = useTranslations("today");
  const text = useText();
  const format = useFormat();
  const words = useStepWords(view.today, view.timeZone);
  const due = words.due(step);
  const route = view.routes[step.deal.versionId];
  const stage = text(route?.stages[step.deal.stageIndex]);
  const first = place === 1;
  const name = text(step.name);
  const pace = active ? words.pace(step, stage) : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K do the same from anywhere, and the arrow button by itself
    <li
      data-step={keyOf(step)}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest("a, button, summary, details")) onActive();
      }}
      className={cn(
        "flex gap-3 border-t border-line px-4 py-3 first:border-t-0 sm:px-5",
        "border-l-[3px] border-l-transparent first:rounded-t-card last:rounded-b-card",
        active && (first ? "border-l-here" : "border-l-accent"),
      )}
    >
      <span
        aria-hidden="true"
        className={cn("tnum w-5 shrink-0 font-serif text-lead text-ink-3", first && "text-here")}
      >
        {place}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
              <Link
                data-open
                href={paths.deal(org, step.deal.id)}
                prefetch={false}
                className="text-body-strong hover:underline"
              >
                {name}
              </Link>
              {step.importance === "key" && <Badge>{t("row.key")}</Badge>}
            </div>
            <p className="flex flex-wrap items-center gap-x-2.5 text-ink-2">
              <span className="font-medium">{nameOf(step)}</span>
              {step.deal.amount && (
                <span className="tnum">
                  {format.money(step.deal.amount.minor, step.deal.amount.currency)}
                </span>
              )}
              <span className={cn("flex items-center gap-2", !active && "max-sm:hidden")}>
                <MiniRoute deal={step.deal} route={route} />
                {step.deal.days === null ? stage : t("row.day", { stage, day: step.deal.days })}
              </span>
              {due && <span className={cn("tnum ml-auto sm:hidden", TONE[due.tone])}>{due.text}</span>}
              {step.deal.ownerName && (
                <span className="text-ink-3">{t("row.owner", { name: step.deal.ownerName })}</span>
              )}
            </p>
          </div>
          <div className="flex shrink-0 items-center gap-2">
            {due && <span className={cn("tnum text-right max-sm:hidden", TONE[due.tone])}>{due.text}</span>}
            {!active && view.mayEdit && (
              <Button size="small" className="max-sm:hidden" onClick={onDone}>
                {t("action.done")}
                <span className="sr-only">: {name}</span>
              </Button>
            )}
            {!active && (
              <IconButton
                label={t("row.more", { step: name })}
                tooltip={false}
                aria-expanded={false}
                className="-mr-2"
                onClick={onActive}
              >
                <ChevronDown className="size-4" aria-hidden="true" />
              </IconButton>
            )}
          </div>
        </div>
        <p className={cn("lead-sentence mt-1 text-ink-2", active ? "text-ink" : "max-sm:hidden")}>
          {words.reason(step)}
          {pace && <> {pace}</>}
        </p>
        {active && (
          <>
            <StepHow step={step} />
            {view.mayEdit && (
              <div className="mt-3 flex flex-wrap gap-2 max-sm:*:flex-1">
                <Button variant="primary" shortcut="D" onClick={onDone}>
                  {t("action.done")}
                </Button>
                <Button shortcut="S" onClick={onNotNeeded}>
                  {t("action.notNeeded")}
                </Button>
                <Button shortcut="L" onClick={onLater}>
                  {t("action.later")}
                </Button>
                {isCallChannel(step.channel) && (
                  <LinkButton href={paths.newCall(org, step.deal.id, step.stepKey)}>
                    {t("action.planCall")}
                  </LinkButton>
                )}
              </div>
            )}
          </>
        )}
      </div>
    </li>
  );
}
