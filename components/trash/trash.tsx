"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { notify } from "@/components/ui/toast";
import {
  readTrash,
  restoreCall,
  restoreCompany,
  restoreContact,
  restoreDeal,
  restoreTask,
  restoreView,
} from "@/lib/features/trash/actions";
import { KINDS } from "@/lib/features/trash/input";
import type { TrashKind, TrashPage, TrashRow } from "@/lib/features/trash/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import type { Result } from "@/lib/platform/verb";
import { TrashTable } from "./trash-table";

const MANY = 1_000;

const BACK = {
  deal: restoreDeal,
  company: (org, { id }, once) => restoreCompany(org, { id }, once),
  contact: (org, { id }, once) => restoreContact(org, { id }, once),
  task: (org, { id }, once) => restoreTask(org, { id }, once),
  call: (org, { id }, once) => restoreCall(org, { id }, once),
  view: (org, { id }, once) => restoreView(org, { id }, once),
} as const satisfies Record<
  TrashKind,
  (...asked: Parameters<typeof restoreDeal>) => Promise<Result<unknown>>
>;

/** What was thrown away, by kind, with the way back and how long that stays open. */
export function Trash({ org, page }: { org: string; page: TrashPage }) {
  const t = useTranslations("settings.trash");
  const format = useFormat();
  const router = useRouter();
  const sentence = useRefusal();
  const { kind, totals } = page;
  const [more, setMore] = useState<readonly TrashRow[]>([]);
  const [next, setNext] = useState(page.next);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const rows = [...page.rows, ...more.filter(({ id }) => !page.rows.some((row) => row.id === id))].filter(
    ({ id }) => !gone.has(id),
  );
  const loadMore = async () => {
    if (!next) return;
    setBusy(true);
    const result = await readTrash(org, { kind, after: next });
    setBusy(false);
    if (!result.ok) return void notify({ title: sentence(result.refusal), tone: "bad" });
    setMore([...more, ...result.value.rows]);
    setNext(result.value.next);
  };
  const restore = async (row: TrashRow) => {
    const result = await BACK[kind](org, { id: row.id, version: row.version }, { key: newId() });
    if (result.ok) {
      setGone(new Set([...gone, row.id]));
      notify({ title: t("restored", { name: row.name }), tone: "good" });
    } else notify({ title: sentence(result.refusal), tone: "bad" });
    router.refresh();
  };
  const label = (of: TrashKind) =>
    totals[of] >= MANY
      ? t("countedMany", { label: t(`kind.${of}`) })
      : t("counted", { label: t(`kind.${of}`), count: totals[of] });
  return (
    <div className="flex flex-col gap-4">
      <SegmentedLinks
        label={t("kinds")}
        items={KINDS.map((of) => ({ href: paths.trash(org, of), label: label(of), active: of === kind }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("nothing")}>{t(`empty.${kind}`)}</EmptyState>
      ) : (
        <Card>
          <TrashTable
            rows={rows}
            label={t(`kind.${kind}`)}
            day={(at) => format.instant(at, page.timeZone)}
            onRestore={restore}
          />
          {next && (
            <Button className="mt-3" loading={busy} onClick={loadMore}>
              {t("more")}
            </Button>
          )}
        </Card>
      )}
    </div>
  );
}
