"use client";

import { FileJson } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";

/** The way in with a file: choosing one is enough. */
export function FileCard({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const t = useTranslations("processes.file");
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="flex flex-col gap-3 rounded-card border border-dashed border-control p-4 sm:p-5">
      <h3 className="section-title">{t("title")}</h3>
      <p className="text-body text-ink-2">{t("text")}</p>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={t("choose")}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was put right.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button loading={busy} className="self-start" onClick={() => input.current?.click()}>
        <FileJson className="size-4" aria-hidden="true" />
        {t("choose")}
      </Button>
    </section>
  );
}
