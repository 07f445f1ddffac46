"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";

/** What an `error.tsx` shows: an honest sentence, the code to pass on and another try. Pass its `error` and `retry` through. */
export function ErrorState({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common.error");
  const code = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert" className="flex max-w-xl flex-col items-start gap-3 p-6">
      <h1 className="page-title">{t("title")}</h1>
      <p className="text-ink-2">{code ? t("text", { code }) : t("textPlain")}</p>
      <Button variant="primary" onClick={() => retry()}>
        {t("action")}
      </Button>
    </div>
  );
}
