"use client";

import { useTranslations } from "next-intl";
import type { ImportView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { madeWords } from "./made-words";

/** What came in so far, in one sentence. */
export function ApplyResult({ view }: { view: ImportView }) {
  const t = useTranslations("imports.apply");
  const all = useTranslations("imports");
  const format = useFormat();
  const { apply } = view.counts;
  if (!apply || view.status === "undone") return null;
  const { created, updated, same, rejected } = apply;
  const made = madeWords(apply.made, all);
  return (
    <p className="mt-4 mb-4 border-t border-line pt-4">
      {t("summary", { created, updated, same, rejected })}
      {made.length > 0 && (
        <span className="text-ink-2"> {all("check.made", { what: format.list(made) })}</span>
      )}
    </p>
  );
}
