"use client";

import { useTranslations } from "next-intl";
import { Banner } from "./banner";
import { Button } from "./button";

/**
 * Above a form whose save came too late: who changed what meanwhile, and the two ways on. What was typed stays in the
 * form. `changes` lists only the fields that differ from what the form was opened with.
 */
export function StaleNote({
  by,
  when,
  changes,
  busy = false,
  onMine,
  onTheirs,
}: {
  /** Null when nobody is on record. */
  by: string | null;
  when: string;
  changes: readonly { field: string; value: string }[];
  busy?: boolean;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const t = useTranslations("settings.stale");
  return (
    <Banner tone="warn" title={by ? t("title", { name: by, when }) : t("titleSomeone")}>
      <ul className="my-1 list-disc pl-5">
        {changes.map((change) => (
          <li key={change.field}>{t("change", change)}</li>
        ))}
      </ul>
      <p>{t("text")}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={onTheirs}>
          {t("theirs")}
        </Button>
        <Button size="small" loading={busy} onClick={onMine}>
          {t("mine")}
        </Button>
      </div>
    </Banner>
  );
}
