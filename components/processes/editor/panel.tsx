"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Segmented } from "@/components/ui/radio-group";
import { SideSheet } from "@/components/ui/side-sheet";
import { windowOf } from "@/lib/domain/process/inherit";
import { findStage, findStep } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import type { Locale } from "@/lib/domain/shared/text";
import type { ProcessDraft } from "@/lib/features/processes/view";
import { stageElementId, stepElementId, useEditing } from "./editing";
import type { Selection } from "./selection";
import { StageForm } from "./stage-form";
import { StepForm } from "./step-form";
import { useMedia } from "./use-media";

/** The card beside the canvas: docked where there is room, a sheet over it where there is not. */
export default function Panel({
  selection,
  doc,
  draft,
}: {
  selection: Selection;
  doc: ProcessDocument;
  draft: ProcessDraft;
}) {
  const { words, select } = useEditing();
  const wide = useMedia("(min-width: 64rem)");
  const [locale, setLocale] = useState<Locale>(words.locale);
  const body = useRef<HTMLDivElement>(null);

  // A problem leads to its own field, in its own language.
  const { field, asked } = selection;
  const wanted = field?.endsWith(".nl") ? "nl" : field?.endsWith(".en") ? "en" : null;
  useEffect(() => {
    if (wanted) setLocale(wanted);
  }, [wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking for the same field again moves the focus again
  useEffect(() => {
    if (!field) return;
    const frame = requestAnimationFrame(() => focusField(body.current, field, locale));
    return () => cancelAnimationFrame(frame);
  }, [field, asked, selection.key, locale]);

  const shown = content(selection, doc, draft, locale, words);
  if (!shown) return null;
  const inside = (
    <div ref={body} className="flex flex-col gap-4" key={`${selection.key}.${locale}`}>
      {draft.known.locales.length > 1 && (
        <Segmented
          label={words.t("panel.language")}
          className="self-start"
          value={locale}
          onChange={setLocale}
          options={draft.known.locales.map((value) => ({
            value,
            label: words.t(`panel.languages.${value}`),
          }))}
        />
      )}
      {shown.form}
    </div>
  );
  if (!wide) {
    return (
      <SideSheet
        open
        onOpenChange={(open) => !open && select(null)}
        title={shown.title}
        description={shown.place}
      >
        {inside}
      </SideSheet>
    );
  }
  return (
    <aside
      data-docked
      aria-label={shown.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        const { kind, key } = selection;
        select(null);
        document.getElementById(kind === "step" ? stepElementId(key) : stageElementId(key))?.focus();
      }}
      className="sticky top-0 h-dvh w-80 shrink-0 overflow-y-auto border-l border-line bg-surface px-5 py-4"
    >
      <header className="mb-4 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="text-caption font-normal text-ink-3">{shown.place}</p>
          <h2 className="section-title">{shown.title}</h2>
        </div>
        <IconButton label={words.t("editor.closePanel")} onClick={() => select(null)} className="-mt-1 -mr-2">
          <X className="size-4" aria-hidden="true" />
        </IconButton>
      </header>
      {inside}
    </aside>
  );
}

function content(
  selection: Selection,
  doc: ProcessDocument,
  draft: ProcessDraft,
  locale: Locale,
  words: ReturnType<typeof useEditing>["words"],
): { title: string; place: string; form: ReactNode } | null {
  const { t } = words;
  if (selection.kind === "stage") {
    const spot = findStage(doc, selection.key);
    if (!spot) return null;
    return {
      title: words.stageName(spot.stage),
      place: t("panel.stage", { place: spot.index + 1, count: doc.stages.length }),
      form: <StageForm stage={spot.stage} doc={doc} locale={locale} />,
    };
  }
  const spot = findStep(doc, selection.key);
  if (!spot) return null;
  const { stage, step, index } = spot;
  const was = draft.published && findStep(draft.published.document, step.key);
  const before =
    was && draft.published && words.windowText(was.step.window, was.stage, draft.published.document);
  const above = { process: doc.timing, organization: draft.known.timing };
  const now = words.windowText(windowOf(step, stage, above)?.value ?? null, stage, doc);
  return {
    title: words.stepName(step),
    place: t("panel.stepIn", {
      stage: words.stageName(stage),
      place: index + 1,
      count: stage.steps.length,
    }),
    form: (
      <StepForm
        step={step}
        stage={stage}
        doc={doc}
        draft={draft}
        locale={locale}
        published={
          before && before !== now
            ? t("panel.inPublished", { number: draft.published?.number ?? 0, text: before })
            : null
        }
      />
    ),
  };
}

/** Puts the focus on the input of a field; on the first one inside where the field is a group of several. */
function focusField(root: HTMLElement | null, field: string, locale: Locale): void {
  const names = [field, `${field}.${locale}`, field.split(".")[0] ?? field];
  for (const name of names) {
    const found = root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (!found) continue;
    const input = found.matches("input, textarea, select, button")
      ? found
      : found.querySelector<HTMLElement>("input, textarea, select, button");
    (input ?? found).focus();
    found.scrollIntoView({ block: "nearest" });
    return;
  }
}
