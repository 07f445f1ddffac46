"use client";

import { Circle, CircleAlert, CircleDashed, CircleDot, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { DUE_TONE, type Due } from "./words";

/** The shapes of a next step: late, today, planned, or none. */
export const MARK = { late: CircleAlert, today: CircleDot, later: Circle, none: CircleDashed };
export const MARK_TONE = { ...DUE_TONE, none: "text-warn" };

/** The next step of a deal as a shape. Read aloud it is the step and its day. */
export function NextMark({ step, due, moving }: { step: string | null; due: Due | null; moving: boolean }) {
  const t = useTranslations("deals.card");
  const kind = step === null ? "none" : (due?.tone ?? "later");
  const Icon = moving ? LoaderCircle : MARK[kind];
  return (
    <span className={cn("shrink-0", MARK_TONE[moving ? "later" : kind])}>
      <Icon className="size-4" aria-hidden="true" />
      <span className="sr-only">
        {moving ? t("moving") : [step ?? t("noStep"), due?.text].filter(Boolean).join(", ")}
      </span>
    </span>
  );
}
