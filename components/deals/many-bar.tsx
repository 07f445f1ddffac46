"use client";

import { ArrowRight, CalendarDays, UserRound, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { DayField } from "@/components/ui/day-field";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import { Progress } from "@/components/ui/progress";
import { type Day, isDay } from "@/lib/domain/shared/day";
import type { BoardShell } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { DealsFilter } from "./filter";
import type { Many, Wish } from "./use-many";
import type { Ticks } from "./use-ticks";
import { useText } from "./words";

type Props = {
  shell: BoardShell;
  filter: DealsFilter;
  ticks: Ticks;
  many: Many;
  /** How many deals the filter holds, and how many of them are loaded. */
  total: number;
  loaded: number;
};

/** What can be done with the ticked deals, at the foot of the page while there are any. */
export function ManyBar({ shell, filter, ticks, many, total, loaded }: Props) {
  const t = useTranslations("deals.many");
  const text = useText();
  const count = ticks.all ? total : ticks.rows.length;
  if (count === 0 && !many.work) return null;
  const start = (wish: Wish) => void many.start(ticks.all ? null : ticks.rows, wish);
  const oneProcess = filter.process !== null || shell.processes.length === 1;
  return (
    <section
      aria-label={t("label")}
      data-dock=""
      className="sticky bottom-4 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-card border border-line bg-surface px-4 py-2 shadow-float max-sm:fixed max-sm:inset-x-2 max-sm:bottom-[calc(4rem+env(safe-area-inset-bottom))] max-sm:w-auto max-sm:gap-1 max-sm:px-3"
    >
      {many.work ? (
        <div className="w-72">
          <Progress
            label={t("working")}
            value={many.work.total ? many.work.done : null}
            max={many.work.total || 1}
            detail={many.work.total ? t("progress", many.work) : undefined}
          />
        </div>
      ) : (
        <>
          <strong className="tnum mr-2" aria-live="polite">
            {t("ticked", { count })}
          </strong>
          {!ticks.all && ticks.rows.length === loaded && loaded < total && (
            <Button size="small" variant="quiet" onClick={ticks.tickAll}>
              {t("all", { count: total })}
            </Button>
          )}
          <OwnerChoice shell={shell} onChoose={start} />
          <Menu
            side="top"
            align="start"
            trigger={
              <Button variant="quiet" disabled={!oneProcess} title={oneProcess ? undefined : t("oneProcess")}>
                <ArrowRight className="size-4" aria-hidden="true" />
                {t("move")}
              </Button>
            }
          >
            {shell.stages
              .filter(({ current }) => current)
              .map(({ key, name }) => (
                <MenuItem
                  key={key}
                  onSelect={() => start({ kind: "stage", stageKey: key, name: text(name) })}
                >
                  {text(name)}
                </MenuItem>
              ))}
          </Menu>
          <CloseChoice today={shell.today} onChoose={start} />
          {/* A phone has no room for what a title says, and its own button to stop. */}
          {!oneProcess && (
            <p className="w-full text-caption font-normal text-ink-3 sm:hidden">{t("oneProcess")}</p>
          )}
          <Button variant="quiet" className="max-sm:hidden" onClick={ticks.clear}>
            <X className="size-4" aria-hidden="true" />
            {t("clear")}
          </Button>
        </>
      )}
    </section>
  );
}

function OwnerChoice({ shell, onChoose }: { shell: BoardShell; onChoose: (wish: Wish) => void }) {
  const t = useTranslations("deals.many");
  const [open, setOpen] = useState(false);
  const [ownerId, setOwner] = useState<string | null>(null);
  const owner = shell.owners.find(({ id }) => id === ownerId);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("ownerTitle")}
      className="w-72"
      trigger={
        <Button variant="quiet">
          <UserRound className="size-4" aria-hidden="true" />
          {t("owner")}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!owner) return;
          setOpen(false);
          onChoose({ kind: "owner", ownerId: owner.id, name: owner.name });
        }}
      >
        <Combobox
          label={t("owner")}
          options={shell.owners
            .filter(({ mayOwn }) => mayOwn)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={ownerId}
          onChange={setOwner}
        />
        <Button type="submit" variant="primary" disabled={!owner}>
          {t("give")}
        </Button>
      </form>
    </Popover>
  );
}

function CloseChoice({ today, onChoose }: { today: Day; onChoose: (wish: Wish) => void }) {
  const t = useTranslations("deals.many");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState("");
  const choose = (day: string | null) => {
    setOpen(false);
    onChoose({ kind: "close", day, name: day ? format.day(day, "year") : t("noDay") });
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("closeTitle")}
      className="w-72"
      trigger={
        <Button variant="quiet">
          <CalendarDays className="size-4" aria-hidden="true" />
          {t("close")}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          if (isDay(day)) choose(day);
        }}
      >
        <DayField label={t("day")} value={day} onValue={setDay} today={today} required />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            {t("set")}
          </Button>
          <Button onClick={() => choose(null)}>{t("noDay")}</Button>
        </div>
      </form>
    </Popover>
  );
}
