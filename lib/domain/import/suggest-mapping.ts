import { behindFormula } from "../shared/formula";
import type { ColumnProfile } from "./columns";
import type { DateReading } from "./date-readings";
import type { FieldDef, ImportKind } from "./field";
import type { Verdict } from "./judge";
import { kindOf } from "./kinds";
import { type ColumnTarget, missingFields } from "./mapping";
import { matchHeader } from "./match-header";
import type { NumberReading } from "./numbers";
import { ownFile } from "./own-file";
import { stageInHeader } from "./stage-headers";
import type { ColumnSuggestion, MappingSuggestion, SuggestionReason } from "./suggestion";
import { fitsType, looksLikeOutcomes } from "./value-types";

type Candidate = {
  readonly column: ColumnProfile;
  readonly target: ColumnTarget;
  readonly field: FieldDef | null;
  readonly reason: SuggestionReason;
  readonly score: number;
};

const LEAST = 45;

/**
 * Proposes a target for every column from its header and its values, the best matches first, each field once. Columns
 * that match nothing are kept as attributes; empty ones are left out. Readings come from the whole column; one that
 * is ambiguous stays null and is marked as a question.
 */
export function suggestMapping(kind: ImportKind, profiles: readonly ColumnProfile[]): MappingSuggestion {
  const chosen = new Map<number, Candidate>();
  const turnedDown = new Map<number, SuggestionReason>();
  const own = kind === "deals" ? ownFile(profiles.map(({ header }) => header)) : null;
  const known = own ? profiles.filter(({ header }) => own.knows(header)) : profiles;
  assign(fieldCandidates(kind, known), chosen, turnedDown);
  if (kind === "deals" && !own) assign(stageDateCandidates(profiles, chosen), chosen, turnedDown);
  const columns = profiles.map((column) => {
    const made = suggestion(column, chosen.get(column.index), turnedDown.get(column.index));
    if (own?.isToRead(column.header))
      return { ...made, target: { kind: "ignore" as const }, reason: { code: "to-read" as const } };
    return own && made.target.kind === "attribute"
      ? { ...made, target: { ...made.target, name: behindFormula(made.target.name) } }
      : made;
  });
  return { columns, missing: missingFields(kind, columns) };
}

function fieldCandidates(kind: ImportKind, profiles: readonly ColumnProfile[]): Candidate[] {
  const def = kindOf(kind);
  return profiles.flatMap((column) =>
    def.fields.flatMap((field): Candidate[] => {
      const target = { kind: "field", field: field.key } as const;
      const byHeader = matchHeader(column.header, field, def.entities);
      if (byHeader) return [{ column, target, field, ...byHeader }];
      const score = scoreOfValues(field, column);
      return score > 0 ? [{ column, target, field, score, reason: { code: "values" } }] : [];
    }),
  );
}

function scoreOfValues(field: FieldDef, column: ColumnProfile): number {
  if (field.type === "email" && column.filled > 0 && column.samples.every((value) => value.includes("@")))
    return 50;
  if (field.type === "stage" && looksLikeOutcomes(column) && (column.distinct?.length ?? 0) > 3) return 48;
  if (field.type === "outcome" && looksLikeOutcomes(column)) return 46;
  return 0;
}

function stageDateCandidates(
  profiles: readonly ColumnProfile[],
  chosen: ReadonlyMap<number, Candidate>,
): Candidate[] {
  const stageColumn = [...chosen.values()].find(
    ({ target }) => target.kind === "field" && target.field === "stage",
  );
  const stages = stageColumn?.column.distinct?.map(({ value }) => value) ?? [];
  return profiles
    .filter((column) => !chosen.has(column.index) && fitsType("date", column))
    .flatMap((column): Candidate[] => {
      const stage = stageInHeader(column.header, stages);
      if (stage === null) return [];
      return [
        {
          column,
          target: { kind: "stage-date", stage },
          field: null,
          score: 70,
          reason: { code: "stage-in-header", stage },
        },
      ];
    });
}

function assign(
  candidates: Candidate[],
  chosen: Map<number, Candidate>,
  turnedDown: Map<number, SuggestionReason>,
): void {
  const taken = new Set<string>();
  for (const candidate of candidates.sort((a, b) => b.score - a.score || a.column.index - b.column.index)) {
    const { column, target, field } = candidate;
    if (chosen.has(column.index) || column.filled === 0) continue;
    const key = field?.key ?? JSON.stringify(target);
    if (field && !fitsType(field.type, column)) {
      turnedDown.set(column.index, turnedDown.get(column.index) ?? { code: "values-contradict", field: key });
      continue;
    }
    if (candidate.score < LEAST) continue;
    if (taken.has(key) && field?.many !== true) {
      turnedDown.set(column.index, turnedDown.get(column.index) ?? { code: "field-taken", field: key });
      continue;
    }
    taken.add(key);
    chosen.set(column.index, candidate);
  }
}

function suggestion(
  column: ColumnProfile,
  found: Candidate | undefined,
  not: SuggestionReason | undefined,
): ColumnSuggestion {
  const { index, header } = column;
  const base = { index, header, dates: null, numbers: null, question: null };
  if (column.filled === 0) return { ...base, target: { kind: "ignore" }, reason: { code: "no-values" } };
  if (!found)
    return {
      ...base,
      target: { kind: "attribute", name: header || `${index + 1}` },
      reason: not ?? { code: "unknown" },
    };
  const { target, reason } = found;
  return { ...base, target, reason, ...readingsFor(found.field?.type ?? "date", column) };
}

/** The readings a column needs for a field of this type, and whether one is still a question. */
export function readingsFor(
  type: FieldDef["type"],
  column: ColumnProfile,
): Pick<ColumnSuggestion, "dates" | "numbers" | "question"> {
  if (type === "date") {
    const dates = chosenReading<DateReading>(column.dates);
    return { dates, numbers: null, question: dates ? null : "dates" };
  }
  if (type === "money" || type === "number" || type === "integer") {
    const numbers = chosenReading<NumberReading>(column.numbers);
    return { dates: null, numbers, question: numbers ? null : "numbers" };
  }
  return { dates: null, numbers: null, question: null };
}

/** A settled reading, or the only one that fits most values when some fit none; null when a person must choose. */
function chosenReading<R extends string>(verdict: Verdict<R>): R | null {
  if (verdict.kind === "settled") return verdict.reading;
  if (verdict.kind === "none" && verdict.best.length === 1) return verdict.best[0] ?? null;
  return null;
}
