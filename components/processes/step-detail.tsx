import type { ReactNode } from "react";
import type { ProcessDocument, Resource, Stage, Step } from "@/lib/domain/process/types";
import { SaidMark, WeightMark, WhenChip, WhoChip } from "./chips";
import { EntryLines } from "./entry-lines";
import type { Words } from "./words";

/** A step to read: WHAT, WHO and WHEN, and folded below it how it is done and what the buyer gains. */
export function StepDetail({
  step,
  stage,
  doc,
  words,
  unfolded,
  said,
  remarks,
}: {
  step: Step;
  stage: Stage;
  doc: ProcessDocument;
  words: Words;
  unfolded: boolean;
  /** How many remarks on it wait for somebody. */
  said: number;
  /** What people say about it. */
  remarks: ReactNode;
}) {
  const { t } = words;
  const texts = [
    ["panel.objective", step.objective],
    ["map.how", step.howTo],
    ["panel.buyerAction", step.buyerAction],
    ["map.gains", step.buyerGains],
    ["panel.desiredResult", step.desiredResult],
  ] as const;
  const when = words.windowText(step.window, stage, doc);
  const head = (
    <>
      <span className="text-body-strong">{words.stepName(step)}</span>
      <span className="flex w-full min-w-0 items-center gap-1">
        <WhoChip owner={step.owner} words={words} />
        <WhenChip window={step.window} full={when} words={words} />
        <SaidMark count={said} words={words} />
        <WeightMark step={step} words={words} />
      </span>
    </>
  );
  const box = "flex flex-col gap-1.5 px-2 py-2";
  return (
    <li
      id={`step-${step.key}`}
      className="relative scroll-mt-4 rounded-control border border-line bg-surface target:border-accent"
    >
      <details className="group" open={unfolded}>
        <summary className={`${box} cursor-pointer list-none rounded-control hover:bg-accent-soft`}>
          {head}
        </summary>
        <dl className="flex flex-col gap-2 border-t border-line px-2.5 py-2 text-body">
          <Line term={t("panel.when")}>{when}</Line>
          {step.channel && <Line term={t("panel.channel")}>{t(`channel.${step.channel}`)}</Line>}
          {texts.map(
            ([term, text]) =>
              words.text(text) && (
                <Line key={term} term={t(term)}>
                  {words.text(text)}
                </Line>
              ),
          )}
          {step.supporting.length > 0 && (
            <Line term={t("panel.supporting")}>{step.supporting.map(words.ownerName).join(", ")}</Line>
          )}
          {step.resources.length > 0 && (
            <div>
              <dt className="text-caption text-ink-3">{t("panel.resources")}</dt>
              {step.resources.map((resource, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a resource has no identity of its own
                <dd key={at} className="break-words whitespace-pre-line">
                  <ResourceLine resource={resource} words={words} />
                </dd>
              ))}
            </div>
          )}
          <EntryLines ids={step.entries} words={words} />
        </dl>
        <div className="border-t border-line px-2.5 py-2">{remarks}</div>
      </details>
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

/** A question or text as it is written; a link opens beside the page and tells its target nothing of it. */
function ResourceLine({ resource, words }: { resource: Resource; words: Words }) {
  if (resource.kind === "question") return <>“{words.text(resource.text)}”</>;
  if (resource.kind === "snippet") {
    return (
      <>
        <span className="text-body-strong">{words.text(resource.label)}</span> {words.text(resource.text)}
      </>
    );
  }
  return (
    <a href={resource.url} target="_blank" rel="noopener noreferrer" className="text-accent underline">
      {words.text(resource.label) || resource.url}
    </a>
  );
}
