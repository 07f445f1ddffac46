"use client";

import { FileJson } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Refusal } from "@/lib/domain/shared/result";
import type { ImportProcess } from "@/lib/features/processes/input";
import type { FileProblems, FileTwin } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { FileProblemList } from "./file-problem-list";
import { FileTwinChoice } from "./file-twin";

/** The way in with a file: choosing one is enough. What is wrong with it is said here, place by place. */
export function FileCard({
  org,
  busy,
  refusal,
  onFile,
  onTwin,
}: {
  org: string;
  busy: boolean;
  refusal: Refusal | null;
  onFile: (file: File) => void;
  /** What to do with the file that was chosen, now that a process turned out to have its name. */
  onTwin: (twin: NonNullable<ImportProcess["twin"]>) => void;
}) {
  const t = useTranslations("processes.file");
  const say = useRefusal();
  const input = useRef<HTMLInputElement>(null);
  const twin = refusal?.code === "process-file.name-taken" ? (refusal.current as FileTwin) : null;
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
      {refusal && <Banner tone={twin ? "warn" : "bad"}>{say(refusal)}</Banner>}
      {twin && <FileTwinChoice {...{ org, twin, busy }} onChoose={onTwin} />}
      {refusal?.code === "process-file.has-problems" && (
        <FileProblemList found={refusal.current as FileProblems} />
      )}
    </section>
  );
}
