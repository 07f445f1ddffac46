import type { LocalText } from "../shared/text";
import { text } from "./text";

/**
 * What a template cannot know: a sentence with a gap about one of its criteria (`text`), or about one of its steps: its
 * latest moment (`days`, the unit follows the gap) or its owner.
 */
export type Blank = { readonly key: string; readonly sentence: LocalText } & (
  | { readonly kind: "text"; readonly example: LocalText }
  | { readonly kind: "days" }
  | { readonly kind: "owner" }
);

const said = (key: string, sentence: LocalText, example: LocalText): Blank => ({
  kind: "text",
  key,
  sentence,
  example,
});
const days = (key: string, en: string, nl: string): Blank => ({ kind: "days", key, sentence: text(en, nl) });
const owner = (key: string, en: string, nl: string): Blank => ({
  kind: "owner",
  key,
  sentence: text(en, nl),
});

const SIGNED = text("The buyer has signed {answer}", "De koper heeft {answer} getekend");

/** Three blanks per template: what the buyer does at the turning point, how fast we are, and who helps. */
export const BLANKS: Readonly<Record<string, readonly Blank[]>> = {
  "business-developer-consultative": [
    days(
      "first-contact",
      "We call a target company within {answer}",
      "We bellen een doelklant binnen {answer}",
    ),
    owner(
      "settle-terms",
      "{answer} settles the terms of the contract",
      "{answer} regelt de contractvoorwaarden",
    ),
    said("order-signed", SIGNED, text("the project agreement", "de projectovereenkomst")),
  ],
  "inside-sales-transactional": [
    days(
      "first-call",
      "We call about a request within {answer}",
      "We bellen over een aanvraag binnen {answer}",
    ),
    owner(
      "check-stock",
      "{answer} checks stock and delivery time",
      "{answer} controleert voorraad en levertijd",
    ),
    said(
      "order-received",
      text("The buyer has sent us {answer}", "De koper heeft ons {answer} gestuurd"),
      text("the order with its number", "de bestelling met inkoopnummer"),
    ),
  ],
  "account-manager-consultative": [
    days(
      "hear-goals",
      "We hear the customer's goals within {answer}",
      "We horen de doelen van de klant binnen {answer}",
    ),
    owner("deliver-first-action", "{answer} delivers the first action", "{answer} levert de eerste actie"),
    said(
      "measure-agreed",
      text("The customer measures success by {answer}", "De klant meet het succes aan {answer}"),
      text("hours saved per order", "bespaarde uren per order"),
    ),
  ],
  "field-technical-consultative": [
    days("call-requester", "We call whoever asks within {answer}", "We bellen de aanvrager binnen {answer}"),
    owner("settle-contract", "{answer} settles the contract", "{answer} regelt het contract"),
    said("order-signed", SIGNED, text("the order confirmation", "de opdrachtbevestiging")),
  ],
  "channel-manager-consultative": [
    days(
      "talk-business-case",
      "We talk about the partner's business case within {answer}",
      "We bespreken de businesscase van de partner binnen {answer}",
    ),
    owner(
      "settle-agreement",
      "{answer} settles the partner agreement",
      "{answer} regelt de partnerovereenkomst",
    ),
    said(
      "customer-ordered",
      text(
        "The customer has ordered {answer} from the partner",
        "De klant heeft {answer} besteld bij de partner",
      ),
      text("the starter package", "het startpakket"),
    ),
  ],
  "tender-consultative": [
    days(
      "decide-go",
      "We decide whether to bid within {answer}",
      "We besluiten over meedoen binnen {answer}",
    ),
    owner("calculate-price", "{answer} calculates the price", "{answer} berekent de prijs"),
    said(
      "interest-registered",
      text("The buyer has our registration on {answer}", "De aanbesteder heeft onze aanmelding op {answer}"),
      text("TenderNed", "TenderNed"),
    ),
  ],
  "account-growth-transactional": [
    days(
      "call-with-fact",
      "We call about a signal within {answer}",
      "We bellen over een signaal binnen {answer}",
    ),
    owner("deliver-in-time", "{answer} delivers on time", "{answer} levert op tijd"),
    said(
      "second-order",
      text("The customer has ordered {answer} again", "De klant heeft opnieuw {answer} besteld"),
      text("filters and seals", "filters en pakkingen"),
    ),
  ],
  "field-coverage-transactional": [
    days("rank-segments", "We choose the segments within {answer}", "We kiezen de segmenten binnen {answer}"),
    owner("book-visits", "{answer} books the visits", "{answer} plant de bezoeken"),
    said(
      "rhythm-confirmed",
      text("The customer has confirmed {answer}", "De klant heeft {answer} bevestigd"),
      text("a visit every six weeks", "elke zes weken een bezoek"),
    ),
  ],
  "call-discovery-consultative": [
    days(
      "share-inside",
      "We share what was said within {answer}",
      "We delen wat er gezegd is binnen {answer}",
    ),
    owner(
      "ask-colleague",
      "{answer} looks back on the talk with us",
      "{answer} kijkt met ons terug op het gesprek",
    ),
    said(
      "problem-named",
      text("The buyer has told us {answer}", "De koper heeft ons verteld {answer}"),
      text("what the delay costs a month", "wat de vertraging per maand kost"),
    ),
  ],
  "call-negotiation-consultative": [
    days(
      "fix-signing",
      "We have a date for signing within {answer}",
      "We hebben een datum voor ondertekening binnen {answer}",
    ),
    owner("check-contract", "{answer} checks the contract", "{answer} controleert het contract"),
    said("signed", SIGNED, text("the framework agreement", "de raamovereenkomst")),
  ],
  "coaching-cadence-consultative": [
    days(
      "join-talk",
      "We join a customer talk within {answer}",
      "We gaan mee naar een klantgesprek binnen {answer}",
    ),
    owner(
      "share-material",
      "{answer} brings material to practise with",
      "{answer} levert materiaal om te oefenen",
    ),
    said(
      "skill-chosen",
      text("The rep has written down: {answer}", "De verkoper heeft opgeschreven: {answer}"),
      text("ask on about the cost", "doorvragen naar de kosten"),
    ),
  ],
  "onboarding-consultative": [
    days("join-three-visits", "Three visits together within {answer}", "Drie bezoeken samen binnen {answer}"),
    owner("learn-product", "{answer} explains the product", "{answer} legt het product uit"),
    said(
      "works-alone",
      text(
        "The new colleague has brought in {answer} alone",
        "De nieuwe collega heeft zelf {answer} binnengehaald",
      ),
      text("a first order", "een eerste order"),
    ),
  ],
};
