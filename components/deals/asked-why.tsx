"use client";

import { useTranslations } from "next-intl";
import type { DeviationReason } from "@/lib/domain/run/events";
import { useDeal } from "./deal-provider";
import { ReasonPanel } from "./reason-panel";

/** Beside a deal's page, after a change that left the order: why, which may be left for the weekly tidy-up. */
export function AskedWhy() {
  const { asked } = useDeal();
  const t = useTranslations("deals.board.ask");
  if (!asked) return null;
  return (
    <ReasonPanel
      key={asked.title}
      title={asked.title}
      kind="deviation"
      cancel={t("putBack")}
      onCancel={asked.putBack}
      onAnswer={(reason) => asked.answer(reason as DeviationReason | null)}
    />
  );
}
