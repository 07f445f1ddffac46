import type { ImportKind } from "@/lib/domain/import/field";
import type { ColumnView, FileReading, ImportView } from "@/lib/features/imports/view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { numberMeans } from "./number-means";

type Words = (key: string, values?: Record<string, string | number>) => string;
export type Evidence = {
  readonly key: string;
  readonly property: string;
  readonly readAs: string;
  readonly example: string;
  readonly why: string;
};

const SEPARATORS: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab" };

/** A separator in words. */
export const separatorName = (sign: string, t: Words): string =>
  SEPARATORS[sign] ? t(`reading.separators.${SEPARATORS[sign]}`) : t("reading.separators.other", { sign });

/** What was read of the file, line by line, each with an example from it and the reason. */
export function evidenceOf(view: ImportView, t: Words, format: Formatter): Evidence[] {
  const { reading, mapping } = view;
  if (!reading || !mapping) return [];
  return [
    encoding(reading, t),
    separator(reading, t),
    ...header(reading, t),
    ...dates(mapping.columns, t, format),
    ...numbers(view.kind, mapping.columns, t, format),
    ...empties(mapping.columns, t),
    ...outside(reading, t),
  ];
}

function encoding({ encoding: { encoding: name, because, sample } }: FileReading, t: Words): Evidence {
  return {
    key: "encoding",
    property: t("reading.encoding"),
    readAs: t(`reading.encodings.${name}`),
    example: sample?.read ?? "",
    why: sample ? t("reading.otherwise", { text: sample.otherwise }) : t(`reading.because.${because}`),
  };
}

function separator({ separators, separator: sign, sepLine, rows }: FileReading, t: Words): Evidence {
  const [chosen, ...others] = separators;
  const other = others.sort((a, b) => b.most - a.most)[0];
  return {
    key: "separator",
    property: t("reading.separator"),
    readAs: separatorName(sign, t),
    example: chosen
      ? chosen.fitting === chosen.records
        ? t("reading.allRows", { columns: chosen.columns, rows })
        : t("reading.someRows", { columns: chosen.columns, fitting: chosen.fitting, rows: chosen.records })
      : "",
    why: sepLine
      ? t("reading.sepLine")
      : other
        ? t("reading.otherSeparator", {
            separator: separatorName(other.separator, t),
            least: other.least,
            most: other.most,
            same: other.least === other.most ? "yes" : "no",
          })
        : "",
  };
}

function header({ header: names, headerRow, preamble }: FileReading, t: Words): Evidence[] {
  if (headerRow === 1) return [];
  return [
    {
      key: "header",
      property: t("reading.header"),
      readAs: t("reading.headerAt", { row: headerRow }),
      example: names.slice(0, 3).join(" · "),
      why: t("reading.preamble", { count: preamble.length }),
    },
  ];
}

/** Columns by how they are read; one that is still a question stands for itself. */
function groups<R extends string>(
  columns: readonly ColumnView[],
  readingOf: (column: ColumnView) => R | null,
): [R, ColumnView[]][] {
  const found = new Map<R, ColumnView[]>();
  for (const column of columns) {
    const reading = readingOf(column);
    if (reading && column.target.kind !== "ignore" && column.target.kind !== "attribute")
      found.set(reading, [...(found.get(reading) ?? []), column]);
  }
  return [...found];
}

function dates(columns: readonly ColumnView[], t: Words, format: Formatter): Evidence[] {
  const all = groups(columns, ({ dates: reading }) => reading);
  return all.map(([reading, group]) => ({
    key: `dates ${reading}`,
    property: property(t("reading.dates"), group, all.length),
    readAs: t(`reading.date.${reading}`),
    example: example(
      group,
      (column) => column.dateVerdict,
      reading,
      (means) => format.day(means.slice(0, 10), "long"),
    ),
    why: why(group, (column) => column.dateVerdict, t),
  }));
}

