import type { Owner, Step, Window } from "../process/types";
import { inLocale, type Locale } from "../shared/text";
import { parseLine } from "./parse";
import type { LineContext } from "./types";
import { valuesOf } from "./values";

const PHRASES = {
  en: {
    units: { hours: "hours", "working-days": "working days", "calendar-days": "calendar days" },
    within: "within",
    atLatest: "at latest",
    between: "between",
    and: "and",
    from: "from",
    after: "after",
    before: "before",
    moments: { "stage-entry": "stage start", "run-start": "start", "expected-close": "close" },
    importance: { key: "!key", normal: "!normal", optional: "!optional" },
  },
  nl: {
    units: { hours: "uur", "working-days": "werkdagen", "calendar-days": "kalenderdagen" },
    within: "binnen",
    atLatest: "uiterlijk",
    between: "tussen",
    and: "en",
    from: "vanaf",
    after: "na",
    before: "vóór",
    moments: { "stage-entry": "begin fase", "run-start": "start", "expected-close": "sluiting" },
    importance: { key: "!sleutel", normal: "!gewoon", optional: "!optioneel" },
  },
} as const;

/** A step as a line that reads back as the same step, in `locale`; what a line cannot say is left out. */
export function formatLine(
  step: Pick<Step, "name" | "owner" | "window" | "importance" | "channel">,
  context: LineContext,
  locale: Locale,
): string {
  const { importance } = PHRASES[locale];
  const name = inLocale(step.name, locale).trim().replace(/\s+/g, " ");
  const values = [
    step.owner && ownerText(step.owner, context, locale),
    step.window && windowText(step.window, context, locale),
    step.importance !== "normal" && importance[step.importance],
    step.channel && `#${step.channel}`,
  ].filter(Boolean);
  const plain = [name, ...values].join(" ");
  const read = parseLine(plain, context);
  const reads = valuesOf(read).name === name && read.chips.length === values.length;
  return reads ? plain : [quote(name), ...values].join(" ");
}

const quote = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

function ownerText(owner: Owner, { roles, departments }: LineContext, locale: Locale): string | null {
  if (owner.kind === "run-owner") return locale === "nl" ? "@eigenaar" : "@owner";
  const found = (owner.kind === "role" ? roles : departments).find(({ id }) => id === owner.id);
  return found ? `@${inLocale(found.name, locale)}` : null;
}

function windowText(
  { anchor, unit, earliest, latest }: Window,
  { steps }: LineContext,
  locale: Locale,
): string | null {
  const say = PHRASES[locale];
  const step = anchor.kind === "step" ? steps.find(({ key }) => key === anchor.stepKey) : null;
  if (anchor.kind === "step" && !step) return null;
  const what = anchor.kind === "step" ? quote(inLocale(step?.name, locale)) : say.moments[anchor.kind];
  const amount = (text: string) => `${text} ${say.units[unit]}`;
  const bounds = [earliest, latest].filter((bound) => bound !== null);
  const before = bounds.some((bound) => bound < 0) && bounds.every((bound) => bound <= 0);
  const of = (bound: number) => String(before ? -bound || 0 : bound);
  const [low, high] = before ? [latest, earliest] : [earliest, latest];
  const direction = before ? say.before : say.after;
  if (low !== null && high !== null) {
    return `${say.between} ${of(low)} ${say.and} ${amount(of(high))} ${direction} ${what}`;
  }
  if (latest !== null) return `${say.atLatest} ${amount(of(latest))} ${direction} ${what}`;
  return earliest === null ? null : `${say.from} ${amount(of(earliest))} ${direction} ${what}`;
}
