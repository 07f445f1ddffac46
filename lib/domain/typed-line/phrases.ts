import type { Locale } from "../shared/text";

/** What a line is written with, in each language; every phrase is one that the line reads. The first of several is preferred. */
export const PHRASES = {
  en: {
    units: {
      hours: ["hour", "hours"],
      "working-days": ["working day", "working days"],
      "calendar-days": ["calendar day", "calendar days"],
    },
    within: "within",
    atLatest: "no later than",
    between: "between",
    and: "and",
    since: "from",
    after: "after",
    before: "before",
    moments: {
      "stage-entry": ["stage entry", "start of the stage"],
      "run-start": ["start", "start of the deal"],
      "expected-close": ["close", "expected close"],
    },
    importance: { key: "!key", normal: "!normal", optional: "!optional" },
    runOwner: ["@owner", "@me"],
  },
  nl: {
    units: {
      hours: ["uur", "uur"],
      "working-days": ["werkdag", "werkdagen"],
      "calendar-days": ["kalenderdag", "kalenderdagen"],
    },
    within: "binnen",
    atLatest: "uiterlijk",
    between: "tussen",
    and: "en",
    since: "vanaf",
    after: "na",
    before: "vóór",
    moments: {
      "stage-entry": ["begin fase", "begin van de fase"],
      "run-start": ["start", "start van de deal"],
      "expected-close": ["sluiting", "verwachte sluiting"],
    },
    importance: { key: "!sleutel", normal: "!gewoon", optional: "!optioneel" },
    runOwner: ["@eigenaar", "@mij"],
  },
} as const satisfies Record<Locale, unknown>;
