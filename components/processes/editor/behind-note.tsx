"use client";

import { Button } from "@/components/ui/button";
import { behindIn } from "@/lib/domain/process/agreed";
import type { TextField } from "@/lib/domain/process/text-fields";
import type { ProcessDocument, TextOwner } from "@/lib/domain/process/types";
import type { Locale, LocalText } from "@/lib/domain/shared/text";
import { useEditing } from "./editing";
import type { Selection } from "./selection";

/** Below a text of which one language was changed and the other was not: what that one says, and what to do about it. */
export function BehindNote({
  doc,
  owner,
  field,
  value,
  shown,
  at,
}: {
  doc: ProcessDocument;
  owner: TextOwner;
  field: TextField;
  value: LocalText;
  /** The language that the card shows. */
  shown: Locale;
  /** The card, and how it finds the field there. */
  at: Pick<Selection, "kind" | "key" | "field">;
}) {
  const { words, edit, select, known } = useEditing();
  const { t } = words;
  const behind = behindIn(doc, owner, field, value);
  const other = shown === "en" ? "nl" : "en";
  if (!behind || !known.locales.includes(other)) return null;
  const say = (locale: Locale) => t(`panel.languages.${locale}`);
  const text = { language: say(other), text: value[other] ?? "" };
  return (
    <div className="-mt-2 rounded-control bg-warn-soft px-2.5 py-1.5 text-caption font-normal text-warn">
      <p className="break-words">{t(behind === shown ? "panel.behindHere" : "panel.behindThere", text)}</p>
      <div className="-mx-2 flex flex-wrap">
        <Button
          size="small"
          variant="quiet"
          onClick={() => edit([{ type: "texts.agree", ...owner, field, texts: null }])}
        >
          {t("fix.still-right")}
        </Button>
        {behind !== shown && (
          <Button
            size="small"
            variant="quiet"
            onClick={(event) =>
              select({ ...at, field: `${at.field ?? field}.${other}`, asked: event.timeStamp })
            }
          >
            {t("panel.behindEdit", { language: say(other) })}
          </Button>
        )}
      </div>
    </div>
  );
}
