"use client";

import { useTranslations } from "next-intl";
import type { ImportView } from "@/lib/features/imports/view";

/** What came in so far, in one sentence. */
export function ApplyResult({ view }: { view: ImportView }) {
  const t = useTranslations("imports.apply");
  const { apply } = view.counts;
  if (!apply || view.status === "undone") return null;
  const { created, updated, same, rejected } = apply;
  return (
    <p className="mt-4 mb-4 border-t border-line pt-4">
      {t("summary", { created, updated, same, rejected })}
    </p>
  );
}
