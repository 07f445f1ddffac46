"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { useHydrated } from "@/components/ui/use-hydrated";
import { MAX_ROWS } from "@/lib/features/imports/input";

/** Takes one file, dropped or chosen. The words are the label of a real file field, so that keys and readers work. */
export function DropZone({ onFile, disabled }: { onFile: (file: File) => void; disabled?: boolean }) {
  const t = useTranslations("imports.start");
  const [over, setOver] = useState(false);
  // A file chosen before anything listens would be lost without a word.
  const hydrated = useHydrated();
  const closed = disabled || !hydrated;
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !closed) onFile(file);
  };
  return (
    <label
      className={cn(
        "relative flex min-h-40 cursor-pointer flex-col items-center justify-center gap-1 rounded-card border-2 border-dashed border-control bg-surface p-6 text-center",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus hover:border-accent",
        over && "border-accent bg-drop",
        disabled && "cursor-not-allowed opacity-60",
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Upload className="mb-1 size-6 text-accent" aria-hidden="true" />
      <span className="text-body-strong">{t("drop")}</span>
      <span className="text-accent underline underline-offset-4">{t("or")}</span>
      <span className="mt-2 max-w-sentence text-caption font-normal text-ink-3">
        {t("formats", { rows: MAX_ROWS })}
      </span>
      <input
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        className="absolute inset-0 cursor-pointer opacity-0"
        disabled={closed}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
    </label>
  );
}
