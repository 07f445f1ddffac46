import type { RouteView } from "@/components/route-line/types";
import type { ShownEstimate } from "@/components/ui/estimate-words";

const estimate = (part: Partial<ShownEstimate>): ShownEstimate => ({
  value: 0.58,
  unit: "share",
  lo: 0.41,
  hi: 0.74,
  n: 84,
  k: 49,
  status: "ok",
  need: null,
  ...part,
});

export const ESTIMATES = {
  ok: estimate({}),
  thin: estimate({ status: "thin", n: 12, k: 7, lo: 0.32, hi: 0.81 }),
  few: estimate({ status: "insufficient", value: null, lo: null, hi: null, n: 4, k: 3, need: 1 }),
  money: estimate({ unit: "money", value: 33_000_000, lo: 24_400_000, hi: 43_500_000, n: 41, k: null }),
  days: estimate({ unit: "days", value: 57, lo: 52, hi: 61, n: 116, k: null }),
};

export const GPS: RouteView = {
  day: 18,
  stages: [
    {
      key: "qualify",
      name: "Qualify",
      state: "behind",
      days: 7,
      note: "7 days",
      steps: [
        { key: "a", name: "Fit check", state: "behind" },
        { key: "b", name: "Intake call", state: "behind" },
      ],
    },
    {
      key: "needs",
      name: "Needs",
      state: "behind",
      days: 20,
      note: "20 days",
      steps: [
        { key: "c", name: "Site visit", state: "behind" },
        { key: "d", name: "Map buyers", state: "skipped", note: "Map buyers skipped: no access yet" },
        { key: "d2", name: "Worksheet", state: "behind" },
      ],
    },
    {
      key: "proposal",
      name: "Proposal",
      state: "here",
      claimed: true,
      days: 21,
      note: "since 5 Nov; 8 of 10 won deals leave by 21",
      steps: [
        { key: "e", name: "Send offer", state: "behind", at: 0.2 },
        { key: "f", name: "Demo", state: "early", at: 0.6 },
      ],
    },
    { key: "decision", name: "Decision", state: "ahead", days: 15, note: "half leave by day 15" },
    { key: "contract", name: "Contract", state: "ahead", days: 6, note: "6 days" },
  ],
  end: { name: "Won", note: "≈ 17 Dec" },
};

export const PROCESS: RouteView = {
  stages: [
    {
      key: "1",
      name: "Eerste gesprek",
      state: "ahead",
      note: "7 d gepland, gewonnen in 6 d",
      buyerStep: "Merkt dat het knelt",
      proof: "Noemt het probleem zelf",
      steps: [
        { key: "a", name: "Account voorbereiden", state: "ahead" },
        { key: "b", name: "Gesprek inplannen", state: "ahead" },
        { key: "c", name: "Eerste gesprek voeren", state: "ahead", important: true },
      ],
    },
    {
      key: "2",
      name: "Gedeeld probleem",
      state: "ahead",
      note: "14 d gepland, gewonnen in 16 d",
      buyerStep: "Zoekt oorzaak en omvang",
      proof: "Bevestigt de omvang",
      steps: [
        { key: "a", name: "Oorzaak uitvragen", state: "ahead" },
        { key: "b", name: "Kosten becijferen", state: "ahead" },
        { key: "c", name: "Beslissers in kaart", state: "ahead", important: true },
      ],
    },
    {
      key: "3",
      name: "Oplossing",
      state: "ahead",
      note: "14 d gepland, gewonnen in 13 d",
      buyerStep: "Vergelijkt aanpakken",
      steps: [
        { key: "a", name: "Haalbaarheid toetsen", state: "ahead" },
        { key: "b", name: "Budgethouder spreken", state: "ahead", important: true },
      ],
    },
    {
      key: "4",
      name: "Voorstel",
      state: "ahead",
      note: "14 d gepland, gewonnen in 17 d",
      buyerStep: "Bouwt de businesscase",
      proof: "Legt het intern voor",
      steps: [
        { key: "a", name: "Voorstel uitwerken", state: "ahead" },
        { key: "b", name: "Bel terug", state: "here" },
      ],
    },
    {
      key: "5",
      name: "Beslissing",
      state: "ahead",
      note: "21 d gepland",
      buyerStep: "Beslist en verdedigt het",
      proof: "Tekent",
      steps: [{ key: "a", name: "Akkoord directie", state: "ahead" }],
    },
  ],
  end: { name: "Gewonnen" },
};

export const LADDER: RouteView = {
  stages: [
    { key: "1", name: "Willekeurig", state: "behind", note: "ieder doet het op zijn manier" },
    {
      key: "2",
      name: "Informeel",
      state: "here",
      note: "er is een proces, niemand meet het",
      steps: [
        { key: "a", name: "Timing", state: "ahead" },
        { key: "b", name: "Gevolgd", state: "ahead" },
        { key: "c", name: "Besproken", state: "ahead" },
      ],
    },
    { key: "3", name: "Formeel", state: "ahead", note: "vastgelegd, gevolgd en besproken" },
    { key: "4", name: "Dynamisch", state: "ahead", note: "stuurt bij op wat kopers doen" },
  ],
};

/** The small line with the pin at stage `at`. */
export const mini = (at: number, claimed = false): RouteView => ({
  stages: ["Qualify", "Needs", "Proposal", "Decision", "Contract"].map((name, index) => ({
    key: name,
    name,
    state: index < at ? "behind" : index === at ? "here" : "ahead",
    claimed: claimed && index === at,
  })),
});
