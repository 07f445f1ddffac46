import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Both } from "@/lib/domain/process/compare";
import type { HandClock } from "@/lib/domain/process/hand-overs";
import { findStage, findStep } from "@/lib/domain/process/locate";
import type { SideView } from "./side";

/** Where the work goes over to somebody else, on each side. */
export function CompareHands({
  left,
  right,
  hands,
}: {
  left: SideView;
  right: SideView;
  hands: Both<HandClock>;
}) {
  const t = useTranslations("processes");
  return (
    <Card title={t("compare.hands")} sub={t("compare.handsHow")}>
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <Hands side={left} clock={hands.left} />
        <Hands side={right} clock={hands.right} />
      </div>
    </Card>
  );
}

function Hands({ side, clock }: { side: SideView; clock: HandClock }) {
  const { words, document } = side;
  const { t } = words;
  return (
    <section className="min-w-0">
      <h3 className="text-body-strong">
        {side.name}
        <span className="font-normal text-ink-2">
          , {t("compare.handOvers", { count: clock.handOvers.length })}
        </span>
      </h3>
      <ol className="mt-1 flex flex-col divide-y divide-line">
        {clock.handOvers.map(({ from, to, toStep, stageKey, sometimes }) => {
          const stage = findStage(document, stageKey)?.stage;
          const step = findStep(document, toStep)?.step;
          return (
            <li key={toStep} className="py-2">
              <p className="flex flex-wrap items-center gap-x-1.5">
                {words.ownerName(from)}
                <ArrowRight className="size-3.5 text-ink-3" role="img" aria-label={t("compare.goesTo")} />
                <span className="font-semibold">{words.ownerName(to)}</span>
                {sometimes && <span className="text-ink-3">({t("hands.sometimes")})</span>}
              </p>
              <p className="text-caption font-normal text-ink-3">
                {[stage && words.stageName(stage), step && words.stepName(step)].filter(Boolean).join(" · ")}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
