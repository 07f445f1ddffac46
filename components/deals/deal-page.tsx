import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import type { DealView } from "@/lib/features/deals/view";
import { ActivityCard } from "./activity-card";
import { AskedWhy } from "./asked-why";
import { BuyerCard } from "./buyer-card";
import { ClosedCard } from "./closed-card";
import { CriteriaCard } from "./criteria-card";
import { DealHeader } from "./deal-header";
import { DealProvider } from "./deal-provider";
import { DeletedNote } from "./deleted-note";
import { DetailsCard } from "./details-card";
import { HistoryCard } from "./history-card";
import { NextStepCard } from "./next-step-card";
import { PeopleCard } from "./people-card";
import { RouteCard } from "./route-card";
import { SimilarCard } from "./similar-card";
import { StepsCard } from "./steps-card";

/** One deal: where it is, what is next and why, what was done and when, and who said so, with the cards of its calls and tasks. */
export function DealPage({
  org,
  deal,
  calls,
  tasks,
}: {
  org: string;
  deal: DealView;
  calls: ReactNode;
  tasks: ReactNode;
}) {
  const t = useTranslations("deals.deal");
  // Stages that were found in a file have no steps and no criteria: they place a deal and do not guide it.
  const guides = !deal.processVersion.asFound;
  return (
    <DealProvider org={org} deal={deal}>
      <Page>
        <DealHeader />
        {deal.deleted && <DeletedNote />}
        {deal.processVersion.asFound && (
          <div className="mb-4">
            <Banner tone="info" title={t("asFound")}>
              {t("asFoundText")}
            </Banner>
          </div>
        )}
        <div className="flex flex-col gap-4 lg:grid lg:grid-cols-12">
          <div className="max-lg:order-2 lg:col-span-12">
            <RouteCard />
          </div>
          {/* On a phone the columns dissolve, so that the next step comes first and the history last. */}
          <div className="flex flex-col gap-4 max-lg:contents lg:col-span-7">
            <div className="max-lg:order-1">
              {deal.status === "closed" ? <ClosedCard /> : guides && <NextStepCard />}
            </div>
            {guides && (
              <div className="max-lg:order-4">
                <StepsCard />
              </div>
            )}
            {calls && <div className="max-lg:order-4">{calls}</div>}
            {tasks && <div className="max-lg:order-4">{tasks}</div>}
            {deal.buyer.length > 0 && (
              <div className="max-lg:order-4">
                <BuyerCard />
              </div>
            )}
            <div className="max-lg:order-4">
              <PeopleCard />
            </div>
            {guides && deal.status === "open" && (
              <div className="max-lg:order-4">
                <SimilarCard />
              </div>
            )}
            <div className="max-lg:order-5">
              <ActivityCard />
            </div>
          </div>
          <div className="flex flex-col gap-4 max-lg:contents lg:col-span-5">
            {guides && (
              <div className="max-lg:order-3">
                <CriteriaCard />
              </div>
            )}
            <div className="max-lg:order-6">
              <DetailsCard />
            </div>
            <div className="max-lg:order-7">
              <HistoryCard />
            </div>
          </div>
        </div>
      </Page>
      <AskedWhy />
    </DealProvider>
  );
}
