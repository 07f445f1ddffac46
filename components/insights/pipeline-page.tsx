import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { PipelineChoices, PipelineReport } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { ClosedCard } from "./closed-card";
import { ExplainPanel } from "./explain-panel";
import { FilterSentence } from "./filter-sentence";
import type { Search } from "./filters";
import { GroupsCard } from "./groups-card";
import { Headline } from "./headline";
import { StageRoutes } from "./stage-routes";

/** Deals below which the title says nothing but counts. */
const HEDGED = 20;
/** Fewest stalled deals for which a stage is named. */
const STANDS_OUT = 3;

type Props = { org: string; search: Search; choices: PipelineChoices; report: PipelineReport };

/** The pipeline on one page: a finding, the sentence of filters, four figures, the stages, the outcomes and the groups. */
export function PipelinePage({ org, search, choices, report }: Props) {
  const t = useTranslations("insights");
  const format = useFormat();
  const title = useFinding(report);
  const { open, closed } = report.total;
  const nothing = open.n + closed.n === 0;
  if (nothing && choices.processes.every(({ deals }) => deals === 0)) return <NoDeals org={org} />;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t("title") }, { label: t("pipeline") }]}
        title={title}
        sub={
          <FilterSentence
            org={org}
            search={search}
            choices={choices}
            report={report}
            timeZone={report.timeZone}
          />
        }
      />
      {nothing ? (
        <EmptyState
          title={t("emptyFilter.title")}
          action={<LinkButton href={paths.pipeline(org)}>{t("emptyFilter.action")}</LinkButton>}
        >
          {t("emptyFilter.text", { day: format.day(report.ask.asOf, "long") })}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <Headline report={report} />
          <StageRoutes report={report} />
          <ClosedCard report={report} />
          <GroupsCard report={report} />
        </div>
      )}
      <ExplainPanel org={org} report={report} />
    </Page>
  );
}

/** What stands out, without saying why; counts only while there are few deals. */
function useFinding({ total, stages, stalled }: PipelineReport): string {
  const t = useTranslations("insights.headline");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const open = total.open.n;
  const counts = {
    open: format.number(open),
    won: format.number(total.outcomes.won.n),
    decided: format.number(total.winRate.n),
  };
  if (open + total.closed.n < HEDGED) return t("thin", counts);
  if (stages.length === 0 || open === 0) return t("all", counts);
  // Without won stays and without a plan nothing says what usual is, so nothing can be said to be within it.
  if (stages.every((stage) => stage.open.n === 0 || stage.basis === "none")) return t("unknown", { open });
  if (stalled.deals === 0) return t("flowing", { open });
  const worst = stages.reduce((most, stage) => (stage.stalled > most.stalled ? stage : most));
  // One stage is only named when most of what stalls is there.
  const stands = worst.stalled >= STANDS_OUT && worst.stalled * 2 > stalled.deals;
  if (!stands) return t("stalledOne", { stalled: stalled.deals, open: counts.open });
  return t("stalled", {
    stage: inLocale(worst.name, locale),
    here: format.number(worst.stalled),
    count: format.number(worst.open.n),
    stalled: format.number(stalled.deals),
    open: counts.open,
  });
}

function NoDeals({ org }: { org: string }) {
  const t = useTranslations("insights.empty");
  return (
    <Page>
      <EmptyState
        heading="h1"
        title={t("title")}
        action={
          <>
            <LinkButton variant="primary" href={paths.newDeal(org)}>
              {t("deal")}
            </LinkButton>
            <LinkButton href={paths.newImport(org)}>{t("import")}</LinkButton>
          </>
        }
      >
        {t("text")}
      </EmptyState>
    </Page>
  );
}
