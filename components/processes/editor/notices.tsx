"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { announce } from "@/components/ui/live-region";
import type { Edit, EditRefusal } from "@/lib/domain/process/edits";
import { findCriterion, findStage, findStep } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Words } from "../words";
import type { DraftState } from "./draft-store";
import { useEditing } from "./editing";
import { GoneNotice } from "./gone-notice";
import type { Lost } from "./put-back";
import { typedIn } from "./typed-in";

/**
 * What the person must know before going on: the draft is gone, a colleague removed what was open here, or edits did not
 * fit (with what was typed in them, to take back).
 */
export function Notices({
  org,
  processId,
  state,
  lost,
  over,
  onLetGo,
  onDismiss,
  onHandOver,
}: {
  org: string;
  processId: string;
  state: DraftState;
  lost: Lost | null;
  /** A card is open, which covers the page where there is no room beside it. */
  over: boolean;
  onLetGo: () => void;
  onDismiss: () => void;
  onHandOver: (versionId: string) => void;
}) {
  const t = useTranslations("processes.editor");
  const { words, edit } = useEditing();
  const { refused, trouble } = state;
  return (
    <div
      className={cn(
        "sticky top-0 z-10 flex flex-col gap-2 px-4 empty:hidden sm:px-6",
        // Where the card covers the page, what must be known stands above it.
        over && "max-lg:fixed max-lg:inset-x-0 max-lg:z-40 max-lg:px-2 max-lg:pt-2",
      )}
    >
      {trouble === "gone" && <GoneNotice {...{ org, processId, state, onHandOver }} />}
      {lost && (
        <Banner
          tone="warn"
          title={t("lost", { name: lost.kind === "stage" ? words.stageName(lost) : words.stepName(lost) })}
          action={
            <div className="flex gap-2">
              <Button
                onClick={() => {
                  edit([lost.edit]);
                  onLetGo();
                }}
              >
                {t("putBack")}
              </Button>
              <Button onClick={onLetGo}>{t("dismiss")}</Button>
            </div>
          }
        />
      )}
      {refused.length > 0 && (
        <Banner
          tone="warn"
          title={t("refusedTitle", { count: refused.length })}
          action={<Button onClick={onDismiss}>{t("dismiss")}</Button>}
        >
          <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto">
            {refused.map((refusal, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows, and the same edit may fail twice
              <RefusedEdit key={index} refusal={refusal} doc={state.document} />
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}

/** An edit that did not fit: of what, why, and the words of it, which can be copied. */
function RefusedEdit({ refusal, doc }: { refusal: EditRefusal; doc: ProcessDocument }) {
  const t = useTranslations("processes.editor");
  const say = useRefusal();
  const { words } = useEditing();
  const [copied, setCopied] = useState(false);
  const name = nameIn(doc, refusal.edit, words);
  const typed = typedIn(refusal.edit).map(words.text).join("\n\n");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typed);
      setCopied(true);
      announce(t("copied"));
    } catch {
      // Without permission or on plain http the words can still be selected by hand.
    }
  };
  return (
    <li>
      {name && <strong className="font-semibold">{name}: </strong>}
      {say(refusal)}
      {typed && (
        <div className="flex items-start gap-2">
          <q className="line-clamp-3 min-w-0 flex-1 break-words select-all">{typed}</q>
          <Button size="small" onClick={copy}>
            {t(copied ? "copied" : "copyTyped")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What the thing that an edit is about is called now; null when it is not there, or is the process itself. */
function nameIn(doc: ProcessDocument, edit: Edit, words: Words): string | null {
  const step = "stepKey" in edit ? findStep(doc, edit.stepKey)?.step : null;
  if (step) return words.stepName(step);
  const stage = "stageKey" in edit ? findStage(doc, edit.stageKey)?.stage : null;
  if (stage) return words.stageName(stage);
  const criterion = "criterionKey" in edit ? findCriterion(doc, edit.criterionKey)?.criterion : null;
  return criterion ? words.text(criterion.text) || null : null;
}
