import type { CSSProperties } from "react";
import { allSteps, findStep } from "@/lib/domain/process/locate";
import type { Owner, ProcessDocument, Stage, Step } from "@/lib/domain/process/types";
import { HandLine } from "../hands/hand-line";
import type { HandsView } from "../hands/hands-view";
import type { Words } from "../words";
import { type Fit, fitOf, type PrintStage, type Sheet } from "./fit";
import { initialsOf } from "./initials";
import { PrintLine } from "./print-line";

/** What stands above the map. */
export type PrintHead = { readonly org: string; readonly name: string; readonly facts: readonly string[] };

/** The texts of the sheet, in the reader's language. */
export function printStages(
  doc: ProcessDocument,
  words: Words,
  handed: ReadonlyMap<string, Owner | null> = new Map(),
): { stages: PrintStage[]; marks: Map<string, string> } {
  const { t } = words;
  const name = (owner: Owner | null) => words.ownerName(owner);
  const marks = initialsOf(allSteps(doc).map(({ owner }) => name(owner)));
  const facts = (step: Step, stage: Stage) =>
    `${handed.has(step.key) ? "XX → " : ""}${marks.get(name(step.owner)) ?? ""} ${whenText(step, stage, doc, words)}`.trim();
  const stages = doc.stages.map((stage) => ({
    name: words.stageName(stage),
    steps: stage.steps.map((step) => ({ name: words.stepName(step), facts: facts(step, stage) })),
    criteria: stage.criteria.map(
      ({ text, evidence }) => `${words.text(text) || t("untitled.criterion")} (${t(`evidence.${evidence}`)})`,
    ),
    buyer: words.text(stage.buyerStep),
    entries: words
      .entriesOf([...stage.entries, ...stage.steps.flatMap((step) => step.entries)])
      .map(({ label, entries }) => `${label}: ${entries.map(({ text }) => text).join("; ")}`),
  }));
  return { stages, marks };
}

/** WHEN; what counts from the start of the stage does not say so on every line, because the legend does. */
function whenText({ window }: Step, stage: Stage, doc: ProcessDocument, words: Words): string {
  if (!window) return "";
  return window.anchor.kind === "stage-entry"
    ? words.amountText(window)
    : words.windowText(window, stage, doc);
}

