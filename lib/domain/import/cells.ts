import type { Occurred } from "../shared/day";
import { behindFormula } from "../shared/formula";
import type { Money } from "../shared/money";
import { isRefusal } from "../shared/result";
import { parseDate } from "./date-readings";
import { isEmptyCell, trimmed } from "./empties";
import type { ColumnMapping, ImportMapping } from "./mapping";
import { plainName } from "./names";
import { currencyIn, isCurrency, minorDigits, parseMoney, parseNumber } from "./numbers";
import type { NoteCode, ProblemCode, RowNote, RowProblem } from "./problems";

/** A record of the file with the number a spreadsheet shows. */
export type ImportRow = { readonly number: number; readonly values: readonly string[] };

const MOST_CHARACTERS = 500;
const MOST_ATTRIBUTE = 5000;
type Params = RowProblem["params"];
type Cell = { readonly value: string; readonly column: ColumnMapping };

/** Reads the cells of one row by field, and gathers what is wrong and what must be remembered of them. */
export type Cells = ReturnType<typeof readCells>;

/** Opens a row for reading. Nothing throws: what cannot be read is null, with a problem. */
export function readCells(mapping: ImportMapping, row: ImportRow) {
  const problems: RowProblem[] = [];
  const notes: RowNote[] = [];
  /** What stood in the row, in a form that does not change with the way it was written or mapped. */
  const canonical: (readonly [string, string])[] = [];
  const fields = new Map<string, Cell>();
  const stageDates: { stage: string; cell: Cell }[] = [];
  const attributes: Record<string, string> = {};

  const problem = (code: ProblemCode, column: number | null, params: Params = {}) =>
    void problems.push({ column, code, params });
  const note = (code: NoteCode, column: number | null, params: Params = {}) =>
    void notes.push({ column, code, params });

  for (const column of mapping.columns) {
    const value = behindFormula(trimmed(row.values[column.index] ?? ""));
    const { target } = column;
    if (target.kind === "ignore" || isEmptyCell(value)) continue;
    const most = target.kind === "attribute" ? MOST_ATTRIBUTE : MOST_CHARACTERS;
    if (value.length > most) problem("text-too-long", column.index, { most });
    else if (value.includes("\0") || /\p{Cs}/u.test(value)) problem("unreadable-characters", column.index);
    else if (target.kind === "attribute") attributes[target.name] = value;
    else if (target.kind === "stage-date") stageDates.push({ stage: target.stage, cell: { value, column } });
    else if (!fields.has(target.field)) fields.set(target.field, { value, column });
  }
  const extra = row.values.slice(mapping.columns.length).filter((value) => trimmed(value) !== "").length;
  if (extra > 0)
    problem("too-many-cells", null, { expected: mapping.columns.length, found: row.values.length });
  if (row.values.length < mapping.columns.length)
    note("row-short", null, { expected: mapping.columns.length, found: row.values.length });
  for (const [name, value] of Object.entries(attributes)) canonical.push([`@${name}`, value]);

  const column = (field: string): number | null => fields.get(field)?.column.index ?? null;

  /** The text as written: the same whatever else is known, and in whatever order files come in. */
  const written = (field: string): string | null => fields.get(field)?.value ?? null;

  /** The text as written, or as an accepted correction has it. */
  function text(field: string): string | null {
    const cell = fields.get(field);
    if (!cell) return null;
    canonical.push([field, cell.value]);
    return mapping.aliases?.[field]?.[plainName(cell.value)] ?? cell.value;
  }

  function readDateCell(name: string, { value, column: from }: Cell): Occurred | null {
    if (!from.dates) {
      problem("reading-open", from.index, { value });
      return null;
    }
    const found = parseDate(value, from.dates, mapping.timeZone);
    if (isRefusal(found)) {
      problem("not-a-date", from.index, { value, reading: from.dates });
      return null;
    }
    canonical.push([name, found.at ?? found.day]);
    return found;
  }

  function date(field: string): Occurred | null {
    const cell = fields.get(field);
    return cell ? readDateCell(field, cell) : null;
  }

  /** A number as exact decimal text. */
  function number(field: string): string | null {
    const cell = fields.get(field);
    if (!cell) return null;
    const { value, column: from } = cell;
    const found = from.numbers ? parseNumber(value, from.numbers) : null;
    if (found === null) problem("reading-open", from.index, { value });
    else if (isRefusal(found)) problem("not-a-number", from.index, { value, reading: from.numbers ?? "" });
    if (found === null || isRefusal(found)) return null;
    canonical.push([field, found]);
    return found;
  }

  function integer(field: string): number | null {
    const found = number(field);
    if (found === null) return null;
    const whole = Number(found);
    if (Number.isInteger(whole) && Math.abs(whole) < 2_147_483_648) return whole;
    problem("not-a-number", column(field), { value: found });
    return null;
  }

  function money(field: string): Money | null {
    const currency = currencyFor(field);
    const cell = fields.get(field);
    if (!cell || currency === null) return null;
    const { value, column: from } = cell;
    if (!from.numbers) {
      problem("reading-open", from.index, { value });
      return null;
    }
    const minor = parseMoney(value, from.numbers, minorDigits(currency));
    if (isRefusal(minor)) {
      problem(minor.code.replace("import.", "") as ProblemCode, from.index, { value, ...minor.params });
      return null;
    }
    canonical.push([field, `${minor} ${currency}`]);
    return { minor, currency };
  }

  /** The row's own currency, the sign beside the amount, or the import's; null when they are wrong or contradict. */
  function currencyFor(field: string): string | null {
    const own = fields.get("currency");
    const beside = currencyIn(fields.get(field)?.value ?? "");
    if (!own) return beside ?? mapping.currency;
    const code = currencyIn(own.value.toUpperCase()) ?? own.value.toUpperCase();
    if (!isCurrency(code)) {
      problem("currency-unknown", own.column.index, { value: own.value });
      return null;
    }
    if (beside && beside !== code) {
      problem("currency-conflict", column(field), { column: code, amount: beside });
      return null;
    }
    return code;
  }

  const dated = () =>
    stageDates.flatMap(({ stage, cell }) => {
      const on = readDateCell(`>${stage}`, cell);
      return on ? [{ stage, on, column: cell.column.index }] : [];
    });

  return {
    written,
    text,
    date,
    number,
    integer,
    money,
    column,
    stageDates: dated,
    attributes,
    problem,
    note,
    problems,
    notes,
    canonical,
  };
}
