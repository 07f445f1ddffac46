"use client";

import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/radio-group";
import { NativeSelect } from "@/components/ui/select";
import { LIMITS } from "@/lib/domain/process/limits";
import {
  CHANNELS,
  IMPORTANCES,
  type ProcessDocument,
  type Stage,
  type Step,
} from "@/lib/domain/process/types";
import type { Locale } from "@/lib/domain/shared/text";
import type { Names } from "@/lib/features/processes/view";
import { useEditing } from "./editing";
import { ownerOf, ownerOptions, ownerValue } from "./owner-choice";
import { TextEdit } from "./text-edit";
import { WindowEdit } from "./window-edit";

/** The card of a step: WHAT, WHO, WHEN, how heavy it weighs, how it is done and what the buyer gains. */
export function StepForm({
  step,
  stage,
  doc,
  names,
  locale,
  published,
}: {
  step: Step;
  stage: Stage;
  doc: ProcessDocument;
  names: Names;
  locale: Locale;
  /** What the published version says about WHEN, where it differs. */
  published: string | null;
}) {
  const { words, edit } = useEditing();
  const { t } = words;
  const set = (change: Partial<Step>, merge?: string) =>
    edit([{ type: "step.set", stepKey: step.key, set: change }], merge && `${step.key}.${merge}`);
  const text = { locale, words } as const;
  return (
    <div className="flex flex-col gap-4">
      <TextEdit
        {...text}
        label={t("panel.name")}
        field="name"
        value={step.name}
        limit={LIMITS.name}
        onEdit={(name, merge) => set({ name }, merge)}
      />
      <Field label={t("panel.who")}>
        <NativeSelect
          data-field="owner"
          aria-label={t("panel.who")}
          value={ownerValue(step.owner)}
          onChange={(event) => set({ owner: ownerOf(event.target.value) })}
          options={[{ value: "", label: t("panel.ownerPlaceholder") }, ...ownerOptions(names, words)]}
        />
      </Field>
      <WindowEdit step={step} stage={stage} doc={doc} />
      {published && <p className="-mt-2 text-caption font-normal text-ink-3">{published}</p>}
      <div className="flex flex-col gap-1">
        <span className="text-caption text-ink-2">{t("panel.weight")}</span>
        <Segmented
          label={t("panel.weight")}
          className="self-start"
          value={step.importance}
          onChange={(importance) => set({ importance })}
          options={IMPORTANCES.map((value) => ({ value, label: t(`importance.${value}`) }))}
        />
      </div>
      <Field label={t("panel.channel")}>
        <NativeSelect
          aria-label={t("panel.channel")}
          value={step.channel ?? ""}
          onChange={(event) =>
            set({ channel: CHANNELS.find((channel) => channel === event.target.value) ?? null })
          }
          options={[
            { value: "", label: t("panel.noChannel") },
            ...CHANNELS.map((channel) => ({ value: channel as string, label: t(`channel.${channel}`) })),
          ]}
        />
      </Field>
      <TextEdit
        {...text}
        long
        label={t("panel.howTo")}
        field="howTo"
        value={step.howTo}
        limit={LIMITS.howTo}
        onEdit={(howTo, merge) => set({ howTo }, merge)}
      />
      <TextEdit
        {...text}
        long
        label={t("panel.buyerGains")}
        field="buyerGains"
        value={step.buyerGains}
        limit={LIMITS.buyerGains}
        onEdit={(buyerGains, merge) => set({ buyerGains }, merge)}
      />
    </div>
  );
}