function numbers(kind: ImportKind, columns: readonly ColumnView[], t: Words, format: Formatter): Evidence[] {
  const all = groups(columns, ({ numbers: reading }) => reading);
  return all.map(([reading, group]) => ({
    key: `numbers ${reading}`,
    property: property(t("reading.numbers"), group, all.length),
    readAs: reading === "plain" ? t("reading.numberName.plain") : t(`reading.number.${reading}`),
    example: example(
      group,
      (column) => column.numberVerdict,
      reading,
      (means, column) => numberMeans(kind, column, means, format, 2),
    ),
    why: why(group, (column) => column.numberVerdict, t),
  }));
}

const property = (name: string, group: readonly ColumnView[], of: number): string =>
  of > 1 ? `${name}: ${group.map(({ header: each }) => each).join(", ")}` : name;

type Verdict = ColumnView["dateVerdict"] | ColumnView["numberVerdict"];

function example(
  group: readonly ColumnView[],
  verdictOf: (column: ColumnView) => Verdict,
  reading: string,
  show: (means: string, column: ColumnView) => string,
): string {
  for (const column of group) {
    const verdict = verdictOf(column);
    if (verdict.kind === "empty") continue;
    for (const { value, readings } of verdict.samples) {
      const found = readings.find((each) => each.reading === reading);
      if (found) return `${value} → ${show(found.means, column)}`;
    }
  }
  return "";
}

function why(group: readonly ColumnView[], verdictOf: (column: ColumnView) => Verdict, t: Words): string {
  let decisive = 0;
  let fits = 0;
  let offending = 0;
  let open = 0;
  for (const column of group) {
    const verdict = verdictOf(column);
    if (verdict.kind === "settled") decisive += verdict.decisive;
    if (verdict.kind === "none") offending += verdict.offendingCount;
    if (verdict.kind === "ambiguous") open++;
    if (verdict.kind !== "empty") fits += verdict.fits;
  }
  const parts = [
    open > 0 ? t("reading.chosen") : "",
    decisive > 0 ? t("reading.decisive", { count: decisive }) : "",
    offending > 0 ? t("reading.offending", { count: offending }) : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : t("reading.fitsAll", { count: fits });
}

function empties(columns: readonly ColumnView[], t: Words): Evidence[] {
  const words = new Map<string, number>();
  for (const { emptyWords } of columns)
    for (const { word, count } of emptyWords) words.set(word, (words.get(word) ?? 0) + count);
  const most = [...words].sort((a, b) => b[1] - a[1]);
  const [first] = most;
  if (!first) return [];
  return [
    {
      key: "empty",
      property: t("reading.empty"),
      readAs: t("reading.emptyWords", {
        words: most
          .slice(0, 3)
          .map(([word]) => `, “${word}”`)
          .join(""),
      }),
      example: t("reading.emptyTimes", { word: first[0], count: first[1] }),
      why: t("reading.emptyWhy", { count: most.length }),
    },
  ];
}

function outside({ footers, ragged }: FileReading, t: Words): Evidence[] {
  const lines = footers.filter(({ values }) => values.some((value) => value.trim() !== ""));
  const [footer] = lines;
  const [first] = ragged.samples;
  return [
    ...(footer
      ? [
          {
            key: "footers",
            property: t("reading.footers"),
            readAs: t("count.rows", { count: lines.length }),
            example: footer.values
              .filter((value) => value.trim() !== "")
              .join(" · ")
              .slice(0, 80),
            why: t("reading.footersWhy"),
          },
        ]
      : []),
    ...(ragged.count > 0
      ? [
          {
            key: "ragged",
            property: t("reading.ragged"),
            readAs: t("count.rows", { count: ragged.count }),
            example: t("reading.raggedText", { count: ragged.count }),
            why: first ? t("reading.raggedWhy", { row: first.number }) : "",
          },
        ]
      : []),
  ];
}
