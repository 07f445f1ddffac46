"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/select";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { type Hypothesis, METRICS, type Metric } from "@/lib/features/processes/view";
import type { Words } from "../words";

export type HypothesisForm = {
  readonly metric: Metric | "";
  readonly direction: "up" | "down";
  readonly size: string;
  readonly stageKey: string;
};

/** What the version is expected to move, which way and how far: settled before it runs. */
export function HypothesisFields({
  form,
  doc,
  words,
  onChange,
}: {
  form: HypothesisForm;
  doc: Pick<ProcessDocument, "stages">;
  words: Words;
  onChange: (form: HypothesisForm) => void;
}) {
  const { t } = words;
  const set = (change: Partial<HypothesisForm>) => onChange({ ...form, ...change });
  const { metric } = form;
  return (
    <fieldset aria-label={t("publish.expect")} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Field label={t("publish.metric")}>
        <NativeSelect
          aria-label={t("publish.metric")}
          value={metric}
          onChange={(event) => {
            const chosen = METRICS.find((one) => one === event.target.value) ?? "";
            set({ metric: chosen, direction: chosen.endsWith("-days") ? "down" : "up" });
          }}
          options={[
            { value: "", label: t("publish.noHypothesis") },
            ...METRICS.map((one) => ({ value: one as string, label: t(`metric.${one}`) })),
          ]}
        />
      </Field>
      {metric === "stage-days" && (
        <Field label={t("publish.stage")}>
          <NativeSelect
            aria-label={t("publish.stage")}
            value={stageOf(form, doc)}
            onChange={(event) => set({ stageKey: event.target.value })}
            options={doc.stages.map((stage) => ({ value: stage.key, label: words.stageName(stage) }))}
          />
        </Field>
      )}
      {metric && (
        <>
          <Field label={t("publish.direction")}>
            <NativeSelect
              aria-label={t("publish.direction")}
              value={form.direction}
              onChange={(event) => set({ direction: event.target.value === "up" ? "up" : "down" })}
              options={(["up", "down"] as const).map((one) => ({
                value: one as string,
                label: t(`direction.${metric}.${one}`),
              }))}
            />
          </Field>
          <Field
            label={`${t("publish.size")} (${t(`metricUnit.${metric}`)})`}
            optional
            error={sizeOf(form) === undefined ? t("publish.sizeWrong") : undefined}
          >
            <Input
              inputMode="decimal"
              numeric
              value={form.size}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ size: event.target.value })}
            />
          </Field>
        </>
      )}
    </fieldset>
  );
}

/** How much is typed: null where nothing is, undefined where it is no number above zero. */
export function sizeOf({ metric, size }: HypothesisForm): number | null | undefined {
  if (!metric || !size.trim()) return null;
  const amount = Number(size.trim().replace(",", "."));
  return Number.isFinite(amount) && amount > 0 ? amount : undefined;
}

/** The hypothesis that the form says, as the command takes it; nothing where no metric was chosen. */
export function hypothesisOf(
  form: HypothesisForm,
  doc: Pick<ProcessDocument, "stages">,
): { hypothesis?: Hypothesis } {
  const { metric, direction } = form;
  if (!metric) return {};
  const stage = stageOf(form, doc);
  return {
    hypothesis: {
      metric,
      direction,
      size: sizeOf(form) ?? null,
      ...(metric === "stage-days" && stage && { stageKey: stage }),
    },
  };
}

/** The chosen stage, or the first one while none is or the chosen one has gone from the draft since. */
const stageOf = (
  { stageKey }: HypothesisForm,
  { stages }: Pick<ProcessDocument, "stages">,
): string | undefined => stages.find(({ key }) => key === stageKey)?.key ?? stages[0]?.key;
