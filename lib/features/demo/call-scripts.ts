import type { CallResult } from "@/lib/domain/calls/types";
import { demoId } from "./ids";

type Several = readonly [string, ...string[]];

/** The calls of a demo organisation, in the language its team writes in. */
export type CallScript = {
  /** The template of the process that they follow. */
  readonly templateKey: string;
  /** The process of the deals that they are about. */
  readonly about: string;
  /** What is to be reached and asked in the call that does a step. */
  readonly plans: Readonly<Record<string, { readonly goal: string; readonly questions: readonly string[] }>>;
  /** The plan of a call that does no step. */
  readonly between: { readonly goal: string; readonly questions: readonly string[] };
  readonly learned: Readonly<Record<CallResult, Several>>;
  /** Said of one that nobody came to. */
  readonly noShow: string;
};

const HAVENTEC: CallScript = {
  templateKey: "call-discovery-consultative",
  about: "business-developer-consultative",
  plans: {
    "hold-meeting": {
      goal: "Know what goes wrong today and who notices it first",
      questions: [
        "What happened the last time the stock did not match?",
        "Who was called first, and what did that person do?",
        "What have you tried already?",
      ],
    },
    "deepen-impact": {
      goal: "One figure of what it costs them in a year, named by them",
      questions: [
        "How many hours go into the recount each month?",
        "What does a late delivery cost you besides the transport?",
        "Suppose nothing changes: how does this look next autumn?",
      ],
    },
    "second-voice": {
      goal: "Hear the problem from someone who works in it",
      questions: [
        "Where do you write it down before it is in the system?",
        "What would you change tomorrow?",
      ],
    },
    "map-decision": {
      goal: "Know who decides, by when and in which order",
      questions: [
        "Who signed the last time you bought something of this size?",
        "Whose work changes most when this goes on?",
        "What went slower then than you had planned?",
      ],
    },
    "present-proposal": {
      goal: "Agree on what is still open, with the decider at the table",
      questions: [
        "Which part would you show your board first?",
        "What is missing before you can say yes?",
        "What would make this not worth it?",
      ],
    },
    "last-doubts": {
      goal: "Hear what they have not dared to ask",
      questions: ["What do your colleagues say when we are not there?", "What would you regret in a year?"],
    },
    "ask-decision": {
      goal: "A yes, or the day on which it comes",
      questions: ["What is there left to decide?", "When do you want the first line to run?"],
    },
  },
  between: {
    goal: "Find out what has changed since the last time we spoke",
    questions: ["What has changed on your side?", "Is the date that you named still the date?"],
  },
  learned: {
    yes: [
      "They count twice a month because nobody trusts the first count. Eleven hours each time, she worked it out herself.",
      "The plant manager decides up to fifty thousand; above that it goes to the board on the first Tuesday of the month.",
      "He had the figure at hand: three late lorries a week, and the customer pays for none of them.",
      "They want it before the new hall opens. That is the date that counts, not the end of the year.",
    ],
    partly: [
      "Good talk, but finance was not there. They will ask for the sum behind the saving.",
      "They see the problem, only not as theirs: planning says it starts in purchasing.",
      "We know who decides, but not yet when. She asks and mails before Friday.",
      "Half the time went to an outage of last week. Useful to hear, though: their supplier took two days.",
    ],
    no: [
      "I talked too much. Next time the first question only, and then be silent.",
      "They had expected a price. The agenda had not reached the person who came.",
      "Everything waits for the reorganisation; nobody wants to put a name to a plan now.",
    ],
  },
  noShow: "Waited for fifteen minutes; a colleague says she was called into the hall.",
};

const LICHTPUNT: CallScript = {
  templateKey: "call-negotiation-consultative",
  about: "inside-sales-transactional",
  plans: {
    "ask-need": {
      goal: "Weten hoeveel, waar en op welke dag het er moet hangen",
      questions: [
        "Op welke dag gaan de plafonds dicht?",
        "Staat er een type in het lastenboek, of mag het gelijkwaardig zijn?",
        "Wie neemt de levering aan op de werf?",
      ],
    },
    "agree-moment": {
      goal: "Een dag en een uur waarop ze de offerte naast zich hebben",
      questions: ["Wie kijkt er nog mee voordat je bestelt?", "Wanneer moet je het je klant laten weten?"],
    },
    "confirm-buyer": {
      goal: "Weten wie de bestelling plaatst en wat die nog nodig heeft",
      questions: ["Op wiens naam komt de bestelling?", "Wat heeft die persoon nodig om te tekenen?"],
    },
    "call-quote": {
      goal: "Alles horen wat hen nog tegenhoudt, voordat we over de prijs praten",
      questions: [
        "Stel dat we het over de prijs eens worden: houdt er dan nog iets tegen?",
        "Waarmee heb je onze prijs vergeleken, en zat de levering daarin?",
        "Wat is je meer waard: een lagere prijs of zekerheid over de dag?",
      ],
    },
    "check-delivery": {
      goal: "Horen of alles er is en of het klopt",
      questions: ["Wat ontbrak er bij het uitladen?", "Wat bel je de volgende keer liever vooraf door?"],
    },
  },
  between: {
    goal: "Horen wat er veranderd is sinds de offerte",
    questions: ["Wat is er aan jullie kant veranderd?", "Klopt de leverdag nog?"],
  },
  learned: {
    yes: [
      "De plafonds gaan de twaalfde dicht. Zolang wij de tiende halen, is de prijs geen punt.",
      "Ze vergeleken met een webwinkel zonder levering op de werf. Toen we dat naast elkaar legden, was het verschil weg.",
      "De zaakvoerder bestelt zelf, maar de werfleider kiest. Die belde mee en wil overal hetzelfde type.",
      "Betalen na levering geeft de doorslag. Daarvoor nemen ze alles in één keer af.",
    ],
    partly: [
      "Hij wil, maar zijn klant moet nog tekenen. Donderdag weten we het.",
      "Ze willen drie procent. Ik bood aan wat overblijft terug te nemen; daar denkt hij over na.",
      "Aantallen zijn rond, het type nog niet: het studiebureau moet het gelijkwaardige goedkeuren.",
      "Kort gesprek, hij stond op de ladder. De leverdag weten we nu wel.",
    ],
    no: [
      "Ik begon zelf over de prijs, en daar bleef het bij. Volgende keer eerst de hele lijst vragen.",
      "Ze kopen alleen nog bij hun vaste leverancier tot het einde van het jaar.",
      "De werf ligt stil; niemand durft een datum te noemen.",
    ],
  },
  noShow: "Drie keer gebeld, telkens het antwoordapparaat. De werfleider zegt dat hij ziek is.",
};

const BY_WORLD: Readonly<Record<string, CallScript>> = { haventec: HAVENTEC, lichtpunt: LICHTPUNT };

/** The calls of a world; null for one that has none. */
export const scriptOf = (slug: string): CallScript | null => BY_WORLD[slug] ?? null;

/** The id of the process that a world's calls follow. */
export const callProcessId = (slug: string): string =>
  demoId(slug, "process", scriptOf(slug)?.templateKey ?? "");
