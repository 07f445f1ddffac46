import { Badge } from "@/components/ui/badge";
import type { Hypothesis, Promised, VersionEntry } from "@/lib/features/processes/view";
import type { Words } from "../words";
import { useVersionWords } from "./words";

/** What a version promised, and what its deals say about that so far. */
export function PromiseView({ version, words }: { version: VersionEntry; words: Words }) {
  const { t } = useVersionWords();
  const { hypothesis, promised } = version;
  if (!hypothesis) return null;
  const state =
    promised === null ? null : promised.kind === "judged" ? promised.evidence.verdict : promised.kind;
  return (
    <div className="mt-1">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-body text-ink-2">
        <span>{hypothesisText(hypothesis, version, words)}</span>
        {state && (
          <Badge tone={state === "held" ? "good" : state === "not-held" ? "warn" : "neutral"}>
            {t(`promise.${state}`)}
          </Badge>
        )}
      </p>
      {promised && <Told promised={promised} />}
    </div>
  );
}

function Told({ promised }: { promised: Promised }) {
  const { t, size, change: changeText, changeRange } = useVersionWords();
  const small = "text-caption font-normal text-ink-3";
  if (promised.kind !== "judged") return <p className={small}>{t(`promise.${promised.kind}Text`)}</p>;
  const { sample, against: number, evidence } = promised;
  const { change, n, need, smallest } = evidence;
  return (
    <p className={small}>
      {change
        ? t("promise.change", {
            change: changeText(sample, change.value),
            number,
            range: changeRange(sample, change),
            ...n,
          })
        : t("promise.none", { ...n, number })}{" "}
      {need.before > 0 && t("promise.needBefore", { number, count: need.before })}{" "}
      {need.now > 0 && t("promise.needNow", { count: need.now })}{" "}
      {smallest !== null &&
        need.before === 0 &&
        t("promise.never", {
          number,
          n: n.before,
          size: size(sample, sample === "amounts" ? Math.expm1(smallest) : smallest),
        })}
    </p>
  );
}

function hypothesisText(
  { metric, direction, size, stageKey }: Hypothesis,
  version: VersionEntry,
  words: Words,
): string {
  const { t } = words;
  const stage = stageKey ? words.text(version.stageNames[stageKey]) : "";
  const plain = t(`metric.${metric}`);
  const name = stage ? t("hypothesis.inStage", { metric: plain, stage }) : plain;
  const way = t(`direction.${metric}.${direction}`);
  return size === null
    ? t("hypothesis.plain", { metric: name, direction: way })
    : t("hypothesis.sized", { metric: name, direction: way, size, unit: t(`metricUnit.${metric}`) });
}
