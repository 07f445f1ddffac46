"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { BoardShell, DealRow } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { ageOf, EDGE } from "./age";
import type { Ticks } from "./use-ticks";
import { DUE_TONE, useDue, useText } from "./words";

type Props = { org: string; shell: BoardShell; rows: readonly DealRow[]; ticks: Ticks; mayTick: boolean };

/**
 * The list on a phone: the columns of a row below each other. Each leads to its deal, until one chooses to tick some: then each
 * is a tick box, as large as the row.
 */
export function DealListPhone({ org, shell, rows, ticks, mayTick }: Props) {
  const t = useTranslations("deals.many");
  const [ticking, setTicking] = useState(false);
  const count = ticks.rows.length;
  const done = () => {
    setTicking(false);
    ticks.clear();
  };
  return (
    <div className={cn("sm:hidden", count > 0 && "pb-44")}>
      {mayTick && (
        <div className="mb-2 flex min-h-11 items-center justify-between gap-2">
          {ticking ? (
            <Checkbox
              label={t("tickLoaded")}
              checked={rows.every(({ id }) => ticks.has(id))}
              indeterminate={count > 0 && !rows.every(({ id }) => ticks.has(id))}
              onCheckedChange={ticks.tickLoaded}
              className="min-h-11 items-center pl-3"
            />
          ) : (
            <span />
          )}
          <Button className="min-h-11" onClick={ticking ? done : () => setTicking(true)}>
            {t(ticking ? "stop" : "choose")}
          </Button>
        </div>
      )}
      <ul className="flex flex-col gap-2">
        {rows.map((deal) =>
          ticking ? (
            <li key={deal.id}>
              <Checkbox
                label={<Words shell={shell} deal={deal} />}
                checked={ticks.has(deal.id)}
                onCheckedChange={(on) => ticks.tick(deal.id, on)}
                className={cn(
                  cardClass(shell, deal),
                  "flex min-h-11 items-center gap-3 [&>span:last-child]:min-w-0 [&>span:last-child]:flex-1",
                  ticks.has(deal.id) && "bg-accent-soft",
                )}
              />
            </li>
          ) : (
            <li key={deal.id}>
              <Link href={paths.deal(org, deal.id)} prefetch={false} className={cardClass(shell, deal)}>
                <Words shell={shell} deal={deal} />
              </Link>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

type Of = { shell: BoardShell; deal: DealRow };

function ageIn(shell: BoardShell, deal: DealRow) {
  const stage =
    deal.processId === shell.process.id ? shell.stages.find(({ key }) => key === deal.stageKey) : null;
  return ageOf(deal.status === "open" ? deal.entered : null, shell.today, stage?.pace ?? null);
}

function cardClass(shell: BoardShell, deal: DealRow): string {
  const { level } = ageIn(shell, deal);
  return cn(
    "block rounded-control border border-l-4 border-line bg-surface px-3 py-2",
    level ? EDGE[level] : "border-l-line",
  );
}

function Words({ shell, deal }: Of) {
  const t = useTranslations("deals");
  const text = useText();
  const format = useFormat();
  const open = deal.status === "open";
  const due = useDue()(open ? deal.nextDue : null, shell.today);
  const age = ageIn(shell, deal);
  return (
    <>
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
    </>
  );
}
