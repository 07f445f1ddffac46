import type { ProcessDocument, Stage, Step } from "@/lib/domain/process/types";
import { WeightMark, WhenChip, WhoChip } from "./chips";
import type { Words } from "./words";

/** A step to read: WHAT, WHO and WHEN, and folded below it how it is done and what the buyer gains. */
export function StepDetail({
  step,
  stage,
  doc,
  words,
}: {
  step: Step;
  stage: Stage;
  doc: ProcessDocument;
  words: Words;
}) {
  const { t } = words;
  const howTo = words.text(step.howTo);
  const gains = words.text(step.buyerGains);
  const when = words.windowText(step.window, stage, doc);
  const head = (
    <>
      <span className="text-body-strong">{words.stepName(step)}</span>
      <span className="flex w-full min-w-0 items-center gap-1">
        <WhoChip owner={step.owner} words={words} />
        <WhenChip window={step.window} full={when} words={words} />
        <WeightMark step={step} words={words} />
      </span>
    </>
  );
  const box = "flex flex-col gap-1.5 px-2 py-2";
  return (
    <li className="rounded-control border border-line bg-surface">
      {howTo || gains || step.channel ? (
        <details className="group">
          <summary className={`${box} cursor-pointer list-none rounded-control hover:bg-accent-soft`}>
            {head}
          </summary>
          <dl className="flex flex-col gap-2 border-t border-line px-2.5 py-2 text-body">
            <Line term={t("panel.when")}>{when}</Line>
            {step.channel && <Line term={t("panel.channel")}>{t(`channel.${step.channel}`)}</Line>}
            {howTo && <Line term={t("map.how")}>{howTo}</Line>}
            {gains && <Line term={t("map.gains")}>{gains}</Line>}
          </dl>
        </details>
      ) : (
        <div className={box}>{head}</div>
      )}
    </li>
  );
}

function Line({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="text-caption text-ink-3">{term}</dt>
      <dd className="break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}
