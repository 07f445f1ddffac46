"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { showPlace } from "@/components/ui/show-place";
import { notify } from "@/components/ui/toast";
import { readTimeline } from "@/lib/features/companies/actions";
import type { Timeline } from "@/lib/features/companies/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";

/** What was done on the deals of a company or person, latest first, more on demand. */
export function TimelineCard({
  org,
  of,
  id,
  first,
  className,
}: {
  org: string;
  of: "company" | "contact";
  id: string;
  first: Timeline;
  className?: string;
}) {
  const t = useTranslations("buying.timeline");
  const kinds = useTranslations("deals.log.kind");
  const words = useTranslations("deals.activity");
  const format = useFormat();
  const sentence = useRefusal();
  const [more, setMore] = useState<Timeline | null>(null);
  const [busy, setBusy] = useState(false);
  // What is new stands in the first page; what was fetched after it stays below.
  const rows = more ? [...first.rows, ...more.rows] : first.rows;
  const next = more ? more.next : first.next;
  const load = async () => {
    setBusy(true);
    const result = await readTimeline(org, { of, id, after: next });
    setBusy(false);
    if (!result.ok) return notify({ title: sentence(result.refusal), tone: "bad" });
    setMore({ rows: [...(more?.rows ?? []), ...result.value.rows], next: result.value.next });
  };
  const card = useRef<HTMLDivElement>(null);
  useCommands([
    { label: t("go"), also: t("goWords"), run: () => showPlace(card.current) },
    next !== null && {
      label: t("goMore"),
      run: () => {
        showPlace(card.current?.querySelector("[data-more]"));
        void load();
      },
    },
  ]);
  return (
    <Card ref={card} className={className} title={words("title")} sub={t(of)}>
      {rows.length === 0 && <p className="text-ink-3">{t("none")}</p>}
      <ol className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex gap-3 py-2">
            <span className="w-24 shrink-0 pt-px text-caption font-normal text-ink-3">
              {format.day(row.on, "year")}
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-1.5">
                <strong className="font-semibold">{kinds.has(row.kind) ? kinds(row.kind) : row.kind}</strong>
                {row.by && <span className="text-ink-3">{row.by}</span>}
                {row.twoWay && <Badge className="ml-auto">{words("twoWay")}</Badge>}
              </p>
              {row.note && (
                <p dir="auto" className="break-words whitespace-pre-line text-ink-2">
                  {row.note}
                </p>
              )}
              <Link
                href={paths.deal(org, row.dealId)}
                prefetch={false}
                className="inline-block min-h-6 text-caption font-normal break-words text-accent hover:underline"
              >
                {row.deal}
              </Link>
            </div>
          </li>
        ))}
      </ol>
      {next && (
        <Button size="small" variant="quiet" loading={busy} onClick={load}>
          {t("more")}
        </Button>
      )}
    </Card>
  );
}