/** A process on one sheet: who does what and when, and what the buyer does to go on. Black on white, lines only. */
export function PrintMap({
  head,
  doc,
  words,
  hands,
  sheet,
}: {
  head: PrintHead;
  doc: ProcessDocument;
  words: Words;
  /** Where it goes from hand to hand; null where that is not drawn. */
  hands: HandsView | null;
  sheet: Sheet | null;
}) {
  const { t } = words;
  const handed = new Map(
    hands?.clock.handOvers.map(({ toStep, fromStep }) => [
      toStep,
      findStep(doc, fromStep)?.step.owner ?? null,
    ]),
  );
  const { stages, marks } = printStages(doc, words, handed);
  const fit: Fit = fitOf(stages, sheet, hands ? hands.clock.hands.length * 1.5 + 2 : 0);
  const columns = { gridTemplateColumns: `repeat(${Math.max(1, stages.length)}, minmax(0, 1fr))` };
  let number = 0;
  return (
    <article
      className={`print-sheet print-${fit.sheet}`}
      style={{ fontSize: `${fit.points}pt` } as CSSProperties}
    >
      <header className="flex items-start justify-between gap-6">
        <div>
          <p>{head.org}</p>
          <h1 className="font-serif text-[2em] leading-tight font-medium">{head.name}</h1>
          <p className="font-serif">{t("print.freedom")}</p>
        </div>
        <ul className="text-right">
          {head.facts.map((fact, at) => (
            <li key={fact} className={at === 0 ? "text-[1.2em] font-semibold" : ""}>
              {fact}
            </li>
          ))}
        </ul>
      </header>
      <div className="mt-[1em] grid" style={columns}>
        {doc.stages.map((stage) => (
          <p key={stage.key} className="pr-[1em] font-serif leading-tight">
            {words.text(stage.buyerStep)}
          </p>
        ))}
      </div>
      <div className="my-[0.4em]">
        <PrintLine doc={doc} />
      </div>
      <div className="grid" style={columns}>
        {doc.stages.map((stage, at) => (
          <section key={stage.key} className="pr-[1em]">
            <h2 className="font-serif text-[1.35em] leading-tight font-medium">{stages[at]?.name}</h2>
            <p>{words.planned(stage.plannedDays)}</p>
            <ol>
              {stage.steps.map((step, place) => {
                number++;
                return (
                  <li key={step.key} className="flex gap-[0.5em] border-t border-[#999] py-[0.3em]">
                    <Stop value={number} filled={step.importance === "key"} />
                    <div className="min-w-0 leading-tight">
                      <p className="font-semibold break-words">{stages[at]?.steps[place]?.name}</p>
                      <p>
                        {handed.has(step.key) && (
                          <>
                            <Mark text={marks.get(words.ownerName(handed.get(step.key) ?? null)) ?? ""} /> →{" "}
                          </>
                        )}
                        <Mark text={marks.get(words.ownerName(step.owner)) ?? ""} />{" "}
                        {whenText(step, stage, doc, words)}
                      </p>
                    </div>
                  </li>
                );
              })}
            </ol>
            {stage.criteria.length > 0 && (
              <ul className="border-t-2 border-[#000] pt-[0.3em]">
                {stage.criteria.map((criterion, place) => (
                  <li key={criterion.key} className="flex gap-[0.5em] leading-tight">
                    <Capsule />
                    <span className="min-w-0 break-words">{stages[at]?.criteria[place]}</span>
                  </li>
                ))}
              </ul>
            )}
            {stages[at]?.entries?.map((line) => (
              <p key={line} className="pt-[0.3em] leading-tight break-words">
                {line}
              </p>
            ))}
          </section>
        ))}
      </div>
      {hands && (
        <section className="mt-[0.8em] border-t-2 border-[#000] pt-[0.4em]">
          <h2 className="font-semibold">{t("hands.title")}</h2>
          <HandLine view={hands} ground="#fff" />
        </section>
      )}
      <footer className="mt-[0.8em] flex flex-wrap gap-x-[1.5em] border-t-2 border-[#000] pt-[0.4em]">
        <span className="flex items-center gap-[0.4em]">
          <Stop value={1} filled /> {t("importance.key")}
        </span>
        <span className="flex items-center gap-[0.4em]">
          <Stop value={1} filled={false} /> {t("print.step")}
        </span>
        <span className="flex items-center gap-[0.4em]">
          <Capsule /> {t("map.legend")}
        </span>
        <span>{t("print.fromEntry")}</span>
        {[...marks].map(([owner, mark]) => (
          <span key={owner}>
            <Mark text={mark} /> {owner}
          </span>
        ))}
      </footer>
      {!fit.fits && <p className="mt-2 print:hidden">{t("print.tooMuch")}</p>}
    </article>
  );
}

/** A numbered stop, drawn so that the filled one stays filled when backgrounds are not printed. */
const Stop = ({ value, filled }: { value: number; filled: boolean }) => (
  <svg viewBox="0 0 20 20" className="mt-[0.1em] size-[1.6em] shrink-0" aria-hidden="true">
    <circle cx="10" cy="10" r="9" fill={filled ? "#000" : "#fff"} stroke="#000" strokeWidth="1.5" />
    <text x="10" y="13.6" textAnchor="middle" fontSize="10" fontWeight="600" fill={filled ? "#fff" : "#000"}>
      {value}
    </text>
  </svg>
);

const Capsule = () => (
  <svg viewBox="0 0 10 20" className="mt-[0.1em] h-[1.4em] w-[0.7em] shrink-0" aria-hidden="true">
    <rect x="1.5" y="1.5" width="7" height="17" rx="3.5" fill="none" stroke="#000" strokeWidth="1.5" />
  </svg>
);

const Mark = ({ text }: { text: string }) => (
  <span className="rounded-[0.3em] border border-[#000] px-[0.3em] text-[0.85em] font-semibold">{text}</span>
);
