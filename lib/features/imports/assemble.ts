import type { ImportKind } from "@/lib/domain/import/field";
import { type ImportMapping, missingFields, type StageTarget } from "@/lib/domain/import/mapping";
import { normalName, plainName } from "@/lib/domain/import/names";
import { closeReasonIn } from "@/lib/domain/import/outcomes";
import {
  type AsFoundStage,
  asFoundStages,
  type StageSuggestion,
  suggestOutcomeMapping,
  suggestStageMapping,
} from "@/lib/domain/import/stages";
import { columnOf, columnsNow, columnView } from "./columns";
import { byName } from "./people";
import type { Answers, Plan, StoredMapping, StoredReading } from "./state";
import type { MappingView, NearView, OwnerView, ProcessChoice, Question, VersionOption } from "./view";

/** What the organisation has that a mapping may point at. */
export type Known = {
  readonly versions: readonly VersionOption[];
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly mayOwn: boolean;
  }[];
  readonly timeZone: string;
  readonly currency: string;
};

type Values = readonly { readonly value: string; readonly count: number }[];

/** The mapping as it stands: every proposal, with what was answered in its place, and the questions that are left. */
export function assemble(
  { kind, fileName }: { readonly kind: ImportKind; readonly fileName: string },
  { profiles }: StoredReading,
  { answers, near: found }: Pick<StoredMapping, "answers" | "near">,
  known: Known,
): { view: MappingView; plan: Plan } {
  const columns = columnsNow(kind, profiles, answers);
  const valuesOf = (field: string): Values => columnOf(field, columns, profiles)?.distinct ?? [];
  const isDeals = kind === "deals";
  // Where another column says how a deal ended, "Order" is the stage of that name, and no win.
  const named = isDeals && valuesOf("outcome").length > 0 ? stageNames(known) : new Set<string>();
  const isStage = (value: string) => named.has(plainName(value));
  const stageValues = isDeals ? valuesOf("stage") : [];
  const process = isDeals
    ? (processOf(answers, known) ?? suggestProcess(stageValues, known, fileName))
    : null;
  const version =
    process?.kind === "version" ? known.versions.find((v) => v.versionId === process.versionId) : null;
  const keys = new Set(
    (
      version?.stages ??
      asFoundStages(
        stageValues.map((v) => v.value),
        isStage,
      )
    ).map(({ key }) => key),
  );
  const stages = answered(
    suggestStageMapping(stageValues, version?.stages ?? null, isStage),
    answers.stages,
    keys,
  );
  const outcomes = answered(
    suggestOutcomeMapping(isDeals ? valuesOf("outcome") : []),
    answers.outcomes,
    keys,
  );
  const stagesFound = version ? [] : usedStages(stageValues, [...stages, ...outcomes], isStage);
  const stageOrder = (version?.stages ?? stagesFound).map(({ key }) => key);
  const near = nearView(found, answers);
  const owners = isDeals ? ownersView(valuesOf("owner"), answers, known) : [];
  const reasons = (isDeals ? valuesOf("closeReason") : []).map(({ value, count }) => ({
    value,
    count,
    reason: answers.reasons?.[plainName(value)] ?? closeReasonIn(value),
  }));
  const currency = answers.currency ?? writtenCurrency(kind, columns, profiles) ?? known.currency;
  const mapped = new Map([
    [columnOf("stage", columns, profiles)?.index, withTarget(stages)],
    [columnOf("outcome", columns, profiles)?.index, withTarget(outcomes)],
  ]);
  const mapping: ImportMapping = {
    kind,
    columns: columns.map(({ index, header, target, dates, numbers }) => ({
      index,
      header,
      target,
      dates,
      numbers,
    })),
    timeZone: known.timeZone,
    currency,
    ...(isDeals && {
      stages: targetsOf(stages),
      outcomes: targetsOf(outcomes),
      stageOrder,
      owners: Object.fromEntries(
        owners.flatMap((o) => (o.memberId ? [[plainName(o.value), o.memberId]] : [])),
      ),
      reasons: Object.fromEntries(reasons.map(({ value, reason }) => [plainName(value), reason])),
    }),
    ...corrections(near),
  };
  return {
    plan: { mapping, process, found: stagesFound },
    view: {
      columns: columns.flatMap((column) => {
        const profile = profiles[column.index];
        return profile ? [columnView(kind, column, profile, mapped.get(column.index) ?? null)] : [];
      }),
      currency,
      process,
      versions: isDeals ? known.versions : [],
      found: stagesFound,
      stages,
      outcomes,
      reasons,
      owners,
      near,
      questions: questionsOf(kind, columns, stages, outcomes, near),
    },
  };
}

function processOf({ process }: Answers, { versions }: Known): ProcessChoice | null {
  if (process?.kind === "version" && !versions.some((v) => v.versionId === process.versionId)) return null;
  return process ?? null;
}

