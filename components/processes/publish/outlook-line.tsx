import { estimateValue } from "@/components/ui/estimate-words";
import type { Hypothesis } from "@/lib/domain/versions/hypothesis";
import { type Baseline, outlookOf } from "@/lib/domain/versions/outlook";
import type { Publishing } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { Words } from "../words";

const UNIT = { share: "share", days: "days", amounts: "money" } as const;

/** Where an expectation starts, where it wants to be, how many cases it takes to know and around when those are there. */
export function OutlookLine({
  hypothesis,
  baselines,
  today,
  currency,
  number,
  words,
}: {
  hypothesis: Hypothesis;
  baselines: readonly Baseline[];
  today: Publishing["today"];
  currency: string;
  /** The version that is about to be published. */
  number: number;
  words: Words;
}) {
  const { t } = words;
  const format = useFormat();
  const baseline = baselines.find(
    ({ metric, stageKey }) => metric === hypothesis.metric && stageKey === hypothesis.stageKey,
  );
  if (!baseline) return null;
  const { n, from, to, plan, answer } = outlookOf(hypothesis, baseline, today);
  const { kind } = baseline.sample;
  const show = (value: number) =>
    estimateValue(value, UNIT[kind], format, {
      currency,
      days: (count, shown) => t("outlook.days", { count, shown }),
    });
  const facts = [
    {
      key: "from",
      text: from === null ? t("outlook.few", { n }) : `${show(from)} (${t("outlook.n", { n })})`,
    },
    { key: "to", text: to === null ? promised() : show(to) },
    {
      key: "needed",
      text:
        plan === null
          ? t("outlook.unknown")
          : plan.needed === null
            ? t("outlook.never", { smallest: smallestText(plan.smallest ?? 0) })
            : t("outlook.deals", { count: plan.needed }),
    },
    { key: "answer", text: answer === null ? t("outlook.noAnswer") : format.day(answer, "month") },
  ] as const;
  /** While nobody knows where it starts, the step that was promised; without a size, what is missing. */
  function promised(): string {
    const { size, direction, metric } = hypothesis;
    if (size === null) return t("outlook.noSize");
    return `${direction === "up" ? "+" : "−"}${format.number(size, 1)} ${t(`metricUnit.${metric}`)}`;
  }
  function smallestText(smallest: number): string {
    if (kind === "share") return t("outlook.points", { count: Math.ceil(smallest * 100) });
    if (kind === "days")
      return t("outlook.days", { count: Math.ceil(smallest), shown: format.number(Math.ceil(smallest)) });
    return format.percent(Math.expm1(smallest));
  }
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
      {facts.map(({ key, text }) => (
        <div key={key}>
          <dt className="text-caption text-ink-2">{t(`outlook.${key}`, { number })}</dt>
          <dd className="tnum text-body-strong">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
