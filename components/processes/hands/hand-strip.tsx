import { findStep } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import type { Words } from "../words";
import { HandLine } from "./hand-line";
import type { HandsView } from "./hands-view";

/** The clock of a process that goes from hand to hand: who has the run for how long, and each hand-over in words. */
export function HandStrip({ view, doc, words }: { view: HandsView; doc: ProcessDocument; words: Words }) {
  const { t } = words;
  const { clock, name, time } = view;
  const longest = [...clock.hands].sort((one, other) => other.hours - one.hours)[0];
  return (
    <section aria-labelledby="hands" className="mt-6 rounded-card border border-line bg-surface p-4 sm:p-5">
      <h2 id="hands" className="section-title">
        {t("hands.title")}
      </h2>
      <p className="mb-3 max-w-prose text-body text-ink-2">
        {longest &&
          t("hands.finding", {
            count: clock.handOvers.length,
            name: name(longest.owner),
            hours: time(longest.hours),
            total: time(clock.total),
          })}{" "}
        {t("hands.how")} {clock.untimed > 0 && t("hands.untimed", { count: clock.untimed })}
      </p>
      <div className="text-caption text-accent sm:text-body [&_li]:text-ink">
        <HandLine view={view} ground="var(--surface)" />
      </div>
      <ol className="mt-4 grid gap-x-6 gap-y-3 border-t border-line pt-3 sm:grid-cols-2 lg:grid-cols-3">
        {clock.handOvers.map((one) => {
          const spot = findStep(doc, one.toStep);
          if (!spot) return null;
          return (
            <li key={one.toStep} className="min-w-0 text-body">
              <p className="text-body-strong">
                {t("hands.fromTo", { from: name(one.from), to: name(one.to) })}
                {one.sometimes && <span className="font-normal text-ink-3"> {t("hands.sometimes")}</span>}
              </p>
              <p className="text-caption font-normal text-ink-2">
                {words.stepName(spot.step)}, {words.windowText(one.window, spot.stage, doc)}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
