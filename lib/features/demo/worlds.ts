import type { Edit } from "@/lib/domain/process/edits";
import type { Locale } from "@/lib/domain/shared/text";
import people from "./people.json";

/** A process of a demo organisation and how its deals go. */
export type DemoProcess = {
  readonly templateKey: string;
  /** What version 1 still lacked, as edits on the template, and what version 2 then set right. Null: one version only. */
  readonly before: readonly Edit[] | null;
  readonly after: readonly Edit[];
  readonly why: string;
  readonly hypothesis: {
    metric: "win-rate" | "cycle-days" | "steps-on-time";
    direction: "up" | "down";
    size: number;
  } | null;
  /** New deals per working day. */
  readonly perDay: number;
  /** Median deal in whole currency units. */
  readonly amount: number;
  /** Share of deals that survive each stage, for a rep who does the steps. */
  readonly survival: number;
  /** Names of the reps who travel it. */
  readonly reps: readonly [string, ...string[]];
};

export type DemoWorld = {
  readonly slug: string;
  readonly name: string;
  readonly seed: number;
  readonly holidayRegion: string;
  readonly timeZone: string;
  readonly languages: readonly Locale[];
  readonly teams: Readonly<Record<string, readonly string[]>>;
  /** Who publishes its processes. */
  readonly manager: string;
  /** Reps without a sign-in of their own in `people.json`. */
  readonly colleagues: readonly string[];
  readonly products: readonly [string, ...string[]];
  readonly segments: readonly [string, ...string[]];
  readonly processes: readonly DemoProcess[];
};

const withinDays = (latest: number) =>
  ({ anchor: { kind: "stage-entry" }, unit: "working-days", earliest: null, latest }) as const;

const HAVENTEC: DemoWorld = {
  slug: "haventec",
  name: "Haventec",
  seed: 20_241,
  holidayRegion: "NL",
  timeZone: "Europe/Amsterdam",
  languages: ["en", "nl"],
  teams: {
    Noord: ["Eva de Wit", "Bram Hendrickx", "Sofie Kuiper"],
    Zuid: ["Fatima El Amrani", "Pieter Claes", "Joris Hoekman"],
  },
  manager: "Koen Maes",
  colleagues: ["Bram Hendrickx", "Fatima El Amrani", "Pieter Claes", "Sofie Kuiper", "Joris Hoekman"],
  products: ["Planning", "Warehouse", "Fleet sensors", "Service contract"],
  segments: ["industry", "transport", "care", "retail"],
  processes: [
    {
      templateKey: "business-developer-consultative",
      before: [
        { type: "step.set", stepKey: "find-reason", set: { importance: "optional" } },
        { type: "step.set", stepKey: "name-people", set: { importance: "optional" } },
      ],
      after: [
        { type: "step.set", stepKey: "find-reason", set: { importance: "normal" } },
        { type: "step.set", stepKey: "name-people", set: { importance: "normal" } },
      ],
      why: "Half of the lost deals stopped after the first meeting: nobody had found their reason to talk now.",
      hypothesis: { metric: "win-rate", direction: "up", size: 5 },
      perDay: 0.95,
      amount: 32_000,
      survival: 0.8,
      reps: ["Eva de Wit", "Bram Hendrickx", "Fatima El Amrani", "Pieter Claes"],
    },
    {
      templateKey: "account-manager-consultative",
      before: null,
      after: [],
      why: "",
      hypothesis: null,
      perDay: 0.14,
      amount: 58_000,
      survival: 0.86,
      reps: ["Sofie Kuiper", "Joris Hoekman"],
    },
  ],
};

const LICHTPUNT: DemoWorld = {
  slug: "lichtpunt",
  name: "Lichtpunt",
  seed: 20_242,
  holidayRegion: "BE",
  timeZone: "Europe/Brussels",
  languages: ["nl", "en"],
  teams: {
    Binnendienst: ["Lotte Jacobs", "Yusuf Demir", "Nele Claes"],
    Projecten: ["Thomas Wouters", "Emma Bos"],
  },
  manager: "Wim Baert",
  colleagues: ["Yusuf Demir", "Nele Claes", "Thomas Wouters", "Emma Bos"],
  products: ["LED panels", "Emergency lighting", "Outdoor lighting", "Sensors", "Spare parts"],
  segments: ["installers", "retail", "public"],
  processes: [
    {
      templateKey: "inside-sales-transactional",
      before: [{ type: "step.set", stepKey: "first-call", set: { window: withinDays(3) } }],
      after: [{ type: "step.set", stepKey: "first-call", set: { window: withinDays(1) } }],
      why: "Who was called on the day after asking answered twice as often as who waited three days.",
      hypothesis: { metric: "steps-on-time", direction: "up", size: 10 },
      perDay: 1.7,
      amount: 2_400,
      survival: 0.85,
      reps: ["Lotte Jacobs", "Yusuf Demir", "Nele Claes", "Thomas Wouters", "Emma Bos"],
    },
  ],
};

export const DEMO_WORLDS: readonly DemoWorld[] = [HAVENTEC, LICHTPUNT];

/** The people of a world who can sign in. */
export const signInsOf = (world: DemoWorld) =>
  people.filter(({ organization }) => organization === world.name);

const FIRST = [
  "Brouwerij Halve Maat",
  "Claessens",
  "Duinrand",
  "Delta",
  "Rijnoord",
  "Fonteyn",
  "Kempen",
  "Peeters",
  "Hoekman",
  "Oosterhof",
  "Maasoever",
  "Lambrechts",
  "Noordkaap",
  "IJsselvallei",
  "Zuiderkroon",
  "Polman",
  "Molenaar",
  "Achterhoek",
  "Schelde",
  "Polder",
  "Dijkstra",
  "Biesbosch",
  "Van Herck",
  "Stadskade",
  "Textiel Roesel",
  "Gravensteen",
  "Eemland",
  "Houtzagerij Ter Beek",
  "Haspengouw",
  "Waterkant",
] as const;
const LAST = [
  "Beton",
  "Zorggroep",
  "Verpakkingen",
  "Transport",
  "Interieur",
  "Staalbouw",
  "Chemie",
  "Foods",
  "Logistiek",
  "Papier",
] as const;

/** The `index`-th company of the demo; all 300 are different. None of them exists. */
export const companyName = (index: number): string =>
  `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`;
