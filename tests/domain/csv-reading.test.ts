import { readFile } from "node:fs/promises";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { isRefusal } from "@/lib/domain/shared/result";
import { readBytes } from "@/lib/platform/csv/read-bytes";
import type { CsvReading, OpenBytes } from "@/lib/platform/csv/reading";
import { rows } from "@/lib/platform/csv/rows";

/** The same bytes in chunks of `size`, so that every boundary falls inside something. */
const inChunks = (bytes: Uint8Array, size = 7): OpenBytes =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };

const fixture = (name: string) => readFile(new URL(`../fixtures/csv/${name}`, import.meta.url));

async function read(bytes: Uint8Array, size?: number): Promise<{ reading: CsvReading; values: string[][] }> {
  const open = inChunks(bytes, size);
  const reading = await readBytes(open);
  if (isRefusal(reading)) throw new Error(reading.code);
  const values: string[][] = [];
  for await (const row of rows(open(), reading)) values.push(row.values);
  return { reading, values };
}
const utf8 = (text: string) => Buffer.from(text, "utf-8");

describe("cells", () => {
  it.each([
    ["comma-in-quotes.csv", [["Ada", "Antwerp, BE"]]],
    [
      "empty-cells-crlf.csv",
      [
        ["1", "", ""],
        ["2", "3", "4"],
      ],
    ],
    [
      "doubled-quotes.csv",
      [
        ["1", 'say "yes" now'],
        ["3", "4"],
      ],
    ],
    [
      "newlines-in-quotes.csv",
      [
        ["two\nlines", "2"],
        ['three\r\n"quoted"\r\nlines', "4"],
      ],
    ],
    ["quote-in-cell.csv", [["0123", "51°12'37.8\"N 4°24'17.9\"E"]]],
    ["json-in-cell.csv", [["1", '{"type": "Point", "at": [1.0, 0.5]}']]],
  ])("%s", async (name, expected) => {
    for (const size of [1, 7, 4096]) expect((await read(await fixture(name), size)).values).toEqual(expected);
  });

  it("gives back what any writer quoted, under every separator and line end", async () => {
    const cell = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", ""));
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        async (body, sep, eol) => {
          const line = (cells: string[]) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(sep);
          // A full last row keeps the last ones from being read as the blank end of a report.
          const full = [...body, ["x", "y", "z"]];
          const { values, reading } = await read(utf8([["k1", "k2", "k3"], ...full].map(line).join(eol)));
          expect(reading.separator).toBe(sep);
          expect(values).toEqual(full.filter((cells) => cells.some((each) => each.trim() !== "")));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("encoding", () => {
  const text = "naam;prijs\r\nCafé Zuiderzicht;€ 12,50\r\nd’Or … “x”;1\r\n";
  it.each([
    ["utf-8", utf8(text), "utf-8", "valid-utf-8"],
    ["utf-8 with mark", iconv.encode(text, "utf-8", { addBOM: true }), "utf-8", "mark"],
    ["utf-16le with mark", iconv.encode(text, "utf-16le", { addBOM: true }), "utf-16le", "mark"],
    ["utf-16be with mark", iconv.encode(text, "utf-16be", { addBOM: true }), "utf-16be", "mark"],
    ["utf-16le", iconv.encode(text, "utf-16le"), "utf-16le", "zero-bytes"],
    ["utf-16be", iconv.encode(text, "utf-16be"), "utf-16be", "zero-bytes"],
    ["windows-1252", iconv.encode(text, "windows-1252"), "windows-1252", "not-utf-8"],
  ])("%s", async (_, bytes, encoding, because) => {
    for (const size of [1, 5, 4096]) {
      const { reading, values } = await read(bytes, size);
      expect(reading.encoding).toMatchObject({ encoding, because });
      expect(reading.header).toEqual(["naam", "prijs"]);
      expect(values).toEqual([
        ["Café Zuiderzicht", "€ 12,50"],
        ["d’Or … “x”", "1"],
      ]);
    }
  });

  it("reads the bytes 0x80 to 0x9F as Windows-1252 means them", async () => {
    const { values } = await read(
      Uint8Array.from([0x61, 0x3b, 0x62, 0x0a, 0x80, 0x85, 0x92, 0x3b, 0x99, 0x0a]),
    );
    expect(values).toEqual([["€…’", "™"]]);
  });

  it("judges the whole file: one byte far down decides", async () => {
    const bytes = Buffer.concat([
      utf8(`a,b\n${"x,y\n".repeat(2000)}`),
      Buffer.from([0x43, 0x72, 0x65, 0xeb, 0x2c, 0x31]),
    ]);
    const { reading } = await read(bytes, 1000);
    expect(reading.encoding).toMatchObject({
      encoding: "windows-1252",
      sample: { read: "Creë", otherwise: "Cre\ufffd" },
    });
  });

  it.each([
    ["nothing", utf8(""), "import.file-empty"],
    ["only blank lines", utf8("\n\n  \n"), "import.file-empty"],
    ["a zipped spreadsheet", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0]), "import.file-spreadsheet"],
    ["binary", Uint8Array.from([1, 0, 0, 0, 7, 0, 0, 9, 9, 9]), "import.file-binary"],
    ["a quote never closed", utf8('a,b\n1,2\n"3,4\n5,6\n'), "import.file-quote-open"],
  ])("refuses %s", async (_, bytes, code) => {
    expect(await readBytes(inChunks(bytes))).toMatchObject({ refused: true, code });
  });
});

describe("separator and header", () => {
  it.each([
    ["sep line", "sep=;\r\na;b\r\n1,0;2\r\n", ";", [["1,0", "2"]]],
    ["quoted sep line", '"sep=|"\na|b\n1|2\n', "|", [["1", "2"]]],
    [
      "comma decimals under semicolons",
      "a;b\n1,5;2,5\n1,6;2,7\n",
      ";",
      [
        ["1,5", "2,5"],
        ["1,6", "2,7"],
      ],
    ],
    [
      "semicolons inside quotes",
      'a,b,c\n1,"2;3",4\n5,"6;7",8\n',
      ",",
      [
        ["1", "2;3", "4"],
        ["5", "6;7", "8"],
      ],
    ],
    [
      "the one that gives more columns, when both always agree",
      "a;b,x;c\n1;2,5;3\n",
      ";",
      [["1", "2,5", "3"]],
    ],
    ["tabs", "a\tb\n1,2\t3;4\n", "\t", [["1,2", "3;4"]]],
    ["one column", "naam\nAda\nBob\n", ",", [["Ada"], ["Bob"]]],
  ])("%s", async (_, text, separator, expected) => {
    const { reading, values } = await read(utf8(text), 3);
    expect(reading.separator).toBe(separator);
    expect(values).toEqual(expected);
  });

  it("takes the other separator when a person says so", async () => {
    const reading = await readBytes(inChunks(utf8("a;b\n1;2\n")), { separator: "," });
    expect(reading).toMatchObject({ separator: ",", header: ["a;b"] });
  });

  it("finds the header below a title and keeps footers, blanks and broken rows apart, each counted once", async () => {
    const { reading, values } = await read(await fixture("report-with-footers.csv"), 11);
    expect(reading.header).toEqual(["Naam", "Bedrag", "Fase", "Datum"]);
    expect(reading).toMatchObject({ headerRow: 4, rows: 3, blankRows: 1, firstRow: 5, lastRow: 8 });
    expect(reading.preamble.map((row) => row.number)).toEqual([1, 2]);
    expect(reading.footers.map((row) => row.values[0])).toEqual([
      "",
      "Totaal",
      "Vertrouwelijk",
      "",
      "Maasdal Systems",
    ]);
    expect(reading.ragged).toEqual({
      count: 1,
      samples: [{ number: 8, values: ["Met te veel", "1", "Offerte", "01-01-2025", "x"] }],
    });
    expect(values.map((row) => row[0])).toEqual(["Koelcel 3", "Lijn 2", "Met te veel"]);
  });

  it.each([
    ["a company called Total", "name,sector,country\nAcme,energy,Belgium\nTotal,energy,France\n", 0],
    ["a total", "name,amount,n\nAcme,1,2\nTotal rows: 123\n", 1],
    ["report lines", "name,amount,n\nAcme,1,2\nReport generated by Ada\nGenerated on 2025-01-01\n", 2],
    ["a last row cut short", "name,amount,n\nAcme,1,2\nBol\n", 0],
  ])("footers: %s", async (_, text, footers) => {
    expect((await read(utf8(text))).reading.footers).toHaveLength(footers);
  });

  it("goes on after a given row", async () => {
    const open = inChunks(utf8("a,b\n1,1\n2,2\n3,3\n"));
    const reading = await readBytes(open);
    if (isRefusal(reading)) throw new Error(reading.code);
    const numbers: number[] = [];
    for await (const row of rows(open(), reading, 2)) numbers.push(row.number);
    expect(numbers).toEqual([3, 4]);
  });
});

it("pulls no further ahead of the reader than a few chunks", async () => {
  let pulled = 0;
  const open: OpenBytes = async function* () {
    yield utf8("a,b\n");
    for (let i = 0; i < 150; i++) {
      pulled++;
      yield utf8("some value,another value\n".repeat(100));
    }
  };
  const reading = await readBytes(open);
  if (isRefusal(reading)) throw new Error(reading.code);
  expect(reading.rows).toBe(15_000);
  pulled = 0;
  for await (const row of rows(open(), reading)) if (row.number === 1000) break;
  expect(pulled).toBeLessThan(60);
});
