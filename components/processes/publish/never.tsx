import { ArrowRight } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { findStep } from "@/lib/domain/process/locate";
import type { Publishing, Replay } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import type { Words } from "../words";
import { figureIds } from "./replay-figures";
import { Count, DOTS, Dots } from "./replay-strip";

/** As many steps as are shown at once. */
const SHOWN = 6;

/** The required steps that none of the last closed deals did, each with the deals it would have been due in and its place in the draft. */
export function Never({
  org,
  view,
  replay,
  words,
}: {
  org: string;
  view: Publishing;
  replay: Replay;
  words: Words;
}) {
  const { t } = words;
  // What is new could not have been done: its line above says so.
  const added = new Set(view.changes.flatMap((one) => (one.change === "added" ? [one.key] : [])));
  const steps = replay.never.filter(({ stepKey }) => !added.has(stepKey));
  if (steps.length === 0) return null;
  const line = ({ stepKey, reached }: (typeof steps)[number]) => {
    const spot = findStep(view.document, stepKey);
    const name = spot ? words.stepName(spot.step) : t("untitled.step");
    return (
      <li key={stepKey} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="text-body-strong">{name}</p>
          <p className="text-caption font-normal text-ink-3">
            {spot && [words.stageName(spot.stage), words.ownerName(spot.step.owner)].join(" · ")}
          </p>
        </div>
        <span className="flex basis-full flex-col gap-1 lg:grid lg:basis-auto lg:grid-cols-[20rem_16rem] lg:items-center lg:gap-6">
          <Dots dots={reached.map(() => DOTS.not)} />
          <span className="text-caption font-normal text-ink-2">
            {t.rich("replay.never.due", {
              reached: () => (
                <Count id={figureIds.never(stepKey)} cases={reached} label={t("replay.figure.never")}>
                  {t("replay.deals", { count: reached.length })}
                </Count>
              ),
            })}
          </span>
        </span>
        <LinkButton
          size="small"
          variant="quiet"
          href={paths.draftAt(org, view.id, stepKey)}
          aria-label={t("replay.never.open", { step: name })}
        >
          <ArrowRight className="size-4" aria-hidden="true" />
        </LinkButton>
      </li>
    );
  };
  const more = steps.slice(SHOWN);
  return (
    <Card
      className="lg:col-span-2"
      title={t("replay.never.title")}
      sub={t("replay.never.text", { count: steps.length, cases: replay.cases.length })}
    >
      <ul className="flex flex-col divide-y divide-line">{steps.slice(0, SHOWN).map(line)}</ul>
      {more.length > 0 && (
        <details className="border-t border-line pt-2">
          <summary className="min-h-6 cursor-pointer text-caption text-accent">
            {t("replay.never.more", { count: more.length })}
          </summary>
          <ul className="flex flex-col divide-y divide-line">{more.map(line)}</ul>
        </details>
      )}
    </Card>
  );
}
