import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { TodayView } from "@/lib/features/today/view";
import { paths } from "@/lib/platform/paths";

/** Why nothing waits, and what would make something wait. */
export function TodayEmpty({ org, view }: { org: string; view: TodayView }) {
  const t = useTranslations("today.empty");
  if (view.openDeals === 0 && view.process === "none") {
    return (
      <EmptyState
        title={t("noProcess")}
        action={
          view.mayDesign && (
            <LinkButton href={paths.processes(org)} variant="primary">
              {t("toProcesses")}
            </LinkButton>
          )
        }
      >
        <p>{t("noProcessText")}</p>
        {!view.mayDesign && <p>{t("noProcessAsk")}</p>}
      </EmptyState>
    );
  }
  if (view.leads) {
    return (
      <EmptyState
        title={t("leads")}
        action={
          <>
            <LinkButton href={paths.deals(org)} variant="primary">
              {t("toTeam")}
            </LinkButton>
            <LinkButton href={paths.inbox(org)}>{t("toInbox")}</LinkButton>
            <LinkButton href={paths.pipeline(org)}>{t("toPipeline")}</LinkButton>
          </>
        }
      >
        <p>{t("leadsText")}</p>
      </EmptyState>
    );
  }
  if (view.openDeals === 0) {
    if (!view.mayCreate)
      return (
        <EmptyState
          title={t("allDone")}
          action={<LinkButton href={paths.deals(org)}>{t("toAllDeals")}</LinkButton>}
        >
          {t("readOnly")}
        </EmptyState>
      );
    return (
      <EmptyState
        title={t("noDeals")}
        action={
          <LinkButton href={paths.newDeal(org)} variant="primary">
            {t("newDeal")}
          </LinkButton>
        }
      >
        <p>{t("noDealsText")}</p>
        {view.process === "not-for-role" && <p>{t("noDealsRole")}</p>}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("allDone")} action={<LinkButton href={paths.deals(org)}>{t("toDeals")}</LinkButton>}>
      <p>{view.later.length > 0 ? t("allLater") : t("allDoneText", { count: view.openDeals })}</p>
    </EmptyState>
  );
}
