import type { Option } from "@/components/ui/select";
import type { ImportKind } from "@/lib/domain/import/field";
import { kindOf } from "@/lib/domain/import/kinds";
import type { ColumnTarget, StageTarget } from "@/lib/domain/import/mapping";
import { OUTCOMES } from "@/lib/domain/run/events";

type Words = (key: string, values?: Record<string, string | number>) => string;

/** A target as the value of a list of choices. */
export const targetKey = (target: ColumnTarget): string =>
  target.kind === "field"
    ? `field:${target.field}`
    : target.kind === "stage-date"
      ? `stage-date:${target.stage}`
      : target.kind;

/** The target behind such a value; `name` is what a column kept as a remark is called. */
export function targetOf(key: string, name: string): ColumnTarget {
  if (key.startsWith("field:")) return { kind: "field", field: key.slice(6) };
  if (key.startsWith("stage-date:")) return { kind: "stage-date", stage: key.slice(11) };
  return key === "attribute" ? { kind: "attribute", name: name.slice(0, 200) } : { kind: "ignore" };
}

/** Everything a column of this kind may go to. `stages` are values of the file's stage column. */
export function targetOptions(kind: ImportKind, stages: readonly string[], t: Words): Option[] {
  return [
    ...kindOf(kind).fields.map(({ key }) => ({ value: `field:${key}`, label: t(`field.${key}`) })),
    ...stages.map((stage) => ({ value: `stage-date:${stage}`, label: t("mapping.stageDate", { stage }) })),
    { value: "attribute", label: t("mapping.attribute") },
    { value: "ignore", label: t("mapping.ignore") },
  ];
}

/** What a stage or status of the file may mean. */
export function stageOptions(stages: readonly { key: string; name: string }[], t: Words): Option[] {
  return [
    ...stages.map(({ key, name }) => ({ value: `stage:${key}`, label: name })),
    ...OUTCOMES.map((outcome) => ({ value: `outcome:${outcome}`, label: t(`outcome.${outcome}`) })),
    { value: "open", label: t("stages.open") },
  ];
}

export const stageKeyOf = (target: StageTarget | null): string | null =>
  target === null
    ? null
    : target.kind === "stage"
      ? `stage:${target.stageKey}`
      : target.kind === "outcome"
        ? `outcome:${target.outcome}`
        : "open";

/** The meaning behind such a value. */
export function stageTargetOf(key: string): StageTarget {
  if (key.startsWith("stage:")) return { kind: "stage", stageKey: key.slice(6) };
  const outcome = OUTCOMES.find((each) => key === `outcome:${each}`);
  return outcome ? { kind: "outcome", outcome } : { kind: "open" };
}
