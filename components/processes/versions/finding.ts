import type { Comparison } from "@/lib/features/processes/view";
import { useVersionWords } from "./words";

/** What the two compared versions say about winning, in a sentence that claims no cause; null without a comparison. */
export function useFinding(comparison: Comparison | null): string | null {
  const { t, share, changeRange } = useVersionWords();
  const row = comparison?.rows.find(({ figure }) => figure === "win-rate");
  if (!comparison || !row) return null;
  const [to, from] = [comparison.to.number ?? 0, comparison.from.number ?? 0];
  const { now, before, change, clear } = row;
  if (change === null) return t("finding.few", { to, from, now: now.n, before: before.n });
  const way = change.value > 0 ? "up" : change.value < 0 ? "down" : "same";
  const words = { to, way, now: share(now), before: share(before), range: changeRange("share", change) };
  return clear ? t("finding.clear", words) : t("finding.unclear", words);
}
