import { Equal } from "lucide-react";
import type { Halves, In } from "@/lib/domain/process/compare";
import type { ExitCriterion, Step } from "@/lib/domain/process/types";
import { WeightMark, WhenChip, WhoChip } from "../chips";
import type { SideView } from "./side";

type Thing = Step | ExitCriterion;

/** What both have, with what differs in it, and below that what only one has. */
export function CompareThings<T extends Thing>({
  what,
  halves,
  left,
  right,
}: {
  what: "steps" | "criteria";
  halves: Halves<T>;
  left: SideView;
  right: SideView;
}) {
  const { t } = left.words;
  const { shared, onlyLeft, onlyRight } = halves;
  return (
    <div className="flex flex-col gap-5">
      <section>
        <h3 className="text-body-strong">{t(`compare.shared.${what}`, { count: shared.length })}</h3>
        <ul className="mt-1 flex flex-col divide-y divide-line">
          {shared.map((pair) => (
            <li key={pair.left.item.key} className="grid grid-cols-1 gap-x-6 gap-y-2 py-2.5 sm:grid-cols-2">
              <Place one={pair.left} side={left} named />
              <div className="flex min-w-0 gap-2 max-sm:border-l-2 max-sm:border-line max-sm:pl-2.5">
                <Equal
                  className="mt-1 size-3.5 shrink-0 text-ink-3 max-sm:hidden"
                  role="img"
                  aria-label={t(`compare.by.${pair.by}`)}
                />
                <Place one={pair.right} side={right} named />
              </div>
            </li>
          ))}
        </ul>
      </section>
      <div className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">
        <Only list={onlyLeft} side={left} what={what} />
        <Only list={onlyRight} side={right} what={what} />
      </div>
    </div>
  );
}

function Only<T extends Thing>({
  list,
  side,
  what,
}: {
  list: readonly In<T>[];
  side: SideView;
  what: "steps" | "criteria";
}) {
  const { t } = side.words;
  return (
    <section className="min-w-0">
      <h3 className="text-body-strong">
        {t(`compare.only.${what}`, { name: side.name, count: list.length })}
      </h3>
      <ul className="mt-1 flex flex-col divide-y divide-line">
        {list.map((one) => (
          <li key={one.item.key} className="py-2.5">
            <Place one={one} side={side} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One thing with its stage: a step with who and when, a criterion with its evidence. `named` tells whose it is on a phone. */
function Place({ one: { stage, item }, side, named }: { one: In<Thing>; side: SideView; named?: boolean }) {
  const { words, document } = side;
  const { t } = words;
  const isStep = "owner" in item;
  return (
    <div className="min-w-0 flex-1">
      {named && <p className="text-caption text-ink-3 sm:hidden">{side.name}</p>}
      <p className="break-words">
        {isStep ? words.stepName(item) : words.text(item.text) || t("untitled.criterion")}
      </p>
      <div className="mt-1 flex min-w-0 flex-wrap items-center gap-1 text-caption font-normal text-ink-3">
        {isStep ? (
          <>
            <WhoChip owner={item.owner} words={words} />
            <WhenChip
              window={item.window}
              full={words.windowText(item.window, stage, document)}
              words={words}
            />
            <span className="px-1">{words.stageName(stage)}</span>
            <WeightMark step={item} words={words} />
          </>
        ) : (
          <span>
            {words.stageName(stage)} · {t(`evidence.${item.evidence}`)}
          </span>
        )}
      </div>
    </div>
  );
}
