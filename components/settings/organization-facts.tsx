import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { OrganizationView } from "@/lib/features/organizations/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useTimingText } from "./timing-text";
import { useWeekday } from "./weekday";

/** The settings for those who may look but not change. */
export function OrganizationFacts({ view }: { view: OrganizationView }) {
  const t = useTranslations("settings");
  const format = useFormat();
  const weekday = useWeekday();
  const timing = useTimingText();
  const facts = [
    [t("organization.name"), view.name],
    [t("organization.currency"), view.currency],
    [t("organization.languages"), format.list(view.languages.map((language) => t(`language.${language}`)))],
    [t("organization.timeZone"), view.timeZone.replaceAll("_", " ")],
    [
      t("organization.time"),
      `${format.list(view.workingDays.map(weekday))}, ${view.workFrom} – ${view.workUntil}`,
    ],
    [t("organization.holidayRegion"), t(`region.${view.holidayRegion}`)],
    [t("timing.title"), timing(view.timing)],
  ];
  return (
    <div className="flex flex-col gap-4">
      <Banner>{t("organization.readOnly")}</Banner>
      <Card>
        <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-[12rem_1fr]">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-ink-3">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
