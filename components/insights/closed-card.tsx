import { useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { Card } from "@/components/ui/card";
import { FigureButton } from "@/components/ui/figure-button";
import { OUTCOMES } from "@/lib/domain/run/events";
import type { PipelineReport } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { figureId } from "./figure-specs";

/** How the deals of the closing period ended, and how long the won ones took. */
export function ClosedCard({ report }: { report: PipelineReport }) {
  const t = useTranslations("insights");
  const format = useFormat();
  const { outcomes, winRate, wonCycle, closed } = report.total;
  const decided = winRate.n;
  const count = (outcome: (typeof OUTCOMES)[number]) => outcomes[outcome].n;
  const { q1, median, q3, mean } = wonCycle;
  const days = (value: number | null) => format.number(value ?? 0, 2);
  return (
    <Card
      title={
        closed.n === 0 ? t("closed.titleNone") : t("closed.title", { won: count("won"), lost: count("lost") })
      }
      sub={t("closed.winRateRule")}
    >
      {decided > 0 && (
        <ShareBar
          className="mb-3"
          label={t("closed.bar", {
            won: count("won"),
            lost: count("lost"),
            noDecision: count("no-decision"),
          })}
          parts={[
            { key: "won", share: count("won") / decided, tone: "won" },
            { key: "lost", share: count("lost") / decided, tone: "lost" },
            { key: "none", share: count("no-decision") / decided, tone: "open" },
          ]}
        />
      )}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        {OUTCOMES.map((outcome) => (
          <div key={outcome}>
            <dt className="text-caption text-ink-2">{t(`figure.${outcome}`)}</dt>
            <dd>
              <FigureButton id={figureId(outcome)} label={t(`figure.${outcome}`)} className="text-title">
                {format.number(count(outcome))}
              </FigureButton>
            </dd>
          </div>
        ))}
      </dl>
      {wonCycle.median.n > 0 && (
        <p className="mt-4 border-t border-line pt-3">
          {t("closed.cycle")}{" "}
          <FigureButton id={figureId("won-cycle")} label={t("figure.won-cycle")} className="font-semibold">
            {median.value === null ? `n = ${median.n}` : t("closed.median", { median: days(median.value) })}
          </FigureButton>
          {q1.value !== null &&
            q3.value !== null &&
            `; ${t("closed.quartiles", { q1: days(q1.value), q3: days(q3.value) })}`}
          {mean.value !== null && `, ${t("closed.mean", { mean: days(mean.value) })}`}.
        </p>
      )}
    </Card>
  );
}
