import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { TodayView } from "@/lib/features/today/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { BuyerCard } from "./buyer-card";
import { DaysCard } from "./days-card";
import { QuietCard } from "./quiet-card";
import { SideCard } from "./side-card";
import { TodayEmpty } from "./today-empty";
import { TodayList } from "./today-list";

const NOON = 12;
const EVENING = 18;

/**
 * What waits for the person looking: the steps in order, below them the tasks, and beside them what is quiet, what comes
 * and what to tidy.
 */
export function TodayPage({
  org,
  view,
  before,
  calls,
  tasks,
  waiting,
}: {
  org: string;
  view: TodayView;
  /** What comes before the work. */
  before?: ReactNode;
  /** The calls of today. */
  calls?: ReactNode;
  tasks: ReactNode;
  /** How many tasks there are in it. */
  waiting: number;
}) {
  const t = useTranslations("today");
  const all = useTranslations("deals");
  const format = useFormat();
  const part = view.hour < NOON ? "morning" : view.hour < EVENING ? "afternoon" : "evening";
  const greeting = t(`greeting.${part}`, { name: view.name.split(" ")[0] ?? "" });
  const finding =
    view.total === 0
      ? waiting > 0
        ? t("findingTasks", { count: waiting })
        : t("findingNone")
      : t("finding", {
          count: view.total,
          shown: format.number(view.total),
          now: view.figures.now,
          nowShown: format.number(view.figures.now),
        });
  const nothing = view.total === 0 && view.later.length === 0;
  return (
    <Page>
      <p className="text-caption font-normal text-ink-3 first-letter:uppercase">
        {format.day(view.today, "weekday")}
      </p>
      <PageHeader
        title={`${greeting} ${finding}`}
        actions={
          view.mayCreate && !nothing && <LinkButton href={paths.newDeal(org)}>{all("new")}</LinkButton>
        }
      />
      {before}
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0">
          {calls}
          {nothing ? <TodayEmpty org={org} view={view} /> : <TodayList org={org} view={view} />}
          {tasks}
        </div>
        {view.openDeals + view.total > 0 && (
          <div className="flex min-w-0 flex-col gap-6">
            <QuietCard org={org} quiet={view.quiet} />
            <DaysCard org={org} figures={view.figures} noNextStep={view.noNextStep} />
            <BuyerCard org={org} withBuyer={view.withBuyer} />
            {view.tidy > 0 && (
              <SideCard id="today-tidy" title={t("tidyLine.title")}>
                <p className="text-ink-2">
                  {t("tidyLine.text", { count: view.tidy })}{" "}
                  <Link href={paths.tidy(org)} className="text-accent underline">
                    {t("tidyLine.open", { count: view.tidy })}
                  </Link>
                </p>
              </SideCard>
            )}
          </div>
        )}
      </div>
    </Page>
  );
}
