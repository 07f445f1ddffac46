"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { SideSheet } from "@/components/ui/side-sheet";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import { useUrlParam } from "@/components/ui/use-url-param";
import { GATES } from "@/lib/domain/maturity/gates";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import { readGateRows } from "@/lib/features/maturity/actions";
import type { GateRow, GateRows } from "@/lib/features/maturity/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import type { Result } from "@/lib/platform/verb";

/** The rows behind the gate that the address names; Back closes it. */
export function GateSheet({ org, processId }: { org: string; processId: string }) {
  const t = useTranslations("maturity");
  const [param, set] = useUrlParam("gate");
  const gate = GATES.find((each) => each === param) ?? null;
  const [found, setFound] = useState<Result<GateRows> | null>(null);
  useEffect(() => {
    if (!gate) return;
    const stop = new AbortController();
    setFound(null);
    readGateRows(org, { processId, gate }, stop.signal).then((result) => {
      if (!stop.signal.aborted) setFound(result);
    });
    return () => stop.abort();
  }, [org, processId, gate]);
  return (
    <SideSheet
      open={gate !== null}
      onOpenChange={(open) => !open && set(null)}
      title={gate && t(`gate.${gate}`)}
      description={t("rows.kicker")}
    >
      {found === null ? (
        <LoadingRegion className="flex flex-col gap-3">
          <Skeleton />
          <Skeleton />
          <Skeleton />
        </LoadingRegion>
      ) : found.ok ? (
        <Rows org={org} rows={found.value} processId={processId} />
      ) : (
        <Refused code={found.refusal.code} />
      )}
    </SideSheet>
  );
}

function Refused({ code }: { code: string }) {
  const t = useTranslations("refusals");
  return <Banner tone="bad">{t(code as Parameters<typeof t>[0])}</Banner>;
}

function Rows({ org, rows, processId }: { org: string; rows: GateRows; processId: string }) {
  const t = useTranslations("maturity.rows");
  if (rows.total === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <>
      <p className="mb-3 text-body-strong">{t("counting", { counting: rows.counting, total: rows.total })}</p>
      <ul className="divide-y divide-line border-y border-line">
        {rows.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a deal may stand here once for each of its deviations
          <Row key={`${row.id} ${index}`} org={org} row={row} processId={processId} />
        ))}
      </ul>
      {rows.total > rows.rows.length && (
        <p className="mt-3 text-caption font-normal text-ink-3">
          {t("more", { shown: rows.rows.length, total: rows.total })}
        </p>
      )}
    </>
  );
}

function Row({ org, row, processId }: { org: string; row: GateRow; processId: string }) {
  const t = useTranslations("maturity");
  const format = useFormat();
  const locale = useLocale() as Locale;
  const text = typeof row.name === "string" ? row.name : inLocale(row.name, locale);
  const name =
    row.kind === "review" && (text === "change" || text === "no-change") ? t(`review.${text}`) : text;
  const href =
    row.kind === "deal"
      ? paths.deal(org, row.id)
      : row.kind === "step" || row.kind === "stage"
        ? paths.process(org, processId)
        : null;
  const facts = [
    row.day && format.day(row.day, "year"),
    row.share !== null && format.percent(row.share),
    row.counts ? t("rows.counts") : t("rows.notYet"),
  ].filter(Boolean);
  return (
    <li className="flex items-baseline justify-between gap-3 py-2">
      {href ? (
        <Link href={href} className="min-w-0 truncate text-body-strong hover:underline">
          {name}
        </Link>
      ) : (
        <span className="min-w-0 truncate text-body-strong">{name}</span>
      )}
      <span className="shrink-0 text-caption font-normal text-ink-3">{facts.join(" · ")}</span>
    </li>
  );
}
