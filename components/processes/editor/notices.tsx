"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Edit, EditRefusal } from "@/lib/domain/process/edits";
import type { LocalText } from "@/lib/domain/shared/text";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import type { DraftState } from "./draft-store";
import { useEditing } from "./editing";

/** What the person must know before going on: the draft is gone, or edits did not fit (with what was typed in them). */
export function Notices({
  org,
  processId,
  state,
  onDismiss,
}: {
  org: string;
  processId: string;
  state: DraftState;
  onDismiss: () => void;
}) {
  const t = useTranslations("processes.editor");
  const say = useRefusal();
  const { words } = useEditing();
  const { refused, trouble, goneTo } = state;
  return (
    <div className="flex flex-col gap-2 px-4 empty:hidden sm:px-6">
      {trouble === "gone" && (
        <Banner
          tone="bad"
          title={t("gone")}
          action={
            // A full load: this page's store belongs to the draft that is gone.
            <a
              href={goneTo ? paths.draft(org, processId) : paths.process(org, processId)}
              className="text-body-strong text-accent underline"
            >
              {goneTo ? t("goneTo") : t("goneMap")}
            </a>
          }
        >
          {t("goneText")}
        </Banner>
      )}
      {refused.length > 0 && (
        <Banner
          tone="warn"
          title={t("refusedTitle", { count: refused.length })}
          action={<Button onClick={onDismiss}>{t("dismiss")}</Button>}
        >
          <ul>
            {refused.slice(0, 5).map((refusal: EditRefusal) => {
              const typed = words.text(typedIn(refusal.edit));
              return (
                <li key={JSON.stringify(refusal.edit)}>
                  {say(refusal)} {typed && <q className="select-all">{typed}</q>}
                </li>
              );
            })}
          </ul>
        </Banner>
      )}
    </div>
  );
}

/** The words a person typed in an edit, if it has any. */
function typedIn(edit: Edit): LocalText | null {
  switch (edit.type) {
    case "stage.add":
      return edit.stage.name;
    case "step.add":
      return edit.step.name;
    case "criterion.add":
      return edit.criterion.text;
    case "stage.set":
      return edit.set.name ?? edit.set.buyerStep ?? null;
    case "step.set":
      return edit.set.name ?? edit.set.howTo ?? edit.set.buyerGains ?? null;
    case "criterion.set":
      return edit.set.text ?? null;
    default:
      return null;
  }
}
