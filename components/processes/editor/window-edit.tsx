"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/select";
import { windowOf } from "@/lib/domain/process/inherit";
import { LIMITS } from "@/lib/domain/process/limits";
import { allSteps } from "@/lib/domain/process/locate";
import type { Anchor, ProcessDocument, Stage, Step, Window } from "@/lib/domain/process/types";
import { WINDOW_UNITS } from "@/lib/domain/process/types";
import { useEditing } from "./editing";
import { NumberEdit } from "./number-edit";

/** What a moment is until the person says otherwise: some working days from the start of the stage. */
const FIRST: Window = { anchor: { kind: "stage-entry" }, unit: "working-days", earliest: null, latest: 3 };

const anchorValue = (anchor: Anchor): string =>
  anchor.kind === "step" ? `step:${anchor.stepKey}` : anchor.kind;

function anchorOf(value: string): Anchor {
  if (value.startsWith("step:")) return { kind: "step", stepKey: value.slice(5) };
  if (value === "run-start" || value === "expected-close") return { kind: value };
  return { kind: "stage-entry" };
}

/** WHEN: from and until, in what, counted from what; below it the sentence that it makes. */
export function WindowEdit({ step, stage, doc }: { step: Step; stage: Stage; doc: ProcessDocument }) {
  const t = useTranslations("processes");
  const { words, edit, known } = useEditing();
  const set = (window: Window | null) => edit([{ type: "step.set", stepKey: step.key, set: { window } }]);
  const { window } = step;
  if (!window) {
    const inherited = windowOf(step, stage, { process: doc.timing, organization: known.timing });
    return (
      <Field label={t("panel.when")} hint={inherited ? t(`timing.from.${inherited.from}`) : undefined}>
        <div className="flex flex-col gap-2">
          {inherited && <p className="text-body-strong">{words.windowText(inherited.value, stage, doc)}</p>}
          <Button
            size="small"
            data-field="window"
            onClick={() => set(inherited?.value ?? FIRST)}
            className="self-start"
          >
            {t(inherited ? "timing.own" : "panel.setWindow")}
          </Button>
        </div>
      </Field>
    );
  }
  const before = window.anchor.kind === "expected-close";
  // People count back from the close in positive days; the domain keeps them negative.
  const shown = (value: number | null) => (value === null ? null : before ? -value || 0 : value);
  const changeAnchor = (value: string) => {
    const anchor = anchorOf(value);
    const turns = (anchor.kind === "expected-close") !== before;
    const turn = (amount: number | null) => (amount === null ? null : -amount || 0);
    set(
      turns
        ? { ...window, anchor, earliest: turn(window.latest), latest: turn(window.earliest) }
        : { ...window, anchor },
    );
  };
  const amount = (which: "earliest" | "latest", label: string) => (
    <NumberEdit
      label={label}
      field={which === "latest" ? "window" : "window.earliest"}
      value={shown(window[which])}
      min={-LIMITS.windowUnits}
      max={LIMITS.windowUnits}
      wrong={t("panel.wholeNumber")}
      placeholder={t("panel.open")}
      onEdit={(value) => set({ ...window, [which]: shown(value) })}
    />
  );
  const steps = allSteps(doc).filter((one) => one.key !== step.key);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-caption text-ink-2">{t("panel.when")}</legend>
      <p className="text-body-strong">{words.windowText(window, stage, doc)}</p>
      <div className="grid grid-cols-[1fr_1fr_2.4fr] gap-2">
        {amount("earliest", t("panel.earliest"))}
        {amount("latest", t("panel.latest"))}
        <Field label={t("panel.unit")}>
          <NativeSelect
            value={window.unit}
            aria-label={t("panel.unit")}
            onChange={(event) => {
              const unit = WINDOW_UNITS.find((one) => one === event.target.value);
              if (unit) set({ ...window, unit });
            }}
            options={WINDOW_UNITS.map((unit) => ({ value: unit, label: t(`unitName.${unit}`) }))}
          />
        </Field>
      </div>
      <Field label={t("panel.anchor")}>
        <NativeSelect
          data-field="window.anchor"
          aria-label={t("panel.anchor")}
          value={anchorValue(window.anchor)}
          onChange={(event) => changeAnchor(event.target.value)}
          options={[
            ...(["stage-entry", "run-start", "expected-close"] as const).map((kind) => ({
              value: kind as string,
              label: t(`anchorName.${kind}`),
            })),
            ...steps.map((one) => ({
              value: `step:${one.key}`,
              label: t("anchorName.step", { name: words.stepName(one) }),
            })),
          ]}
        />
      </Field>
      <Button variant="quiet" size="small" className="self-start" onClick={() => set(null)}>
        {t("panel.clearWindow")}
      </Button>
    </fieldset>
  );
}
