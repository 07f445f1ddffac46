import type { ReactNode } from "react";
import { FigureButton } from "@/components/ui/figure-button";
import type { Replay, ReplayedChange } from "@/lib/features/processes/view";
import type { Words } from "../words";
import { figureIds, type Turn } from "./replay-figures";

const KEPT = "border-accent bg-accent";
const OTHERWISE = "border-accent bg-linear-to-r from-accent from-50% to-transparent to-50%";
const NOT = "border-control";
/** How a case went, in the order of the dots. */
export const DOTS = { kept: KEPT, otherwise: OTHERWISE, not: NOT } as const;

/** Words without dots stand where they stand beside dots. */
const ALONE = "text-caption font-normal text-ink-3 lg:ml-86 lg:w-64";

/** A dot per deal. */
export function Dots({ dots }: { dots: readonly string[] }) {
  return (
    <span aria-hidden="true" className="flex max-w-80 flex-wrap gap-0.5">
      {dots.map((dot, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
        <span key={at} className={`size-1.5 rounded-full border ${dot}`} />
      ))}
    </span>
  );
}

/** A count of the replay that opens its deals; of none there is nothing to open. */
export function Count({
  id,
  cases,
  label,
  children,
}: {
  id: string;
  cases: readonly number[];
  label: string;
  children?: ReactNode;
}) {
  const shown = children ?? cases.length;
  if (cases.length === 0) return shown;
  return (
    <FigureButton id={id} label={label} className="font-semibold text-ink">
      {shown}
    </FigureButton>
  );
}

/** How the last closed deals went by one change: a dot per deal, and the same in words. */
export function ReplayStrip({ change, words }: { change: ReplayedChange | undefined; words: Words }) {
  const { t } = words;
  if (!change) return <span className={ALONE}>{t("publish.figuresGoOn")}</span>;
  const { what, key, reached, kept, otherwise, not } = change;
  if (reached.length === 0) return <span className={ALONE}>{t("replay.nobody")}</span>;
  const count = (turn: Turn, shown?: string) => () => (
    <Count id={figureIds.change(what, key, turn)} cases={change[turn]} label={t(`replay.figure.${turn}`)}>
      {shown}
    </Count>
  );
  // A step that is new has never been done under its key: what past deals show is only whom it would have been asked of.
  if (change.change === "added" && what !== "stage" && kept.length + otherwise.length === 0) {
    const deals = t("replay.deals", { count: reached.length });
    return <span className={ALONE}>{t.rich("publish.allNew", { reached: count("reached", deals) })}</span>;
  }
  return (
    <span className="flex flex-col gap-1 lg:grid lg:grid-cols-[20rem_16rem] lg:items-center lg:gap-6">
      <Dots dots={[...kept.map(() => KEPT), ...otherwise.map(() => OTHERWISE), ...not.map(() => NOT)]} />
      <span className="text-caption font-normal text-ink-2">
        {t.rich(`replay.counts.${change.change === "removed" ? "removed" : what}`, {
          kept: count("kept"),
          reached: count("reached"),
          otherwise: count("otherwise"),
          not: count("not"),
        })}
      </span>
    </span>
  );
}

/** How many deals had something wrong, by what they followed and by the draft. */
export function Flagged({ replay, words }: { replay: Replay; words: Words }) {
  const { t } = words;
  const count = (by: "before" | "after") => () => (
    <Count id={figureIds.flagged(by)} cases={replay.flagged[by]} label={t(`replay.figure.${by}`)} />
  );
  const all = replay.cases.map((_, index) => index);
  return t.rich("replay.flagged", {
    before: count("before"),
    after: count("after"),
    all: () => <Count id={figureIds.all} cases={all} label={t("replay.figure.all")} />,
  });
}
