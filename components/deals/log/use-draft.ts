import { useMemo, useState } from "react";
import { guessStep } from "@/lib/domain/quick-log/guess-step";
import { parseLog } from "@/lib/domain/quick-log/parse";
import { chooseReading, logValues, occurredFrom } from "@/lib/domain/quick-log/values";
import type { ActivityKind } from "@/lib/domain/run/events";
import { addDays, isDayWithin } from "@/lib/domain/shared/day";
import { dayOf, minutesOf } from "@/lib/domain/timing/zone";
import type { LogActivity } from "@/lib/features/deals/input";
import type { Subject } from "./subject";

/** A mail or message is sent; whether they answered is another moment. */
const ONE_WAY: ReadonlySet<ActivityKind> = new Set(["email", "message", "note"]);

/** `day` are the words as typed while they are no day yet. */
export type When = "now" | "yesterday" | { readonly day: string };

/** What somebody tapped; null where they tapped nothing, and what was typed or guessed holds. */
type Tapped = {
  readonly kind: ActivityKind | null;
  readonly reached: boolean | null;
  readonly when: When | null;
  /** The key of a step, or "none". */
  readonly step: string | null;
};
const NOTHING: Tapped = { kind: null, reached: null, when: null, step: null };

/** A log that was made before, to be mended. */
export type Before = { readonly tapped: Partial<Tapped>; readonly text: string };

/**
 * A log that is being made: what was tapped goes before what was typed, and that before what is guessed. `input` gives
 * what is sent; it needs a kind.
 */
export function useDraft(subject: Subject, before?: Before | null) {
  const [tapped, setTapped] = useState<Tapped>({ ...NOTHING, ...before?.tapped });
  const [text, setText] = useState(before?.text ?? "");
  /** The readings a person chose, by what was read: typing on keeps them while the words are the same. */
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const [now, setNow] = useState(() => new Date().toISOString());
  const { steps, criteria, timeZone } = subject;
  const today = dayOf(now, timeZone);
  const line = useMemo(() => {
    const context = { today: dayOf(now, timeZone), minutes: minutesOf(now, timeZone), criteria };
    const parsed = parseLog(text, context);
    return parsed.chips.reduce((read, chip, at) => {
      const reading = chosen[keyOf(chip.kind, text.slice(chip.start, chip.end))];
      return reading === undefined ? read : chooseReading(read, at, reading);
    }, parsed);
  }, [text, chosen, now, timeZone, criteria]);
  const values = logValues(line);
  const kind = tapped.kind ?? values.kind;
  const reached =
    kind !== null && kind !== "note" && (tapped.reached ?? values.reached ?? !ONE_WAY.has(kind));
  const guess = kind && guessStep(steps, { kind, reached, text });
  const wanted = tapped.step === "none" ? null : (tapped.step ?? guess?.stepKey ?? null);
  const step = steps.find(({ key }) => key === wanted) ?? null;
  const earlier = tapped.when !== null && typeof tapped.when === "object" ? tapped.when.day : null;
  const unread = earlier !== null && !isDayWithin(earlier, { max: today });
  const occurredAt = (moment: string) => {
    if (tapped.when === null && values.when) return occurredFrom(values.when, timeZone);
    if (tapped.when === "yesterday") return { day: addDays(dayOf(moment, timeZone), -1), at: null };
    if (earlier !== null) return { day: earlier, at: null };
    return { day: dayOf(moment, timeZone), at: moment };
  };

  return {
    text,
    line,
    kind,
    reached,
    step,
    guessed: tapped.step === null && step !== null,
    /** The step that fits although it was taken off, so that it can be put back. */
    offered: step ?? steps.find(({ key }) => key === guess?.stepKey) ?? null,
    when: tapped.when,
    /** The day it happened, where it is neither now nor yesterday. */
    earlier,
    /** That day is no day yet: nothing can be saved. */
    unread,
    typedWhen: tapped.when === null ? values.when : null,
    today,
    proves: values.criteria,
    tap: (more: Partial<Tapped>) => setTapped((before) => ({ ...before, ...more })),
    type: (typed: string) => {
      setText(typed);
      setNow(new Date().toISOString());
    },
    choose: (at: number, reading: number) => {
      const chip = line.chips[at];
      if (!chip) return;
      const key = keyOf(chip.kind, text.slice(chip.start, chip.end));
      setChosen((before) => ({ ...before, [key]: reading }));
    },
    /** As the command takes it, at this moment; null while there is nothing that could be saved. */
    input(activityId: string): Omit<LogActivity, "id"> | null {
      if (kind === null || unread) return null;
      return {
        activityId,
        kind,
        twoWay: reached,
        note: values.note,
        stepKey: step?.key ?? null,
        occurred: occurredAt(new Date().toISOString()),
        ...(values.criteria.length > 0 && {
          evidence: values.criteria.map(({ key, words }) => ({
            criterionKey: key,
            kind: evidenceKind(criteria.find((one) => one.key === key)?.evidence, reached),
            note: words,
          })),
        }),
      };
    },
  };
}
export type Draft = ReturnType<typeof useDraft>;

const keyOf = (kind: string, words: string): string => `${kind} ${words}`;

/** Only what the buyer said to us is the buyer's word; a document or an event is backed on the deal's own page. */
export const evidenceKind = (asked: string | undefined, reached: boolean) =>
  asked === "buyer-confirmed" && reached ? ("buyer-confirmed" as const) : ("seller-word" as const);
