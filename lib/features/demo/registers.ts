import type { Edit } from "@/lib/domain/process/edits";
import type { RegisterKind } from "@/lib/domain/registers/types";
import type { LocalText } from "@/lib/domain/shared/text";
import { demoId } from "./ids";

type DemoPlace = { readonly process: string; readonly stages?: string[]; readonly steps?: string[] };
type DemoEntry = {
  readonly key: string;
  readonly kind: RegisterKind;
  readonly name: LocalText;
  /** In the language the team writes to each other in. */
  readonly note: string;
  readonly at: readonly DemoPlace[];
};

const NEW_BUSINESS = "business-developer-consultative";
const ACCOUNTS = "account-manager-consultative";
const TALKS = "call-discovery-consultative";
const NEGOTIATIONS = "call-negotiation-consultative";
const REQUESTS = "inside-sales-transactional";

const HAVENTEC: readonly DemoEntry[] = [
  {
    key: "stock-counts",
    kind: "problem",
    name: { en: "Stock counts are off every month", nl: "De voorraad klopt elke maand niet" },
    note: "Ask what one wrong count costs in overtime.",
    at: [
      {
        process: NEW_BUSINESS,
        stages: ["target", "shared-problem"],
        steps: ["hold-meeting", "deepen-impact"],
      },
    ],
  },
  {
    key: "typed-twice",
    kind: "problem",
    name: { en: "Orders are typed in twice", nl: "Orders worden twee keer ingevoerd" },
    note: "Usually named by planning, not by the management.",
    at: [
      { process: NEW_BUSINESS, stages: ["first-meeting", "shared-problem"], steps: ["second-voice"] },
      { process: ACCOUNTS, stages: ["understand"], steps: ["ask-users"] },
    ],
  },
  {
    key: "nobody-knows",
    kind: "problem",
    name: { en: "Only one planner knows how it works", nl: "Maar één planner weet hoe het werkt" },
    note: "Holidays and illness are the moment at which they feel it.",
    at: [
      { process: NEW_BUSINESS, stages: ["target"], steps: ["find-reason"] },
      { process: ACCOUNTS, stages: ["grow"], steps: ["new-idea"] },
    ],
  },
  {
    key: "results-unseen",
    kind: "problem",
    name: {
      en: "They cannot show what the system brought",
      nl: "Ze kunnen niet laten zien wat het opleverde",
    },
    note: "",
    at: [{ process: ACCOUNTS, stages: ["review"], steps: ["prepare-review"] }],
  },
  {
    key: "peer",
    kind: "source",
    name: { en: "A peer who already works with us", nl: "Een vakgenoot die al met ons werkt" },
    note: "Offer a name before they ask for one.",
    at: [
      {
        process: NEW_BUSINESS,
        stages: ["target", "first-meeting", "decision"],
        steps: ["warm-up", "reference-talk"],
      },
    ],
  },
  {
    key: "fair",
    kind: "source",
    name: { en: "The logistics fair in autumn", nl: "De logistieke beurs in het najaar" },
    note: "",
    at: [{ process: NEW_BUSINESS, stages: ["target"], steps: ["find-reason", "first-contact"] }],
  },
  {
    key: "accountant",
    kind: "source",
    name: { en: "Their accountant", nl: "Hun accountant" },
    note: "Checks the saving we name. Send the sum, not only the result.",
    at: [{ process: NEW_BUSINESS, stages: ["shared-problem", "proposal"], steps: ["deepen-impact"] }],
  },
  {
    key: "own-users",
    kind: "source",
    name: { en: "Their own people on the floor", nl: "Hun eigen mensen op de vloer" },
    note: "",
    at: [{ process: ACCOUNTS, stages: ["understand", "review"], steps: ["ask-users"] }],
  },
  {
    key: "dearer",
    kind: "objection",
    name: { en: "Dearer than extending what we have", nl: "Duurder dan uitbreiden wat we hebben" },
    note: "Answer with the cost of doing nothing for another year, in their own figures.",
    at: [
      { process: NEW_BUSINESS, stages: ["proposal", "decision"], steps: ["present-proposal", "last-doubts"] },
      { process: TALKS, steps: ["ask-to-the-cost"] },
    ],
  },
  {
    key: "year-end",
    kind: "objection",
    name: { en: "No time during the year-end close", nl: "Geen tijd tijdens de jaarafsluiting" },
    note: "Agree on a start in week 6 and leave the preparation to us.",
    at: [
      { process: NEW_BUSINESS, stages: ["decision"], steps: ["decision-plan", "ask-decision"] },
      { process: TALKS, steps: ["ask-who-decides"] },
    ],
  },
  {
    key: "no-meeting",
    kind: "objection",
    name: { en: "Just send us something", nl: "Stuur maar wat op" },
    note: "Send one page and name the day on which you call about it.",
    at: [
      { process: NEW_BUSINESS, stages: ["target"], steps: ["first-contact"] },
      { process: TALKS, steps: ["send-agenda"] },
    ],
  },
  {
    key: "it-busy",
    kind: "objection",
    name: { en: "Our IT department has no room", nl: "Onze IT-afdeling heeft geen ruimte" },
    note: "",
    at: [
      { process: NEW_BUSINESS, stages: ["shared-problem"], steps: ["map-decision"] },
      { process: ACCOUNTS, stages: ["plan"], steps: ["plan-together"] },
      { process: TALKS, steps: ["ask-who-decides"] },
    ],
  },
  {
    key: "wrong-count",
    kind: "message",
    name: { en: "What a wrong stock count costs", nl: "Wat een verkeerde telling kost" },
    note: "One page with a sum they can fill in themselves.",
    at: [
      { process: NEW_BUSINESS, stages: ["target", "shared-problem"], steps: ["warm-up", "deepen-impact"] },
      { process: TALKS, steps: ["ask-to-the-cost"] },
    ],
  },
  {
    key: "eight-weeks",
    kind: "message",
    name: { en: "Live in eight weeks, line by line", nl: "Live in acht weken, lijn voor lijn" },
    note: "Takes away the fear of one big changeover.",
    at: [
      { process: NEW_BUSINESS, stages: ["proposal", "decision"], steps: ["share-outline", "last-doubts"] },
      { process: TALKS, steps: ["open-talk"] },
    ],
  },
  {
    key: "first-result",
    kind: "message",
    name: { en: "One result in the first quarter", nl: "Eén resultaat in het eerste kwartaal" },
    note: "",
    at: [
      { process: NEW_BUSINESS, stages: ["handover"], steps: ["kick-off"] },
      { process: ACCOUNTS, stages: ["plan", "grow"], steps: ["deliver-first-action"] },
    ],
  },
];

