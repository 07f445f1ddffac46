import type { CloseReason, Outcome } from "../run/events";
import { plainName } from "./names";

const OUTCOME_WORDS: readonly (readonly [Outcome, RegExp])[] = [
  [
    "no-decision",
    /^(closed )?(no (decision|go)|not decided|geen (besluit|beslissing|keuze)|stil ?gevallen|no show)$/,
  ],
  [
    "disqualified",
    /^(closed )?(disqualified|unqualified|not qualified|niet gekwalificeerd|afgevallen|gediskwalificeerd|ongekwalificeerd|junk|spam|duplicate|dubbel|niet relevant)$/,
  ],
  [
    "lost",
    /^(closed )?(lost|lose|loose|verloren|verlies|gesloten verloren|afgewezen|rejected|declined|geweigerd|closedlost|niet gewonnen|afgesloten verloren|verloren deal)( to competition)?$/,
  ],
  [
    "won",
    /^(closed )?(won|win|gewonnen|winst|gesloten gewonnen|akkoord|closedwon|getekend|signed|order|opdracht|afgesloten gewonnen|success|gescoord)$/,
  ],
];
const OPEN_WORDS = /^(open|lopend|in progress|actief|active|running|in behandeling|new|nieuw)$/;

/** The outcome that a value of a stage or status column names, in English or Dutch; null when it names none. */
export function outcomeIn(value: string): Outcome | null {
  const text = plainName(value);
  return OUTCOME_WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** True for a status that says no more than that the deal is still running. */
export const saysOpen = (value: string): boolean => OPEN_WORDS.test(plainName(value));

const REASON_WORDS: readonly (readonly [CloseReason, RegExp])[] = [
  ["no-budget", /budget|no money|geen geld|financiering|funding/],
  ["price", /price|pricing|prijs|te duur|duur\b|expensive|cost|kosten|korting|discount/],
  [
    "competitor",
    /compet|concurren|rival|other (vendor|supplier|party)|andere (leverancier|partij|aanbieder)/,
  ],
  [
    "timing",
    /timing|uitgesteld|postpone|delay|too (early|late)|te (vroeg|laat)|later|niet nu|not now|on hold|planning/,
  ],
  [
    "no-contact",
    /no (response|reply|contact|answer)|unresponsive|geen (reactie|contact|antwoord|gehoor)|ghost|onbereikbaar/,
  ],
  [
    "no-need",
    /no (need|interest)|not interested|geen (behoefte|interesse|noodzaak)|niet geinteresseerd|intern opgelost|in ?house/,
  ],
  [
    "product-fit",
    /feature|functional|functie|fit\b|past niet|missing|ontbreek|requirement|eisen|product|kwaliteit|quality/,
  ],
];

/** The close reason a text names, in English or Dutch; "other" when it names none of ours. The text itself is kept as a note. */
export function closeReasonIn(value: string): CloseReason {
  const text = plainName(value);
  return REASON_WORDS.find(([, words]) => words.test(text))?.[0] ?? "other";
}
