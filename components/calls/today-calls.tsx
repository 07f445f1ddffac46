"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { TodayCalls as View } from "@/lib/features/calls/view";
import { paths } from "@/lib/platform/paths";
import { STANDING_TONE } from "./tones";
import { useWhen } from "./words";

/** Calls shown on Today before the rest is counted. */
const SHOWN = 8;
/** On a phone as lines, until all is asked for: what is next to do stands below them, and in sight. */
const LINES = 3;

const nameOf = ({ company, title }: View["calls"][number]["deal"]) => company ?? title;

/** The calls of today with their plan, and those that are over and of which nobody said what came of them, first. */
export function TodayCalls({ org, view }: { org: string; view: View }) {
  const t = useTranslations("calls");
  const when = useWhen(view);
  const [whole, setWhole] = useState(false);
  if (view.calls.length === 0) return null;
  const asked = view.calls.filter(({ standing }) => standing === "ask");
  const calls = [...asked, ...view.calls.filter(({ standing }) => standing !== "ask")];
  return (
    <section aria-labelledby="today-calls" className="mb-6">
      <header className="mb-2 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="today-calls" className="section-title">
          {t("today.title")}
        </h2>
        {asked.length > 0 && (
          <span className="text-caption font-normal text-ink-3">
            {t("today.summary", { count: asked.length })}
          </span>
        )}
      </header>
      <ul className="rounded-card border border-line bg-surface px-4 sm:px-5">
        {calls.slice(0, SHOWN).map(({ id, deal, goal, at, channel, standing, questions }, index) => (
          <li
            key={id}
            className={cn(
              "flex items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0",
              whole ? "flex-wrap" : "sm:flex-wrap max-sm:gap-x-2 max-sm:py-1",
              !whole && index >= LINES && "max-sm:hidden",
            )}
          >
            <div className={cn("min-w-0 flex-1", whole ? "basis-60" : "sm:basis-60")}>
              <p className={cn("flex items-center gap-x-2.5 gap-y-1", whole ? "flex-wrap" : "sm:flex-wrap")}>
                <span className="tnum shrink-0 font-semibold first-letter:uppercase">{when(at)}</span>
                <span className={cn("min-w-0 font-medium", !whole && "max-sm:truncate")}>{nameOf(deal)}</span>
                {standing === "now" && <Badge tone={STANDING_TONE.now}>{t("standing.now")}</Badge>}
              </p>
              <Link
                href={paths.call(org, deal.id, id)}
                prefetch={false}
                className={cn(
                  "inline-block min-h-6 text-body-strong break-words hover:underline",
                  !whole && "max-sm:hidden",
                )}
              >
                {goal || t("withoutGoal")}
              </Link>
              <p className={cn("text-caption font-normal text-ink-3", !whole && "max-sm:hidden")}>
                {t(`channel.${channel}`)} · {t("today.prepared", { count: questions })}
              </p>
            </div>
            {standing === "ask" ? (
              <LinkButton size="small" variant="primary" href={paths.debrief(org, deal.id, id)}>
                {t("today.ask")}
                <span className="sr-only">: {nameOf(deal)}</span>
              </LinkButton>
            ) : (
              <LinkButton size="small" href={paths.call(org, deal.id, id)}>
                {t("today.plan")}
                <span className="sr-only">: {nameOf(deal)}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {!whole && (
        <Button size="small" variant="quiet" className="mt-1 sm:hidden" onClick={() => setWhole(true)}>
          {calls.length > LINES
            ? t("today.whole", { count: Math.min(SHOWN, calls.length) })
            : t("today.goals")}
        </Button>
      )}
      {view.total > SHOWN && (
        <p className="mt-2 text-caption font-normal text-ink-3">
          {t("today.more", { count: view.total - SHOWN })}
        </p>
      )}
    </section>
  );
}
