"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { announce } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import { discardImport } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { fileSize } from "./file-size";
import { openQuestions } from "./open-questions";
import { type Act, isRunning } from "./use-import";

/** What is going on, in one sentence, and which file it is about. */
export function ImportHeader({ org, view, act }: { org: string; view: ImportView; act: Act }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const router = useRouter();
  const { status, fileName, reading } = view;
  const title = titleOf(view, t);
  const told = useRef(status);
  useEffect(() => {
    if (told.current === status) return;
    told.current = status;
    announce(title);
  }, [status, title]);
  const rows = reading?.rows ?? view.total;
  const discard = async () => {
    await act(
      () => discardImport(org, { id: view.id }),
      () => router.push(paths.imports(org)),
    );
  };
  const mayDiscard = view.mayRun && ["uploading", "uploaded", "read", "mapped", "checked"].includes(status);
  const facts = [
    fileSize(view.bytes, format),
    ...(rows > 0 ? [t("count.rows", { count: rows })] : []),
    t(`kind.${view.kind}`),
    t("page.by", {
      name: view.createdBy ?? t("list.someone"),
      when: format.instant(view.createdAt, view.timeZone),
    }),
  ];
  return (
    <PageHeader
      crumbs={[{ label: t("title"), href: paths.imports(org) }, { label: fileName }]}
      title={title}
      sub={
        <>
          <strong className="font-semibold text-ink">{fileName}</strong> · {facts.join(" · ")}
          {isRunning(status) && <span>. {t("page.leave")}</span>}
        </>
      }
      actions={
        mayDiscard && (
          <ConfirmDialog
            trigger={<Button>{t("page.discard")}</Button>}
            title={t("page.discardTitle", { file: fileName })}
            confirm={t("page.discard")}
            onConfirm={discard}
          >
            {t("page.discardText")}
          </ConfirmDialog>
        )
      }
    />
  );
}

function titleOf(
  { status, fileName: file, progress: done, total, counts: { check, apply }, mapping }: ImportView,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  switch (status) {
    case "read":
      return t("page.read", { count: openQuestions(mapping?.questions ?? []) });
    case "checking":
    case "undoing":
      return t(`page.${status}`, { done, total });
    case "checked":
      return t("page.checked", {
        good: (check?.rows ?? 0) - (check?.rejected ?? 0),
        total: check?.rows ?? 0,
        bad: check?.rejected ?? 0,
      });
    case "applying":
      return t("page.applying", {
        done: (apply?.created ?? 0) + (apply?.updated ?? 0) + (apply?.same ?? 0),
        total,
        bad: apply?.rejected ?? 0,
      });
    case "applied":
      return t("page.applied", {
        count: (apply?.created ?? 0) + (apply?.updated ?? 0) + (apply?.same ?? 0),
        bad: apply?.rejected ?? 0,
      });
    default:
      return t(`page.${status}`, { file });
  }
}
