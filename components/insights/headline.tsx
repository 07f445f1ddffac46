import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { FigureButton } from "@/components/ui/figure-button";
import { RangeBar } from "@/components/ui/range-bar";
import type { PipelineReport } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { type Figure, figureId } from "./figure-specs";
import { shareWords, valueWords } from "./figure-words";

const SMALL = "text-caption font-normal text-ink-3";

function Head({ figure, shown, children }: { figure: Figure; shown: string; children?: React.ReactNode }) {
  const t = useTranslations("insights");
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <div className="text-caption text-ink-2">{t(`figure.${figure}`)}</div>
      <FigureButton
        id={figureId(figure)}
        label={t(`figure.${figure}`)}
        className={shown.length > 16 ? "self-start text-title" : "self-start text-figure tracking-tight"}
      >
        {shown}
      </FigureButton>
      {children}
    </div>
  );
}

/** The four figures of the page: what is open, what of it stalls, what was won of what was decided, and what that is worth. */
export function Headline({ report }: { report: PipelineReport }) {
  const t = useTranslations("insights");
  const format = useFormat();
  const { total, stalled, stages } = report;
  const { open, openValue, winRate, wonValue, outcomes } = total;
  const missing = (currencies: readonly string[]) =>
    currencies.length > 0 && (
      <p className="text-caption text-warn">{t("missingRate", { currencies: format.list(currencies) })}</p>
    );
  return (
    <Card className="grid gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
      <Head figure="open-value" shown={valueWords(openValue, t, format)}>
        <p className={SMALL}>
          <FigureButton id={figureId("open")} label={t("figure.open")}>
            {t("deals", { count: open.n })}
          </FigureButton>
        </p>
        {missing(openValue.missing)}
      </Head>
      {stages.length > 0 && (
        <Head figure="stalled" shown={format.number(stalled.deals)}>
          <p className={SMALL}>
            {t("ofOpen", { n: format.number(open.n) })}
            {stalled.sums.length > 0 &&
              ` · ${stalled.sums.map((sum) => format.money(sum.minor, sum.currency, { compact: true })).join(" + ")}`}
          </p>
        </Head>
      )}
      <Head figure="win-rate" shown={shareWords(winRate, t, format)}>
        <p className={SMALL}>
          {t("of", { k: format.number(winRate.k ?? 0), n: format.number(winRate.n) })}
          {winRate.status === "ok" && winRate.value !== null && ` = ${format.percent(winRate.value, 2)}`}
          {winRate.status === "ok" &&
            winRate.lo !== null &&
            winRate.hi !== null &&
            ` · 95%: ${format.percentRange(winRate.lo, winRate.hi)}`}
        </p>
        {winRate.value !== null && (
          <RangeBar
            value={winRate.value}
            low={winRate.lo}
            high={winRate.hi}
            thin={winRate.status === "thin"}
            className="mt-1 max-w-48"
          />
        )}
      </Head>
      <Head figure="won-value" shown={valueWords(wonValue, t, format)}>
        <p className={SMALL}>
          <FigureButton id={figureId("won")} label={t("figure.won")}>
            {t("deals", { count: outcomes.won.n })}
          </FigureButton>
        </p>
        {missing(wonValue.missing)}
      </Head>
    </Card>
  );
}
