import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { FigureButton } from "@/components/ui/figure-button";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { PipelineReport, StageRoute } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { axisEnd, axisTicks } from "./age-axis";
import { figureId } from "./figure-specs";
import { valueWords } from "./figure-words";
import { StageAxis } from "./stage-axis";

const COLUMNS = "grid gap-x-6 gap-y-1 sm:grid-cols-[15rem_minmax(0,1fr)]";

/** The stages as a line downwards: what is open in each, and its age against how long won deals took there. */
export function StageRoutes({ report }: { report: PipelineReport }) {
  const t = useTranslations("insights");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const { stages, total } = report;
  if (stages.length === 0) return null;
  const end = axisEnd(stages);
  const fullest = stages.reduce((most, stage) => (stage.open.n > most.open.n ? stage : most));
  const planned = stages.every(({ basis }) => basis === "planned" || basis === "none");
  const title =
    fullest.open.n === 0
      ? t("route.title.empty")
      : t("route.title.most", {
          stage: inLocale(fullest.name, locale),
          count: fullest.open.n,
          total: total.open.n,
        });
  return (
    <Card title={title} sub={t(planned ? "route.howToPlanned" : "route.howTo")}>
      <ol className="mt-4">
        {stages.map((stage, index) => (
          <li key={stage.stageKey} className={cn(COLUMNS, "relative pb-5 pl-9")}>
            <Rail last={false} first={index === 0} />
            <StageName stage={stage} />
            <div className="min-w-0">
              <StageAxis stage={stage} end={end} />
              <Basis stage={stage} />
            </div>
          </li>
        ))}
        <li className={cn(COLUMNS, "relative pl-9")}>
          <Rail last />
          <p className="text-body-strong">
            <FigureButton id={figureId("won")} label={t("figure.won")}>
              {t("route.won", { count: format.number(total.outcomes.won.n) })}
            </FigureButton>
          </p>
          <div aria-hidden="true" className="tnum relative h-4 text-caption font-normal text-ink-3">
            {axisTicks(end).map((tick, at) => (
              <span
                key={tick}
                className={cn(
                  "absolute whitespace-nowrap",
                  at === 0 ? "" : at === 4 ? "-translate-x-full" : "-translate-x-1/2",
                )}
                style={{ left: `${at * 25}%` }}
              >
                {format.number(tick, 1)}
                {at === 4 && `+ ${t("route.axis")}`}
              </span>
            ))}
          </div>
        </li>
      </ol>
    </Card>
  );
}

function Rail({ last, first = false }: { last: boolean; first?: boolean }) {
  return (
    <span aria-hidden="true" className="absolute inset-y-0 left-0 flex w-6 justify-center" data-forced-mark>
      <span
        className={cn(
          "absolute w-[5px] bg-accent",
          last ? "top-0 h-3" : "bottom-0",
          !last && (first ? "top-3" : "top-0"),
        )}
      />
      <span
        className={cn(
          "relative mt-0.5 size-5 rounded-full border-[3.5px] border-accent",
          last ? "bg-accent" : "bg-surface",
        )}
      />
    </span>
  );
}

function StageName({ stage }: { stage: StageRoute }) {
  const t = useTranslations("insights");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const of = { kind: "stage", key: stage.stageKey } as const;
  const name = inLocale(stage.name, locale);
  const label = (figure: "open" | "open-value" | "stalled" | "slow") =>
    t("figure.in", { figure: t(`figure.${figure}`), name });
  return (
    <div className="min-w-0">
      <h3 className="text-body-strong">{name}</h3>
      <p className="text-caption font-normal text-ink-2">
        <FigureButton id={figureId("open", of)} label={label("open")}>
          {t("route.now", { count: format.number(stage.open.n) })}
        </FigureButton>
        {stage.value.sums.length > 0 && (
          <>
            {" · "}
            <FigureButton id={figureId("open-value", of)} label={label("open-value")}>
              {valueWords(stage.value, t, format, true)}
            </FigureButton>
          </>
        )}
      </p>
      {(stage.slow > 0 || stage.stalled > 0 || stage.unknownAge > 0) && (
        <p className="text-caption font-normal text-ink-3">
          {stage.stalled > 0 && (
            <FigureButton id={figureId("stalled", of)} label={label("stalled")} className="text-warn">
              {t("figure.stalled")} {format.number(stage.stalled)}
            </FigureButton>
          )}
          {stage.stalled > 0 && stage.slow > 0 && " · "}
          {stage.slow > 0 && (
            <FigureButton id={figureId("slow", of)} label={label("slow")}>
              {t("figure.slow")} {format.number(stage.slow)}
            </FigureButton>
          )}
          {stage.unknownAge > 0 && ` ${t("route.unknownAge", { count: stage.unknownAge })}`}
        </p>
      )}
    </div>
  );
}

/** What the stage is held against, in words. */
function Basis({ stage: { basis, median, thresholds, visits, plannedDays } }: { stage: StageRoute }) {
  const t = useTranslations("insights.route");
  const format = useFormat();
  const { slow, stalled } = thresholds;
  const whole = (days: number | null) => format.number(Math.ceil(days ?? 0));
  const words = {
    measured: () =>
      t("measured", { median: format.number(median ?? 0, 1), limit: whole(stalled), n: visits }),
    thin: () => t("thin", { limit: whole(slow), n: visits }),
    planned: () => t("planned", { planned: plannedDays ?? 0, limit: whole(stalled), n: visits }),
    none: () => t("nothing", { n: visits }),
  }[basis];
  return <p className="text-caption font-normal text-ink-3">{words()}</p>;
}
