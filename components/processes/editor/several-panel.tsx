"use client";

import { Copy, Trash2, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { NativeSelect } from "@/components/ui/select";
import { SideSheet } from "@/components/ui/side-sheet";
import { allSteps } from "@/lib/domain/process/locate";
import { CHANNELS, IMPORTANCES, type ProcessDocument, type Step } from "@/lib/domain/process/types";
import type { ProcessDraft } from "@/lib/features/processes/view";
import { useEditing } from "./editing";
import { ownerOf, ownerOptions } from "./owner-choice";
import { useMedia } from "./use-media";

/** What can be done with several steps at once, each as one turn that one undo takes back. */
export default function SeveralPanel({
  keys,
  doc,
  draft,
  onClose,
}: {
  keys: ReadonlySet<string>;
  doc: ProcessDocument;
  draft: ProcessDraft;
  onClose: () => void;
}) {
  const { words, edit, putStep, removeStep, duplicateStep } = useEditing();
  const { t } = words;
  const wide = useMedia("(min-width: 64rem)");
  const steps = allSteps(doc).filter(({ key }) => keys.has(key));
  const lead = steps[0]?.key ?? "";
  const title = t("editor.several", { count: steps.length });
  const set = (change: Partial<Step>) =>
    edit(steps.map(({ key }) => ({ type: "step.set", stepKey: key, set: change })));
  const choose = (
    label: string,
    options: { value: string; label: string }[],
    onChoose: (value: string) => void,
  ) => (
    <Field label={label}>
      <NativeSelect
        aria-label={label}
        value=""
        onChange={(event) => event.target.value && onChoose(event.target.value)}
        options={[{ value: "", label: t("several.keep") }, ...options]}
      />
    </Field>
  );
  const body = (
    <div className="flex flex-col gap-4">
      <ul className="list-inside list-disc text-caption font-normal text-ink-2">
        {steps.slice(0, 8).map((step) => (
          <li key={step.key}>{words.stepName(step)}</li>
        ))}
        {steps.length > 8 && <li>{t("several.more", { count: steps.length - 8 })}</li>}
      </ul>
      {choose(t("panel.who"), ownerOptions(draft, words), (value) => set({ owner: ownerOf(value) }))}
      {choose(
        t("panel.weight"),
        IMPORTANCES.map((value) => ({ value, label: t(`importance.${value}`) })),
        (value) => set({ importance: IMPORTANCES.find((one) => one === value) ?? "normal" }),
      )}
      {choose(
        t("panel.channel"),
        CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
        (value) => set({ channel: CHANNELS.find((one) => one === value) ?? null }),
      )}
      {choose(
        t("several.moveTo"),
        doc.stages.map((stage) => ({ value: stage.key, label: words.stageName(stage) })),
        (stageKey) => putStep(lead, { stageKey, before: null }),
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => duplicateStep(lead)}>
          <Copy className="size-4" aria-hidden="true" />
          {t("editor.duplicate")}
        </Button>
        <Button className="text-bad" onClick={() => removeStep(lead)}>
          <Trash2 className="size-4" aria-hidden="true" />
          {t("several.remove")}
        </Button>
      </div>
      <p className="text-caption font-normal text-ink-3">{t("several.keys")}</p>
    </div>
  );
  if (!wide) {
    return (
      <SideSheet
        open
        onOpenChange={(open) => !open && onClose()}
        title={title}
        description={t("several.place")}
      >
        {body}
      </SideSheet>
    );
  }
  return (
    <aside
      data-docked
      aria-label={title}
      className="sticky top-0 h-dvh w-80 shrink-0 overflow-y-auto border-l border-line bg-surface px-5 py-4"
    >
      <header className="mb-4 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="text-caption font-normal text-ink-3">{t("several.place")}</p>
          <h2 className="section-title">{title}</h2>
        </div>
        <IconButton label={t("editor.closePanel")} onClick={onClose} className="-mt-1 -mr-2">
          <X className="size-4" aria-hidden="true" />
        </IconButton>
      </header>
      {body}
    </aside>
  );
}
