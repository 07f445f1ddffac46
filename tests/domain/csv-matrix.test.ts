import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { createColumnsProfile } from "@/lib/domain/import/columns";
import type { DateReading } from "@/lib/domain/import/date-readings";
import type { ImportMapping } from "@/lib/domain/import/mapping";
import { plainName } from "@/lib/domain/import/names";
import type { NumberReading } from "@/lib/domain/import/numbers";
import { readRow } from "@/lib/domain/import/read-row";
import { asFoundStages, suggestStageMapping } from "@/lib/domain/import/stages";
import { suggestMapping } from "@/lib/domain/import/suggest-mapping";
import { isRefusal } from "@/lib/domain/shared/result";
import { readBytes } from "@/lib/platform/csv/read-bytes";
import { rows } from "@/lib/platform/csv/rows";

type Deal = { title: string; company: string; stage: string; amount: number; opened: string; closed: string };

/** Signs from 0x80 to 0x9F of Windows-1252, a separator of each kind, quotes and a line end inside cells. */
const DEALS: Deal[] = [
  {
    title: "Koelcel – hal 3",
    company: "Café Zuiderzicht",
    stage: "Offerte",
    amount: 1_234_550,
    opened: "2025-04-03",
    closed: "",
  },
  {
    title: 'Lijn "2"; retrofit, fase',
    company: "d’Or €uro…",
    stage: "Gewonnen",
    amount: 845_000,
    opened: "2025-03-31",
    closed: "2025-06-18",
  },
  {
    title: "Twee\nregels",
    company: "Leiedal",
    stage: "Verloren",
    amount: 99,
    opened: "2025-02-11",
    closed: "2025-12-01",
  },
];
const AMBIGUOUS: Deal[] = DEALS.map((deal) => ({
  ...deal,
  amount: 1_234_000,
  opened: "2025-04-03",
  closed: deal.closed && "2025-06-05",
}));

const ENCODINGS = {
  utf8: (text: string) => iconv.encode(text, "utf-8"),
  "utf8-bom": (text: string) => iconv.encode(text, "utf-8", { addBOM: true }),
  utf16le: (text: string) => iconv.encode(text, "utf-16le"),
  cp1252: (text: string) => iconv.encode(text, "windows-1252"),
};
const DATES: Partial<Record<DateReading, (day: string) => string>> = {
  "d-m-y": (day) => day.split("-").reverse().join("-"),
  "y-m-d": (day) => day,
  "m-d-y": (day) => day.replace(/^(\d+)-(\d+)-(\d+)$/, "$2/$3/$1"),
};
const NUMBERS: Partial<Record<NumberReading, [group: string, point: string]>> = {
  comma: [".", ","],
  point: [",", "."],
};

const WRITINGS = Object.keys(ENCODINGS).flatMap((encoding) =>
  [",", ";", "\t"].flatMap((separator) =>
    Object.keys(DATES).flatMap((dates) =>
      Object.keys(NUMBERS).map((numbers) => ({
        encoding: encoding as keyof typeof ENCODINGS,
        separator,
        dates: dates as DateReading,
        numbers: numbers as NumberReading,
      })),
    ),
  ),
);
type Writing = (typeof WRITINGS)[number];

function write(
  deals: readonly Deal[],
  { encoding, separator, dates, numbers }: Writing,
  decimals = true,
): Uint8Array {
  const [group = "", point = ""] = NUMBERS[numbers] ?? [];
  const amount = (minor: number) => {
    const whole = String(Math.trunc(minor / 100)).replace(/\B(?=(\d{3})+$)/g, group);
    return decimals ? `${whole}${point}${String(minor % 100).padStart(2, "0")}` : whole;
  };
  const day = (value: string) => (value && DATES[dates]?.(value)) || "";
  const line = (cells: string[]) =>
    cells.map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator);
  const body = deals.map((deal) =>
    line([deal.title, deal.company, deal.stage, amount(deal.amount), day(deal.opened), day(deal.closed)]),
  );
  return ENCODINGS[encoding](
    [line(["Dealnaam", "Bedrijf", "Fase", "Bedrag", "Aangemaakt op", "Gesloten op"]), ...body, ""].join(
      "\r\n",
    ),
  );
}

/** The whole way from bytes to mapping, as an import goes it. */
async function open(bytes: Uint8Array) {
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += 13) yield bytes.subarray(at, at + 13);
  };
  const reading = await readBytes(source);
  if (isRefusal(reading)) throw new Error(reading.code);
  const profile = createColumnsProfile(reading.header);
  for await (const { number, values } of rows(source(), reading)) profile.add(values, number);
  const profiles = profile.profiles();
  const suggestion = suggestMapping("deals", profiles);
  const stages = profiles[2]?.distinct ?? [];
  const mapping: ImportMapping = {
    kind: "deals",
    columns: suggestion.columns,
    timeZone: "Europe/Brussels",
    currency: "EUR",
    stages: Object.fromEntries(
      suggestStageMapping(stages, null).flatMap(({ value, target }) =>
        target ? [[plainName(value), target]] : [],
      ),
    ),
    stageOrder: asFoundStages(stages.map(({ value }) => value)).map(({ key }) => key),
  };
  return { reading, suggestion, mapping, rows: () => rows(source(), reading) };
}

describe("a file means the same however it is written", () => {
  it.each(WRITINGS)("$encoding $separator $dates $numbers", async (writing) => {
    const file = await open(write(DEALS, writing));
    expect(file.reading.separator).toBe(writing.separator);
    expect(file.suggestion.missing).toEqual([]);
    expect(file.suggestion.columns.map(({ question }) => question)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    const read = [];
    for await (const row of file.rows()) read.push(readRow(file.mapping, row));
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    expect(read.map(({ values }) => values)).toMatchObject(
      DEALS.map(({ title, company, amount, opened, closed }) => ({
        title,
        company: { name: company },
        amount: { minor: amount, currency: "EUR" },
        openedOn: { day: opened, at: null },
        closedOn: closed ? { day: closed } : null,
      })),
    );
    expect(read.map(({ identities }) => identities)).toEqual(await identitiesOfReference());
  });

  it.each(WRITINGS.filter(({ dates }) => dates !== "y-m-d"))(
    "asks when it could mean two things: $encoding $separator $dates $numbers",
    async (writing) => {
      const { suggestion } = await open(write(AMBIGUOUS, writing, false));
      expect(suggestion.columns.map(({ question }) => question)).toEqual([
        null,
        null,
        null,
        "numbers",
        "dates",
        "dates",
      ]);
    },
  );
});

let reference: Promise<(readonly string[])[]> | null = null;
/** Row identities of the first writing: every other writing must give the same, or importing twice would double. */
function identitiesOfReference() {
  reference ??= (async () => {
    const [writing] = WRITINGS;
    if (!writing) throw new Error("no writings");
    const file = await open(write(DEALS, writing));
    const found = [];
    for await (const row of file.rows()) found.push(readRow(file.mapping, row).identities);
    return found;
  })();
  return reference;
}