const LICHTPUNT: readonly DemoEntry[] = [
  {
    key: "no-answer",
    kind: "problem",
    name: { nl: "Op een offerte wachten ze drie dagen", en: "They wait three days for a quote" },
    note: "Wie het eerst belt, krijgt vaak de order.",
    at: [{ process: REQUESTS, stages: ["new", "reached"], steps: ["first-call"] }],
  },
  {
    key: "site-waits",
    kind: "problem",
    name: {
      nl: "De werf ligt stil tot de armaturen er zijn",
      en: "The site stands still until the lights arrive",
    },
    note: "Vraag op welke dag de plafonds dichtgaan.",
    at: [{ process: REQUESTS, stages: ["reached", "qualified"], steps: ["ask-need", "check-stock"] }],
  },
  {
    key: "wrong-fitting",
    kind: "problem",
    name: { nl: "Vorige keer kwam het verkeerde type", en: "Last time the wrong type came" },
    note: "Lees de bestelling hardop terug.",
    at: [{ process: REQUESTS, stages: ["order"], steps: ["enter-order", "check-delivery"] }],
  },
  {
    key: "web-shop",
    kind: "source",
    name: { nl: "De prijs in een webwinkel", en: "The price in a web shop" },
    note: "Daar zit geen levering op de werf in.",
    at: [{ process: REQUESTS, stages: ["new", "quoted"], steps: ["call-quote"] }],
  },
  {
    key: "other-fitter",
    kind: "source",
    name: { nl: "Een bevriende installateur", en: "An installer they know" },
    note: "",
    at: [{ process: REQUESTS, stages: ["new"], steps: ["first-call"] }],
  },
  {
    key: "study-office",
    kind: "source",
    name: {
      nl: "Het studiebureau dat het lastenboek schreef",
      en: "The engineers who wrote the specification",
    },
    note: "Vraag of een gelijkwaardig type mag.",
    at: [{ process: REQUESTS, stages: ["qualified"], steps: ["ask-need", "confirm-buyer"] }],
  },
  {
    key: "cheaper",
    kind: "objection",
    name: { nl: "Elders is het goedkoper", en: "It is cheaper elsewhere" },
    note: "Vergelijk per geleverd en werkend lichtpunt, niet per doos.",
    at: [
      { process: REQUESTS, stages: ["quoted"], steps: ["call-quote", "approve-discount"] },
      { process: NEGOTIATIONS, steps: ["ask-all-wishes"] },
    ],
  },
  {
    key: "have-supplier",
    kind: "objection",
    name: { nl: "We hebben al een vaste leverancier", en: "We already have a supplier" },
    note: "Vraag wat die leverancier niet op voorraad heeft.",
    at: [{ process: REQUESTS, stages: ["new", "reached"], steps: ["first-call", "try-again"] }],
  },
  {
    key: "client-decides",
    kind: "objection",
    name: { nl: "De klant moet nog beslissen", en: "Our client still has to decide" },
    note: "Spreek een dag af waarop je weer belt.",
    at: [
      { process: REQUESTS, stages: ["quoted"], steps: ["agree-moment", "last-reminder"] },
      { process: NEGOTIATIONS, steps: ["ask-all-wishes"] },
    ],
  },
  {
    key: "advance",
    kind: "objection",
    name: { nl: "Vooruitbetalen doen we niet", en: "We do not pay in advance" },
    note: "",
    at: [
      { process: REQUESTS, stages: ["qualified"], steps: ["check-credit"] },
      { process: NEGOTIATIONS, steps: ["trade-not-give"] },
    ],
  },
  {
    key: "tomorrow",
    kind: "message",
    name: { nl: "Vandaag besteld, morgen op de werf", en: "Ordered today, on site tomorrow" },
    note: "Alleen zeggen als de voorraad bekeken is.",
    at: [
      { process: REQUESTS, stages: ["qualified", "quoted"], steps: ["check-stock", "send-quote"] },
      { process: NEGOTIATIONS, steps: ["confirm-value"] },
    ],
  },
  {
    key: "one-name",
    kind: "message",
    name: {
      nl: "Eén naam, één nummer, tot na de levering",
      en: "One name, one number, until after delivery",
    },
    note: "",
    at: [
      { process: REQUESTS, stages: ["new", "order"], steps: ["confirm-receipt", "confirm-order"] },
      { process: NEGOTIATIONS, steps: ["trade-not-give"] },
    ],
  },
  {
    key: "take-back",
    kind: "message",
    name: { nl: "Wat overblijft, nemen we terug", en: "We take back what is left over" },
    note: "Tot dertig dagen na levering, in de doos.",
    at: [
      { process: REQUESTS, stages: ["quoted"], steps: ["call-quote"] },
      { process: NEGOTIATIONS, steps: ["trade-not-give"] },
    ],
  },
];

