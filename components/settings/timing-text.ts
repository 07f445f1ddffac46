import { useTranslations } from "next-intl";
import type { TimingDefaults } from "@/lib/domain/process/types";

/** The organisation's timing in one line. */
export function useTimingText(): (timing: TimingDefaults) => string {
  const t = useTranslations("settings.timing");
  const unit = useTranslations("processes.unit");
  return ({ plannedDays, stepWindow }) =>
    t("line", {
      days: plannedDays === null ? t("nothing") : unit("calendar-days", { n: plannedDays }),
      window: stepWindow === null ? t("nothing") : unit(stepWindow.unit, { n: stepWindow.latest }),
    });
}
