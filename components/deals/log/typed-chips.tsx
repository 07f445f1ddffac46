"use client";

import { ChevronDown, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { LogChip, LogReading } from "@/lib/domain/quick-log/types";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useText } from "../words";
import { clockText } from "./clock-text";
import type { Subject } from "./subject";
import { type Draft, evidenceKind } from "./use-draft";

const CHIP = "inline-flex min-h-7 max-w-full items-center gap-1 rounded-full px-2.5 text-caption";
const TOUCH = "touch:min-h-11";

/** What the line was read as: certain readings filled, habits and offers dashed, each to be changed or taken off. */
export function TypedChips({ draft, subject }: { draft: Draft; subject: Subject }) {
  const t = useTranslations("deals.log");
  const evidence = useTranslations("deals.criteria.kind");
  const text = useText();
  const format = useFormat();
  const say = (reading: LogReading): string => {
    switch (reading.kind) {
      case "kind":
        return t(`kind.${reading.value}`);
      case "reached":
        return t(reading.value ? "twoWay" : "oneWay");
      case "when":
        return [format.day(reading.day), clockText(reading.minutes)].filter(Boolean).join(", ");
      case "criterion":
        return text(subject.criteria.find(({ key }) => key === reading.key)?.text);
      case "words":
        return t("justWords");
    }
  };
  const { chips } = draft.line;
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("reads")} className="flex flex-wrap items-center gap-2">
      {chips.map((chip, at) => {
        const choose = (reading: number) => draft.choose(at, reading);
        const said = draft.text.slice(chip.start, chip.end).replace(/[,;.\s]+$/, "");
        const taken = chip.taken === null ? null : (chip.readings[chip.taken] ?? null);
        return (
          <li key={`${chip.kind} ${chip.start}`} className="max-w-full">
            {chip.kind === "criterion" ? (
              <Offer
                chip={chip}
                say={say}
                onChoose={choose}
                note={evidence(
                  evidenceKind(
                    subject.criteria.find(({ key }) => taken?.kind === "criterion" && key === taken.key)
                      ?.evidence,
                    draft.reached,
                  ),
                )}
              />
            ) : (
              <Read chip={chip} taken={taken} say={say} said={said} onChoose={choose} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** "Budget ok": may be evidence for a criterion, and is so only once it is tapped. */
function Offer({
  chip,
  say,
  note,
  onChoose,
}: {
  chip: LogChip;
  say: (reading: LogReading) => string;
  note: string;
  onChoose: (reading: number) => void;
}) {
  const t = useTranslations("deals.log");
  const words = chip.readings.findIndex(({ kind }) => kind === "words");
  return chip.readings.map((reading, at) => {
    if (reading.kind !== "criterion") return null;
    const on = chip.taken === at;
    return (
      <button
        key={reading.key}
        type="button"
        aria-pressed={on}
        onClick={() => onChoose(on ? words : at)}
        className={cn(
          CHIP,
          TOUCH,
          "mr-2 text-left",
          on
            ? "bg-accent-soft font-semibold text-accent"
            : "border border-dashed border-ink-3 bg-surface text-ink",
        )}
      >
        {on ? (
          <X className="size-3 shrink-0" aria-hidden="true" />
        ) : (
          <Plus className="size-3 shrink-0" aria-hidden="true" />
        )}
        <span className="truncate">
          {on
            ? t("proves", { criterion: say(reading), kind: note })
            : t("prove", { criterion: say(reading) })}
        </span>
      </button>
    );
  });
}

function Read({
  chip,
  taken,
  said,
  say,
  onChoose,
}: {
  chip: LogChip;
  taken: LogReading | null;
  said: string;
  say: (reading: LogReading) => string;
  onChoose: (reading: number) => void;
}) {
  const t = useTranslations("deals.log");
  const look = cn(
    CHIP,
    taken === null
      ? "border border-dashed border-warn bg-warn-soft font-semibold text-warn"
      : chip.assumed || taken.kind === "words"
        ? "border border-dashed border-ink-3 bg-surface text-ink"
        : "bg-accent-soft text-ink",
  );
  const shown =
    taken === null ? t("choose", { said }) : taken.kind === "words" ? t("saidOnly", { said }) : say(taken);
  if (chip.readings.length < 2 && taken !== null) return <span className={look}>{shown}</span>;
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={cn(look, TOUCH)}>
          <span className="truncate">{shown}</span>
          <ChevronDown className="size-3 shrink-0" aria-hidden="true" />
        </button>
      }
    >
      {chip.readings.map((reading, at) => (
        <MenuItem key={say(reading)} onSelect={() => onChoose(at)}>
          {say(reading)}
        </MenuItem>
      ))}
    </Menu>
  );
}
