import type { Replay } from "@/lib/features/processes/view";
import type { Words } from "../words";

type Counts = Replay["changes"][number];

const KEPT = "border-accent bg-accent";
const OTHERWISE = "border-accent bg-linear-to-r from-accent from-50% to-transparent to-50%";
const NOT = "border-control";
/** How a case went, in the order of the dots. */
export const DOTS = { kept: KEPT, otherwise: OTHERWISE, not: NOT } as const;

/** Words without dots stand where they stand beside dots. */
const ALONE = "text-caption font-normal text-ink-3 lg:ml-86 lg:w-64";

/** How the last closed deals went by one change: a dot per deal, and the same in words. */
export function ReplayStrip({ counts, words }: { counts: Counts | undefined; words: Words }) {
  const { t } = words;
  if (!counts) return <span className={ALONE}>{t("publish.figuresGoOn")}</span>;
  const { reached, kept, otherwise, not } = counts;
  // A step that is new has never been done under its key: what past deals show is only whom it would have been asked of.
  if (counts.change === "added" && counts.what !== "stage" && reached > 0 && kept + otherwise === 0)
    return <span className={ALONE}>{t("publish.allNew", { reached })}</span>;
  if (reached === 0) return <span className={ALONE}>{t("replay.nobody")}</span>;
  const dots = [
    ...Array.from({ length: kept }, () => KEPT),
    ...Array.from({ length: otherwise }, () => OTHERWISE),
    ...Array.from({ length: not }, () => NOT),
  ];
  return (
    <span className="flex flex-col gap-1 lg:grid lg:grid-cols-[20rem_16rem] lg:items-center lg:gap-6">
      <span aria-hidden="true" className="flex max-w-80 flex-wrap gap-0.5">
        {dots.map((dot, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
          <span key={at} className={`size-1.5 rounded-full border ${dot}`} />
        ))}
      </span>
      <span className="text-caption font-normal text-ink-2">
        {t("replay.counts", { reached, kept, otherwise, not })}
      </span>
    </span>
  );
}
