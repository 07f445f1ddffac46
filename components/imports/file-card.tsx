"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { readImport, sendFile } from "@/lib/features/imports/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { DropZone } from "./drop-zone";
import type { ImportPart } from "./use-import";

/** An import whose file is not here yet, or not read: a broken upload, or one that was refused. */
export function FileCard({ org, view, act, pending }: ImportPart) {
  const t = useTranslations("imports");
  const sentence = useRefusal();
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const upload = async (file: File) => {
    setRefused(null);
    setSent(0);
    const refusal = await sendFile(org, view.id, file, setSent);
    setSent(null);
    if (refusal) return setRefused(sentence(refusal));
    await act(() => readImport(org, { id: view.id }));
  };
  return (
    <Card title={t("page.uploadAgain")}>
      <div className="flex flex-col gap-4">
        {refused && <Banner tone="bad">{refused}</Banner>}
        {sent === null ? (
          <DropZone onFile={upload} disabled={pending || !view.mayRun} />
        ) : (
          <Progress label={t("start.uploading", { file: view.fileName })} value={sent * 100} />
        )}
        {view.status === "uploaded" && view.mayRun && (
          <div>
            <Button
              variant="primary"
              loading={pending}
              onClick={() => act(() => readImport(org, { id: view.id }))}
            >
              {t("page.readNow")}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
