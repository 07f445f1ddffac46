import "server-only";
import type { z } from "zod";
import { fieldOf } from "@/lib/domain/import/kinds";
import type { ColumnTarget } from "@/lib/domain/import/mapping";
import { plainName } from "@/lib/domain/import/names";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { assemble, type Known } from "./assemble";
import { isTarget } from "./columns";
import { saveMapping } from "./create";
import { MapImport } from "./input";
import { findKnown } from "./known";
import { findNear } from "./near";
import { isBefore, wrongMoment } from "./rules";
import type { Answers, StoredImport, StoredReading } from "./state";
import { lockImport } from "./store";

type Input = z.output<typeof MapImport>;
/** More different values than this are no stages. */
const MOST_STAGES = 100;

/** Changes where columns and values go. What is left out stays; the rest is proposed anew from what is set. */
export const mapImport = command({
  name: "import.map",
  input: MapImport,
  can: "import.run",
  async run(work) {
    const { tx, ctx, input } = work;
    const stored = await lockImport(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    const { reading, mapping } = stored;
    if (!reading || !mapping || !isBefore(stored)) return wrongMoment(stored.status);
    if (input.version !== undefined && input.version !== stored.version)
      return refuse("stale", undefined, { current: { version: stored.version } });
    const known = await findKnown(tx, ctx, stored.kind);
    const refused = refuseTargets(stored, reading, input, known);
    if (refused) return refused;
    const answers = merge(stored, mapping.answers, input);
    const { plan } = assemble(stored, reading, { answers, near: mapping.near }, known);
    const near = input.columns
      ? await findNear(tx, ctx, stored.kind, plan.mapping.columns, reading.profiles)
      : mapping.near;
    return saveMapping(work, stored, reading, { answers, near, plan: null });
  },
});

function refuseTargets(
  { kind }: StoredImport,
  { profiles }: StoredReading,
  { columns = [], process, owners = [] }: Input,
  { versions, members }: Known,
): Refusal | null {
  for (const [at, { index, target }] of columns.entries()) {
    const profile = profiles[index];
    if (!profile) return refuse("import.column-unknown", { column: index }, { field: `columns.${at}.index` });
    if (!isTarget(kind, target))
      return refuse("import.field-unknown", undefined, { field: `columns.${at}.target` });
    const type = target.kind === "field" ? fieldOf(kind, target.field)?.type : undefined;
    if (
      (type === "stage" || type === "outcome") &&
      (profile.distinct?.length ?? MOST_STAGES + 1) > MOST_STAGES
    )
      return refuse("import.too-many-values", { most: MOST_STAGES }, { field: `columns.${at}.target` });
  }
  if (process?.kind === "version" && !versions.some((v) => v.versionId === process.versionId))
    return refuse("not-found", undefined, { field: "process.versionId" });
  if (
    process?.kind === "as-found" &&
    process.processId &&
    !versions.some((v) => v.processId === process.processId)
  )
    return refuse("not-found", undefined, { field: "process.processId" });
  for (const [at, { target }] of owners.entries()) {
    const member = members.find(({ id }) => id === target);
    const field = { field: `owners.${at}.target` };
    if (target !== null && !member) return refuse("owner-unknown", undefined, field);
    if (member && !member.mayOwn) return refuse("owner-reads-only", undefined, field);
  }
  return null;
}

function merge({ kind }: StoredImport, answers: Answers, input: Input): Answers {
  const { currency, process, near = [] } = input;
  const columns = (input.columns ?? []).reduce((all, { index, target }) => {
    const freed = Object.entries(all).map(([other, own]) =>
      other !== String(index) && sameField(kind, own.target, target)
        ? [other, { ...own, target: { kind: "ignore" } as const }]
        : [other, own],
    );
    return { ...Object.fromEntries(freed), [index]: { ...all[index], target } };
  }, answers.columns ?? {});
  const byValue = <T>(
    old: Readonly<Record<string, T>> | undefined,
    given?: { value: string; target: T }[],
  ) => ({
    ...old,
    ...Object.fromEntries((given ?? []).map(({ value, target }) => [plainName(value), target])),
  });
  const nearAnswers: Record<string, Record<string, boolean>> = { ...answers.near };
  for (const { field, value, accept } of near)
    nearAnswers[field] = { ...nearAnswers[field], [plainName(value)]: accept };
  return {
    ...answers,
    columns,
    ...(currency && { currency }),
    ...(process && { process: process.kind === "version" ? process : asFound(process) }),
    stages: byValue(answers.stages, input.stages),
    outcomes: byValue(answers.outcomes, input.outcomes),
    reasons: byValue(answers.reasons, input.reasons),
    owners: byValue(answers.owners, input.owners),
    near: nearAnswers,
  };
}

const asFound = ({ name, processId }: { name: string; processId?: string | undefined }) =>
  ({ kind: "as-found", name, ...(processId && { processId }) }) as const;

/** Two targets that cannot both have a column, because the field takes one. */
const sameField = (kind: StoredImport["kind"], a: ColumnTarget | undefined, b: ColumnTarget): boolean =>
  a?.kind === "field" && b.kind === "field" && a.field === b.field && fieldOf(kind, a.field)?.many !== true;
