import type { ActivityKind } from "../run/events";

type KindWord = { readonly kind: ActivityKind; readonly done: boolean };
const as = (kind: ActivityKind, done: boolean, text: string): [string, KindWord][] =>
  text.split("|").map((word) => [word, { kind, done }]);

/** Up to two words for a kind. `done`: they say that it happened; others only name it ("mail", "afspraak"). */
export const KIND_WORDS: ReadonlyMap<string, KindWord> = new Map([
  ...as("call", true, "called|phoned|rang|gebeld|belde|opgebeld|teruggebeld|nagebeld|getelefoneerd"),
  ...as("call", false, "call|phone|telephone|bel|bellen|telefoon|telefonisch|telefoontje|belletje"),
  ...as("meeting", true, "met with|overlegd|vergaderd|afgesproken"),
  ...as("meeting", false, "meeting|overleg|vergadering|gesprek|afspraak|appointment|lunch"),
  ...as("visit", true, "visited|bezocht|langsgeweest|langs geweest|langsgegaan"),
  ...as("visit", false, "visit|bezoek|on site|ter plaatse|rondleiding"),
  ...as("email", true, "emailed|e-mailed|mailed|gemaild|ge-e-maild|mailde"),
  ...as("email", false, "email|e-mail|mail|mailtje|mailen"),
  ...as("video", true, "beeldgebeld"),
  ...as("video", false, "video|videocall|video call|videogesprek|beeldbellen|teams|zoom"),
  ...as("message", true, "texted|messaged|geappt|appte|gewhatsappt|ge-sms't|gesmst"),
  ...as("message", false, "message|bericht|berichtje|sms|whatsapp|appje|linkedin"),
  ...as("note", false, "note|notitie|memo"),
]);

const reached = (value: boolean, text: string): [string, boolean][] =>
  text.split("|").map((word) => [word, value]);

/** Up to three words for whether the buyer took part. */
export const REACHED_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...reached(true, "spoke|spoken|reached|answered|replied|talked|they answered|picked up"),
  ...reached(true, "gesproken|bereikt|beantwoord|geantwoord|nam op|namen op|antwoord gekregen"),
  ...reached(false, "no answer|not reached|did not answer|didn't answer|didn't pick up|voicemail|no reply"),
  ...reached(false, "not spoken|left a message|unreachable"),
  ...reached(false, "geen gehoor|niet bereikt|niet gesproken|niet opgenomen|nam niet op|geen antwoord"),
  ...reached(false, "ingesproken|voicemail ingesproken|onbereikbaar|niet thuis|geen reactie"),
]);

/** Words that say of something in the same part of the line that it holds. */
export const HOLDS_WORDS = new Set(
  "ok oke okay yes ja akkoord rond binnen bevestigd bevestigt confirmed confirms approved agreed signed getekend ondertekend goedgekeurd done gedaan klaar clear duidelijk bekend known toegezegd promised geregeld settled present aanwezig".split(
    " ",
  ),
);
/** And words that say that it does not, or not yet. */
export const DENIES_WORDS = new Set(
  "not no niet geen nee nog never nooit maybe misschien unclear onduidelijk onbekend unknown without zonder if als wanneer when vraagt asks asked".split(
    " ",
  ),
);

/** Words too common to tell one step or criterion from another. */
export const COMMON_WORDS = new Set(
  "with what when this that have been from into over their they your about after before buyer customer client deal contact person people make sure know knows send give does will met voor naar door over zijn haar heeft hebben wordt worden deze dit koper klant deal contact persoon mensen maak weet geeft sturen wat wie hoe eens nog een het".split(
    " ",
  ),
);
