import { ownerKey } from "../process/owner-key";
import type { Owner, Step, Window } from "../process/types";
import { inLocale, type Locale } from "../shared/text";
import { parseLine } from "./parse";
import { PHRASES } from "./phrases";
import type { LineContext } from "./types";
import { valuesOf } from "./values";
import { windowTexts } from "./write-window";

type Said = Pick<Step, "name" | "owner" | "window" | "importance" | "channel">;

/**
 * A step as a line in `locale` that reads back as the same step, with nothing left to choose. Quotes stand only where the
 * words would be read otherwise. What a line cannot say is left out: a window without an end, or an owner or step that is
 * gone or shares its name with another.
 */
export function formatLine(step: Said, context: LineContext, locale: Locale): string {
  const name = inLocale(step.name, locale).trim().replace(/\s+/g, " ");
  const signs = [
    ...(step.importance === "normal" ? [] : [PHRASES[locale].importance[step.importance]]),
    ...(step.channel ? [`#${step.channel}`] : []),
  ];
  const line = (...parts: readonly (string | null)[]) => [...parts, ...signs].filter(Boolean).join(" ");
  for (const owner of [...ownerTexts(step.owner, context, locale), null])
    for (const window of [...windowsOf(step.window, context, locale), null])
      for (const words of [name, quote(name)]) {
        const text = line(words, owner, window);
        const said = { ...step, owner: owner ? step.owner : null, window: window ? step.window : null };
        if (saysOnly(text, name, said, context)) return text;
      }
  return line(quote(name));
}

/** The line reads as this step and leaves no doubt. */
function saysOnly(text: string, name: string, step: Said, context: LineContext): boolean {
  const read = parseLine(text, context);
  const values = valuesOf(read);
  const { owner = null, window = null, importance = "normal", channel = null } = values.set;
  return (
    values.name === name &&
    values.twice.length === 0 &&
    read.chips.every(({ taken, assumed }) => taken !== null && !assumed) &&
    importance === step.importance &&
    channel === step.channel &&
    keyOf(owner) === keyOf(step.owner) &&
    windowKey(window) === windowKey(step.window)
  );
}

const keyOf = (owner: Owner | null): string | null => owner && ownerKey(owner);

const windowKey = (window: Window | null): string =>
  window === null
    ? ""
    : JSON.stringify([
        window.anchor.kind === "step" ? ["step", window.anchor.stepKey] : window.anchor.kind,
        window.unit,
        window.earliest,
        window.latest,
      ]);

const quote = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

function ownerTexts(owner: Owner | null, context: LineContext, locale: Locale): readonly string[] {
  if (owner === null) return [];
  if (owner.kind === "run-owner") return PHRASES[locale].runOwner;
  const found = (owner.kind === "role" ? context.roles : context.departments).find(
    ({ id }) => id === owner.id,
  );
  return found ? [`@${inLocale(found.name, locale)}`] : [];
}

function windowsOf(window: Window | null, { steps }: LineContext, locale: Locale): string[] {
  if (window === null) return [];
  const { anchor } = window;
  if (anchor.kind !== "step")
    return PHRASES[locale].moments[anchor.kind].flatMap((what) => windowTexts(window, what, locale));
  const step = steps.find(({ key }) => key === anchor.stepKey);
  const name = inLocale(step?.name, locale);
  return name === "" ? [] : [name, quote(name)].flatMap((what) => windowTexts(window, what, locale));
}
