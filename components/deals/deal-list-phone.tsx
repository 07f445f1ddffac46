"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { BoardShell, DealRow } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { ageOf, EDGE } from "./age";
import { DUE_TONE, useDue, useText } from "./words";

/** The list on a phone: the columns of a row below each other. */
export function DealListPhone({
  org,
  shell,
  rows,
}: {
  org: string;
  shell: BoardShell;
  rows: readonly DealRow[];
}) {
  return (
    <ul className="flex flex-col gap-2 sm:hidden">
      {rows.map((deal) => (
        <Row key={deal.id} org={org} shell={shell} deal={deal} />
      ))}
    </ul>
  );
}

function Row({ org, shell, deal }: { org: string; shell: BoardShell; deal: DealRow }) {
  const t = useTranslations("deals");
  const text = useText();
  const format = useFormat();
  const open = deal.status === "open";
  const due = useDue()(open ? deal.nextDue : null, shell.today);
  const stage =
    deal.processId === shell.process.id ? shell.stages.find(({ key }) => key === deal.stageKey) : null;
  const age = ageOf(open ? deal.entered : null, shell.today, stage?.pace ?? null);
  return (
    <li>
      <Link
        href={paths.deal(org, deal.id)}
        prefetch={false}
        className={cn(
          "block rounded-control border border-l-4 border-line bg-surface px-3 py-2",
          age.level ? EDGE[age.level] : "border-l-line",
        )}
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="min-w-0 truncate text-body-strong">{deal.company ?? deal.title}</span>
          {deal.amount && (
            <span className="tnum shrink-0">{format.money(deal.amount.minor, deal.amount.currency)}</span>
          )}
        </span>
        <span className="flex items-baseline justify-between gap-2 text-caption font-normal text-ink-2">
          <span className="min-w-0 truncate">{text(deal.stage)}</span>
          <span className="tnum shrink-0">
            {deal.outcome
              ? [t(`board.outcome.${deal.outcome}`), deal.closedOn && format.day(deal.closedOn, "year")]
                  .filter(Boolean)
                  .join(" ")
              : age.days !== null && t("card.days", { days: age.days })}
            {age.word && <strong className="font-semibold text-ink"> {t(`pace.${age.word}`)}</strong>}
          </span>
        </span>
        {open && (
          <span className="flex items-baseline justify-between gap-2 text-caption font-normal">
            {deal.nextStep ? (
              <span className="min-w-0 truncate text-ink-2">{text(deal.nextStep)}</span>
            ) : (
              <span className="text-warn">{t("card.noStep")}</span>
            )}
            {due && <span className={cn("tnum shrink-0", DUE_TONE[due.tone])}>{due.text}</span>}
          </span>
        )}
      </Link>
    </li>
  );
}
