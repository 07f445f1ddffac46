"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { DeviationReason } from "@/lib/domain/run/events";
import type { DealRow } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { ReasonPanel } from "./reason-panel";
import type { Many } from "./use-many";

/** Deals named one by one; the rest is counted. */
const NAMED = 50;

/** What a change of many deals asks, and which of them stayed as they were, with the reason of each. */
export function ManyAnswers({ org, many, rows }: { org: string; many: Many; rows: readonly DealRow[] }) {
  const t = useTranslations("deals.many");
  const common = useTranslations("common");
  const board = useTranslations("deals.board");
  const sentence = useRefusal();
  const { asked, refused } = many;
  const nameOf = (id: string, title: string | null) =>
    rows.find((row) => row.id === id)?.company ?? title ?? t("unnamed");
  if (asked)
    return (
      <ReasonPanel
        title={t("ask", { count: asked.waiting.length, name: asked.wish.name })}
        kind="deviation"
        without={null}
        onAnswer={(reason) => void many.answer(reason as DeviationReason | null)}
        onCancel={() => void many.answer(null)}
        cancel={t("leave")}
      >
        {asked.done.changed.length > 0 && t("already", { count: asked.done.changed.length })}
      </ReasonPanel>
    );
  if (!refused.length) return null;
  return (
    <section role="alert" className="mb-4 rounded-card border border-line bg-surface p-4">
      <div className="flex items-start gap-3">
        <h2 className="min-w-0 flex-1 text-body-strong">{t("left", { count: refused.length })}</h2>
        <IconButton label={common("close")} tooltip={false} className="-mt-2 -mr-2" onClick={many.dismiss}>
          <X className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      <ul className="mt-2 max-h-64 space-y-1 overflow-y-auto">
        {refused.slice(0, NAMED).map(({ id, title, refusal }) => (
          <li key={id}>
            <Link href={paths.deal(org, id)} prefetch={false} className="font-semibold hover:underline">
              {nameOf(id, title)}
            </Link>
            :{" "}
            {refusal.code === "stale"
              ? t("stale", { who: String(refusal.params?.who || board("someone")) })
              : sentence(refusal)}
          </li>
        ))}
      </ul>
      {refused.length > NAMED && (
        <p className="mt-2 text-ink-2">{t("more", { count: refused.length - NAMED })}</p>
      )}
    </section>
  );
}
