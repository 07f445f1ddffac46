import type { Channel, Importance, WindowUnit } from "../process/types";

/** Words in English and Dutch, without accents, for what follows `!`. */
export const IMPORTANCE_WORDS: Readonly<Record<string, Importance>> = {
  key: "key",
  important: "key",
  belangrijk: "key",
  sleutel: "key",
  sleutelstap: "key",
  normal: "normal",
  gewoon: "normal",
  normaal: "normal",
  optional: "optional",
  optioneel: "optional",
  mag: "optional",
};

/** For what follows `#`. */
export const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  call: "call",
  phone: "call",
  bel: "call",
  bellen: "call",
  telefoon: "call",
  meeting: "meeting",
  gesprek: "meeting",
  afspraak: "meeting",
  visit: "visit",
  bezoek: "visit",
  email: "email",
  "e-mail": "email",
  mail: "email",
  mailen: "email",
  video: "video",
  videocall: "video",
  beeldbellen: "video",
  message: "message",
  bericht: "message",
  chat: "message",
  app: "message",
  document: "document",
  doc: "document",
  internal: "internal",
  intern: "internal",
};

/** Whoever owns the run, for what follows `@`. */
export const RUN_OWNER_WORDS = new Set(["me", "owner", "ik", "mij", "eigenaar"]);

/** What an amount of a unit is. The other reading, where people mean either, comes second. */
export type UnitReading = { readonly unit: WindowUnit; readonly times: number };
const working: UnitReading = { unit: "working-days", times: 1 };
const calendar: UnitReading = { unit: "calendar-days", times: 1 };
const hours: UnitReading = { unit: "hours", times: 1 };
const either = [working, calendar];
const weeks: readonly UnitReading[] = [
  { unit: "working-days", times: 5 },
  { unit: "calendar-days", times: 7 },
];
/** One or two words that name a unit. */
export const UNIT_WORDS: Readonly<Record<string, readonly UnitReading[]>> = {
  d: either,
  day: either,
  days: either,
  dag: either,
  dagen: either,
  wd: [working],
  workday: [working],
  workdays: [working],
  "working day": [working],
  "working days": [working],
  "business day": [working],
  "business days": [working],
  werkdag: [working],
  werkdagen: [working],
  kd: [calendar],
  "calendar day": [calendar],
  "calendar days": [calendar],
  kalenderdag: [calendar],
  kalenderdagen: [calendar],
  h: [hours],
  hour: [hours],
  hours: [hours],
  u: [hours],
  uur: [hours],
  uren: [hours],
  w: weeks,
  week: weeks,
  weeks: weeks,
  weken: weeks,
};

/** How an amount is meant: the words before it. */
export const WITHIN_WORDS = new Set(["within", "in", "binnen"]);
export const BETWEEN_WORDS = new Set(["between", "tussen"]);
export const AND_WORDS = new Set(["and", "en", "to", "tot", "-"]);
export const FROM_WORDS = new Set(["from", "vanaf"]);
export const AT_LATEST_WORDS = new Set(["uiterlijk", "at latest"]);

/** What a window counts from: the words before it, and after "voor" (also "for") only with an accent for certain. */
export const AFTER_WORDS = new Set(["after", "na", "from", "vanaf", "since", "sinds"]);
export const BEFORE_WORDS = new Set(["before", "voor"]);
export const isCertainlyBefore = (raw: string): boolean =>
  ["before", "vóór"].includes(raw.normalize("NFC").toLowerCase());

/** Little words between those and a name. */
export const ARTICLES = new Set(["the", "de", "het", "a", "an", "een"]);

/** Moments that are no step. */
export const MOMENTS = {
  "stage-entry": [
    "stage start",
    "stage entry",
    "start of stage",
    "start of the stage",
    "begin fase",
    "begin van de fase",
    "start fase",
    "start van de fase",
  ],
  "run-start": [
    "start",
    "deal start",
    "start of the deal",
    "begin",
    "begin van de deal",
    "start van de deal",
  ],
  "expected-close": ["close", "closing", "expected close", "sluiting", "verwachte sluiting", "afsluiting"],
} as const;
