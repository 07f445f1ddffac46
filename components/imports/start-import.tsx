"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Progress } from "@/components/ui/progress";
import { RadioGroup } from "@/components/ui/radio-group";
import { IMPORT_KINDS, type ImportKind } from "@/lib/domain/import/field";
import { createImport, readImport, sendFile } from "@/lib/features/imports/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { DropZone } from "./drop-zone";

const STEPS = ["read", "map", "check", "apply"] as const;
type Progressing = { file: string; share: number; reading: boolean };

/** Chooses what is imported and takes the file; the rest happens on the page of the import itself. */
export function StartImport({ org }: { org: string }) {
  const t = useTranslations("imports");
  const router = useRouter();
  const sentence = useRefusal();
  const [kind, setKind] = useState<ImportKind>("deals");
  const [progress, setProgress] = useState<Progressing | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const start = async (file: File) => {
    const id = newId();
    setRefused(null);
    setProgress({ file: file.name, share: 0, reading: false });
    const created = await createImport(org, { id, kind, fileName: file.name.slice(0, 200) });
    const refusal = created.ok
      ? await sendFile(org, id, file, (share) =>
          setProgress({ file: file.name, share, reading: share === 1 }),
        )
      : created.refusal;
    if (refusal) {
      setProgress(null);
      return setRefused(sentence(refusal));
    }
    setProgress({ file: file.name, share: 1, reading: true });
    const read = await readImport(org, { id });
    if (read.ok) return router.push(paths.import(org, id));
    setProgress(null);
    setRefused(sentence(read.refusal));
  };

  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t("title"), href: paths.imports(org) }, { label: t("new") }]}
        title={t("start.title")}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card>
          <RadioGroup
            label={t("start.kind")}
            value={kind}
            disabled={progress !== null}
            onChange={setKind}
            className="mb-5 grid gap-x-6 gap-y-3 sm:grid-cols-2"
            options={IMPORT_KINDS.map((value) => ({
              value,
              label: t(`kind.${value}`),
              hint: t(`kindHint.${value}`),
            }))}
          />
          <div aria-live="polite" className="flex flex-col gap-4">
            {refused && <Banner tone="bad">{refused}</Banner>}
            {progress === null ? (
              <DropZone onFile={start} />
            ) : (
              <Progress
                label={progress.reading ? t("start.reading") : t("start.uploading", { file: progress.file })}
                value={progress.reading ? null : progress.share * 100}
              />
            )}
          </div>
        </Card>
        <Card title={t("start.next")}>
          <ol className="flex flex-col">
            {STEPS.map((step, index) => (
              <li key={step} className="relative flex gap-3 pb-4 last:pb-0">
                {index < STEPS.length - 1 && (
                  <span
                    aria-hidden="true"
                    className="absolute top-4 bottom-[-2px] left-[7px] border-l-[3px] border-dotted border-accent"
                  />
                )}
                <span
                  aria-hidden="true"
                  className="relative mt-0.5 size-4 shrink-0 rounded-full border-[3px] border-accent bg-surface"
                />
                {t(`start.steps.${step}`)}
              </li>
            ))}
          </ol>
          <p className="mt-4 border-t border-line pt-3 text-caption font-normal text-ink-3">
            {t("start.order")}
          </p>
        </Card>
      </div>
    </Page>
  );
}
