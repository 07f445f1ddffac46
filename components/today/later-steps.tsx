"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { TodayStep } from "@/lib/features/today/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { keyOf, nameOf, useText } from "./words";

/** The steps that were put off, folded, each with the day it comes back. */
export function LaterSteps({
  org,
  steps,
  onWake,
}: {
  org: string;
  steps: readonly TodayStep[];
  onWake: (step: TodayStep) => void;
}) {
  const t = useTranslations("today.later");
  const text = useText();
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="inline-flex min-h-6 items-center text-caption text-accent touch:min-h-11">
        {t("title", { count: steps.length })}
      </summary>
      <ul className="mt-2 rounded-card border border-line bg-surface px-4 sm:px-5">
        {steps.map((step) => (
          <li
            key={keyOf(step)}
            className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0"
          >
            <div className="min-w-0">
              <Link href={paths.deal(org, step.deal.id)} prefetch={false} className="hover:underline">
                {text(step.name)}
              </Link>
              <p className="text-caption font-normal text-ink-3">
                {nameOf(step)}
                {step.later && <> · {t("back", { day: format.day(step.later) })}</>}
              </p>
            </div>
            <Button size="small" onClick={() => onWake(step)}>
              {t("wake")}
              <span className="sr-only">: {text(step.name)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
