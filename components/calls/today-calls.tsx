"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import type { TodayCalls as View } from "@/lib/features/calls/view";
import { paths } from "@/lib/platform/paths";
import { STANDING_TONE } from "./tones";
import { useWhen } from "./words";

/** Calls shown on Today before the rest is counted. */
const SHOWN = 8;

/** The calls of today with their plan, and those that are over and of which nobody said what came of them, first. */
export function TodayCalls({ org, view }: { org: string; view: View }) {
  const t = useTranslations("calls");
  const when = useWhen(view);
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
        {calls.slice(0, SHOWN).map(({ id, deal, goal, at, channel, standing, questions }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <span className="tnum font-semibold first-letter:uppercase">{when(at)}</span>
                <span className="font-medium">{deal.company ?? deal.title}</span>
                {standing === "now" && <Badge tone={STANDING_TONE.now}>{t("standing.now")}</Badge>}
              </p>
              <Link
                href={paths.call(org, deal.id, id)}
                prefetch={false}
                className="inline-block min-h-6 text-body-strong break-words hover:underline"
              >
                {goal || t("withoutGoal")}
              </Link>
              <p className="text-caption font-normal text-ink-3">
                {t(`channel.${channel}`)} · {t("today.prepared", { count: questions })}
              </p>
            </div>
            {standing === "ask" ? (
              <LinkButton size="small" variant="primary" href={paths.debrief(org, deal.id, id)}>
                {t("today.ask")}
              </LinkButton>
            ) : (
              <LinkButton size="small" href={paths.call(org, deal.id, id)}>
                {t("today.plan")}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {view.total > SHOWN && (
        <p className="mt-2 text-caption font-normal text-ink-3">
          {t("today.more", { count: view.total - SHOWN })}
        </p>
      )}
    </section>
  );
}
