"use client";

import { Fragment } from "react";
import { Checkbox } from "@/components/ui/checkbox";
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
import type { ProcessDraft } from "@/lib/features/processes/view";
import { BehindNote } from "./behind-note";
import { ConditionEdit } from "./condition-edit";
import { useEditing } from "./editing";
import { EntriesSection } from "./entries-edit";
import { ownerOf, ownerOptions, ownerValue } from "./owner-choice";
import { StepRemarks } from "./remarks";
import { ResourceEdit } from "./resource-edit";
import { Section } from "./section";
import { ServesEdit } from "./serves-edit";
import { SupportingEdit } from "./supporting-edit";
import { TextEdit } from "./text-edit";
import { WindowEdit } from "./window-edit";

/** The card of a step: WHAT, WHO, WHEN and how heavy it weighs, what both sides do and gain, and what goes with it. */
export function StepForm({
  step,
  stage,
  doc,
  draft,
  locale,
  published,
}: {
  step: Step;
  stage: Stage;
  doc: ProcessDocument;
  draft: ProcessDraft;
  locale: Locale;
  /** What the published version says about WHEN, where it differs. */
  published: string | null;
}) {
  const { words, edit } = useEditing();
  const { t } = words;
  const set = (change: Partial<Step>, merge?: string, was?: Partial<Step>) =>
    edit([{ type: "step.set", stepKey: step.key, set: change, was }], merge && `${step.key}.${merge}`);
  const text = { locale, words } as const;
  const { key } = step;
  const behind = { doc, owner: { of: "step", key }, shown: locale, at: { kind: "step", key } } as const;
  return (
    <div className="flex flex-col gap-4">
      <TextEdit
        {...text}
        label={t("panel.name")}
        field="name"
        value={step.name}
        limit={LIMITS.name}
        onEdit={(name, merge, was) => set({ name }, merge, { name: was })}
      />
      <BehindNote {...behind} field="name" value={step.name} />
      <Field label={t("panel.who")}>
        <NativeSelect
          data-field="owner"
          aria-label={t("panel.who")}
          value={ownerValue(step.owner)}
          onChange={(event) => set({ owner: ownerOf(event.target.value) })}
          options={[{ value: "", label: t("panel.ownerPlaceholder") }, ...ownerOptions(draft, words)]}
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
      {LONG_TEXTS.map(({ field, limit }) => (
        <Fragment key={field}>
          <TextEdit
            {...text}
            long
            label={t(`panel.${field}`)}
            placeholder={t(`panel.example.${field}`)}
            field={field}
            value={step[field]}
            limit={limit}
            onEdit={(value, merge, was) => set({ [field]: value }, merge, { [field]: was })}
          />
          <BehindNote {...behind} field={field} value={step[field]} />
        </Fragment>
      ))}
      <Section title={t("panel.serves")} count={step.serves.length} open>
        <ServesEdit step={step} stage={stage} doc={doc} onEdit={(serves) => set({ serves })} />
      </Section>
      <Section title={t("panel.supporting")} count={step.supporting.length}>
        <SupportingEdit step={step} names={draft} onEdit={(supporting) => set({ supporting })} />
      </Section>
      <Section title={t("panel.resources")} count={step.resources.length}>
        <ResourceEdit
          step={step}
          locale={locale}
          onEdit={(resources, merge, was) => set({ resources }, merge, was && { resources: was })}
        />
      </Section>
      <EntriesSection ids={step.entries} onEdit={(entries) => set({ entries })} />
      <Section title={t("panel.conditions")} count={step.conditions.length + Number(step.repeatable)}>
        <ConditionEdit step={step} draft={draft} onEdit={(conditions) => set({ conditions })} />
        <Checkbox
          label={t("panel.repeatable")}
          checked={step.repeatable}
          onCheckedChange={(repeatable) => set({ repeatable })}
        />
      </Section>
      <StepRemarks step={step} locale={locale} />
    </div>
  );
}

/** The texts of the step card, in the order in which a step happens. */
const LONG_TEXTS = [
  { field: "objective", limit: LIMITS.stepText },
  { field: "howTo", limit: LIMITS.howTo },
  { field: "buyerAction", limit: LIMITS.stepText },
  { field: "buyerGains", limit: LIMITS.buyerGains },
  { field: "desiredResult", limit: LIMITS.stepText },
] as const;