/** A version made from such a file before, else a published one that knows every stage, else one made from this file. */
function suggestProcess(values: Values, { versions }: Known, fileName: string): ProcessChoice {
  const found = asFoundStages(values.map(({ value }) => value));
  const same = versions.find(
    ({ status, stages }) =>
      status === "as-found" &&
      found.length > 0 &&
      stages.map(({ key }) => key).join() === found.map((s) => s.key).join(),
  );
  const fits = versions.find(
    ({ status, stages }) =>
      status === "published" &&
      values.length > 0 &&
      suggestStageMapping(values, stages).every(({ target }) => target !== null) &&
      suggestStageMapping(values, stages).some(({ target }) => target?.kind === "stage"),
  );
  const version = same ?? fits;
  if (version) return { kind: "version", versionId: version.versionId };
  const name = fileName
    .replace(/\.[^.]{1,5}$/, "")
    .replace(/[_\s]+/g, " ")
    .trim();
  return { kind: "as-found", name: (name || fileName).slice(0, 120) };
}

/** The names of all stages here, in both languages. */
const stageNames = ({ versions }: Known): ReadonlySet<string> =>
  new Set(
    versions.flatMap(({ stages }) =>
      stages.flatMap(({ name }) => [name.en, name.nl].flatMap((text) => (text ? [plainName(text)] : []))),
    ),
  );

function answered(
  proposed: readonly StageSuggestion[],
  answers: Answers["stages"],
  keys: ReadonlySet<string>,
): StageSuggestion[] {
  return proposed.map((each) => {
    const target = answers?.[plainName(each.value)];
    // An answer for another version says nothing about this one.
    return target && (target.kind !== "stage" || keys.has(target.stageKey)) ? { ...each, target } : each;
  });
}

/** The stages of an as-found version that something goes to; a file without any gets one for what is open. */
function usedStages(
  values: Values,
  mapped: readonly StageSuggestion[],
  isStage: (value: string) => boolean,
): AsFoundStage[] {
  const used = new Set(mapped.flatMap(({ target }) => (target?.kind === "stage" ? [target.stageKey] : [])));
  const found = asFoundStages(
    values.map(({ value }) => value),
    isStage,
  ).filter(({ key }) => used.has(key));
  return found.length > 0 ? found : [{ key: "open", name: "Open" }];
}

const targetsOf = (list: readonly StageSuggestion[]): Record<string, StageTarget> =>
  Object.fromEntries(list.flatMap(({ value, target }) => (target ? [[plainName(value), target]] : [])));
const withTarget = (list: readonly StageSuggestion[]): number =>
  list.reduce((sum, { target, count }) => sum + (target ? count : 0), 0);

function nearView(found: StoredMapping["near"], { near }: Answers): NearView[] {
  return found.map((each) => ({ ...each, accepted: near?.[each.field]?.[plainName(each.value)] ?? null }));
}

function corrections(near: readonly NearView[]): Pick<ImportMapping, "aliases" | "sameAs"> {
  const aliases: Record<string, Record<string, string>> = {};
  const sameAs: Record<string, string> = {};
  for (const { field, value, match, accepted } of near) {
    if (!accepted) continue;
    if (field === "name") sameAs[plainName(value)] = match;
    else aliases[field] = { ...aliases[field], [plainName(value)]: match };
  }
  return { aliases, sameAs };
}

function ownersView(values: Values, { owners }: Answers, { members }: Known): OwnerView[] {
  const names = byName(members);
  return values.map(({ value, count }) => {
    const chosen = owners?.[plainName(value)];
    if (chosen && members.some(({ id }) => id === chosen))
      return { value, count, memberId: chosen, reason: "chosen" };
    const same = names.get(normalName(value));
    if (same) return { value, count, memberId: same.id, reason: "same-name" };
    return { value, count, memberId: null, reason: "new" };
  });
}

/** The currency that most amounts of the file are written with, if any is. */
function writtenCurrency(
  kind: ImportKind,
  columns: Parameters<typeof columnOf>[1],
  profiles: StoredReading["profiles"],
): string | null {
  const column = columnOf(kind === "products" ? "price" : "amount", columns, profiles);
  const [most] = [...(column?.currencies ?? [])].sort((a, b) => b.count - a.count);
  return most?.currency ?? null;
}

function questionsOf(
  kind: ImportKind,
  columns: ReturnType<typeof columnsNow>,
  stages: readonly StageSuggestion[],
  outcomes: readonly StageSuggestion[],
  near: readonly NearView[],
): Question[] {
  const open = (list: readonly StageSuggestion[]) => list.filter(({ target }) => target === null).length;
  const unanswered = near.filter(({ accepted }) => accepted === null).length;
  return [
    ...columns.flatMap(({ question, index }): Question[] =>
      question ? [{ code: question, column: index }] : [],
    ),
    ...missingFields(kind, columns).map((fields): Question => ({ code: "missing", fields })),
    ...(open(stages) > 0 ? [{ code: "stages", count: open(stages) } as const] : []),
    ...(open(outcomes) > 0 ? [{ code: "outcomes", count: open(outcomes) } as const] : []),
    ...(unanswered > 0 ? [{ code: "near", count: unanswered } as const] : []),
  ];
}
