import { findStage, findStep } from "@/lib/domain/process/locate";
import { MIN_SHARE } from "@/lib/domain/statistics/estimate";
import { wilson } from "@/lib/domain/statistics/proportion";
import type { Publishing, ReplayedChange } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { Words } from "../words";

/**
 * What the version comes down to, in two sentences: how much changes for how many owners, and of the step whose moment
 * past deals kept to least, how many did. Few deals are told as counts.
 */
export function useHeadline(view: Publishing, words: Words): string {
  const { t } = words;
  const format = useFormat();
  const { published, number, changes, impacts } = view;
  if (!published) return t("publish.headlineFirst", { number });
  const things = new Set(changes.map(({ what, key }) => `${what}.${key}`)).size;
  if (things === 0) return t("publish.headlineNone", { number: published.number });
  const first = t("publish.headline", { count: things, owners: impacts.length });
  const news = worst(view);
  const spot = news && findStep(view.document, news.key);
  const stage = spot && findStage(view.document, spot.stage.key)?.stage;
  if (!news || !spot || !stage) return first;
  const [reached, kept] = [news.reached.length, news.kept.length];
  const what = { step: words.stepName(spot.step), stage: words.stageName(stage), reached, kept };
  if (reached < MIN_SHARE) return `${first} ${t("publish.headlineFew", what)}`;
  const { lo, hi } = wilson(kept, reached);
  const share = { share: format.percent(kept / reached), lo: format.percent(lo), hi: format.percent(hi) };
  return `${first} ${t("publish.headlineShare", { ...what, ...share })}`;
}

/**
 * The step with another moment that the fewest of the deals it was due in kept to. A new one was never done, and of
 * another owner past deals say nothing: they show when a step was done, not by which role.
 */
function worst({ replay }: Publishing) {
  const steps = (replay?.changes ?? []).filter(
    ({ what, change, reached }) => what === "step" && change === "retimed" && reached.length > 0,
  );
  return steps.sort((one, other) => shareOf(one) - shareOf(other))[0] ?? null;
}

const shareOf = ({ kept, reached }: ReplayedChange) => kept.length / reached.length;