const BY_WORLD: Readonly<Record<string, readonly DemoEntry[]>> = { haventec: HAVENTEC, lichtpunt: LICHTPUNT };

const entryId = (slug: string, key: string): string => demoId(slug, "entry", key);

/** The register entries of a demo organisation, as rows without the organisation. */
export const demoEntries = (slug: string) =>
  (BY_WORLD[slug] ?? []).map(({ key, kind, name, note }) => ({ id: entryId(slug, key), kind, name, note }));

/** What links a process of a demo organisation to its entries: one edit for each stage and step that names some. */
export function linkEdits(slug: string, process: string): Edit[] {
  const stages = new Map<string, string[]>();
  const steps = new Map<string, string[]>();
  const put = (into: Map<string, string[]>, key: string, id: string) =>
    into.set(key, [...(into.get(key) ?? []), id]);
  for (const { key, at } of BY_WORLD[slug] ?? []) {
    for (const place of at.filter((one) => one.process === process)) {
      for (const stage of place.stages ?? []) put(stages, stage, entryId(slug, key));
      for (const step of place.steps ?? []) put(steps, step, entryId(slug, key));
    }
  }
  return [
    ...[...stages].map(([stageKey, entries]): Edit => ({ type: "stage.set", stageKey, set: { entries } })),
    ...[...steps].map(([stepKey, entries]): Edit => ({ type: "step.set", stepKey, set: { entries } })),
  ];
}
