"use client";

import { MapPin } from "lucide-react";
import { type RefObject, useMemo, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { announce } from "@/components/ui/live-region";
import { newStage, newStep } from "@/lib/domain/process/blank";
import { LIMITS } from "@/lib/domain/process/limits";
import { findStage, findStep } from "@/lib/domain/process/locate";
import { patchStep } from "@/lib/domain/process/patch";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { parseLine } from "@/lib/domain/typed-line/parse";
import { choose, valuesOf } from "@/lib/domain/typed-line/values";
import type { Names } from "@/lib/features/processes/view";
import { newId } from "@/lib/platform/id";
import { stageElementId, stepElementId, useEditing } from "./editing";
import { reveal } from "./reveal";
import { TooLong } from "./too-long";
import { TypedChips } from "./typed-chips";
import { addAt, contextOf, type TypedPlace } from "./typed-place";

/** What a line would add, for the ghost in its lane. */
export type Ghost = TypedPlace & { readonly name: string };

/**
 * The docked line in which a step is typed: WHAT, and WHO, WHEN, weight and channel as they come. Enter adds it and waits
 * for the next one below it; Ctrl Enter makes it a stage; a pasted list adds a step per line. What does not fit stays.
 */
export function TypedLineDock({
  doc,
  names,
  place,
  text,
  input,
  onText,
  onPlace,
  onGhost,
}: {
  doc: ProcessDocument;
  names: Names;
  place: TypedPlace;
  /** What stands in the line; it outlives the line, which goes when a colleague removes the last stage. */
  text: string;
  input: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  onPlace: (place: TypedPlace) => void;
  onGhost: (name: string | null) => void;
}) {
  const { words, edit } = useEditing();
  const { t, locale } = words;
  /** The readings a person chose, by what was read: typing on keeps them while the words are the same. */
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  /** Why Enter added nothing; it stands in the line until something is typed or chosen. */
  const [blocked, setBlocked] = useState<string | null>(null);
  const stage = findStage(doc, place.stageKey)?.stage;
  const line = useMemo(() => {
    const parsed = parseLine(text, contextOf(doc, names, place));
    return parsed.chips.reduce((read, chip, at) => {
      const reading = chosen[text.slice(chip.start, chip.end)];
      return reading === undefined ? read : choose(read, at, reading);
    }, parsed);
  }, [text, doc, names, place, chosen]);
  if (!stage) return null;
  const { name, set, open, twice } = valuesOf(line);

  const type = (typed: string) => {
    onText(typed);
    setBlocked(null);
    onGhost(typed.trim() ? valuesOf(parseLine(typed, contextOf(doc, names, place))).name : null);
  };
  const clear = () => {
    setChosen({});
    type("");
  };
  const whyNot = (): string | null => {
    const [first] = open.flatMap((at) => line.chips[at] ?? []);
    const said = first ? text.slice(first.start, first.end) : "";
    if (first) return t(first.unknown ? `line.nothing.${first.kind}` : "line.which", { said });
    if (twice[0]) return t("line.twice", { what: t(`line.${twice[0]}`) });
    return name ? null : t("line.noName");
  };
  const add = () => {
    if (name.length > LIMITS.name) return;
    const why = whyNot();
    if (why) return setBlocked(why);
    const key = newId();
    const step = patchStep(newStep(key, { [locale]: name }), set);
    if (!edit([addAt(doc, place, step)])) return;
    announce(t("editor.added", { name }));
    clear();
    onPlace({ stageKey: place.stageKey, after: key });
    reveal(stepElementId(key));
  };
  const addStage = () => {
    if (!name) return setBlocked(t("line.noName"));
    if (name.length > LIMITS.name) return;
    const key = newId();
    const at = doc.stages.findIndex((one) => one.key === place.stageKey) + 1;
    if (!edit([{ type: "stage.add", stage: newStage(key, { [locale]: name }), index: at }])) return;
    announce(t("editor.added", { name }));
    clear();
    onPlace({ stageKey: key, after: null });
    reveal(stageElementId(key));
  };
  const paste = (event: React.ClipboardEvent) => {
    const lines = event.clipboardData
      .getData("text/plain")
      .split(/\r?\n/)
      .map((one) => one.trim())
      .filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    // What stood in the line already stays in it.
    const whole = () => type([text.trim(), ...lines].filter(Boolean).join(" "));
    if (lines.some((one) => one.length > LIMITS.name)) return whole();
    let after = place.after;
    const edits = lines.map((one) => {
      const read = valuesOf(parseLine(one, contextOf(doc, names, place)));
      // What is not certain in a list is left as it was written: nobody is there to choose.
      const certain = read.open.length === 0 && read.twice.length === 0 && read.name !== "";
      const key = newId();
      const step = certain
        ? patchStep(newStep(key, { [locale]: read.name }), read.set)
        : newStep(key, { [locale]: one });
      return { key, step };
    });
    const steps = stage.steps.findIndex(({ key }) => key === place.after) + 1;
    const done = edit(
      edits.map(({ step }, at) => ({ type: "step.add", stageKey: stage.key, index: steps + at, step })),
    );
    if (!done) return whole();
    after = edits.at(-1)?.key ?? after;
    announce(t("line.addedMany", { count: edits.length }));
    onPlace({ stageKey: stage.key, after });
    if (after) reveal(stepElementId(after));
  };

  const before = place.after ? findStep(doc, place.after)?.step : null;
  return (
    <section
      aria-label={t("line.label")}
      className="mx-4 rounded-card border border-line bg-surface px-3 py-2 shadow-float sm:mx-6"
    >
      <p className="flex items-center gap-1.5 pb-1 text-caption font-normal text-ink-2">
        <MapPin className="size-3.5 shrink-0 text-here" aria-hidden="true" />
        <span className="truncate">
          {t(before ? "line.placeAfter" : "line.place", {
            stage: words.stageName(stage),
            step: before ? words.stepName(before) : "",
          })}
        </span>
      </p>
      <div className="relative">
        <input
          ref={input}
          aria-label={t("line.label")}
          aria-describedby="typed-line-why typed-line-help typed-line-long"
          aria-invalid={name.length > LIMITS.name || blocked !== null}
          placeholder={t("line.placeholder")}
          value={text}
          onChange={(event) => type(event.target.value)}
          onPaste={paste}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) addStage();
            else if (event.key === "Enter") add();
            else if (event.key === "Escape" && text) clear();
            else if (event.key === "Escape") event.currentTarget.blur();
            else return;
            event.preventDefault();
          }}
          className="min-h-10 w-full rounded-control border border-control bg-surface px-3 pr-16 text-body touch:min-h-11 touch:text-lead"
        />
        <span className="absolute inset-y-0 right-2 flex items-center touch:hidden">
          <Kbd>Enter</Kbd>
        </span>
      </div>
      <p id="typed-line-why" role="alert" className="pt-1.5 text-caption text-bad empty:hidden">
        {blocked}
      </p>
      <TooLong id="typed-line-long" typed={name} limit={LIMITS.name} />
      <div
        className={cn(
          "flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-1.5",
          !text && "hidden",
        )}
      >
        <TypedChips
          line={line}
          stage={stage}
          doc={doc}
          onChoose={(chip, reading) => {
            const at = line.chips[chip];
            if (at) setChosen({ ...chosen, [text.slice(at.start, at.end)]: reading });
            setBlocked(null);
            input.current?.focus();
          }}
        />
        <span id="typed-line-help" className="text-caption font-normal text-ink-3 touch:hidden">
          {t("line.help")}
        </span>
      </div>
    </section>
  );
}
