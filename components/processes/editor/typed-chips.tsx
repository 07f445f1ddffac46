"use client";

import { ChevronDown } from "lucide-react";
import { lazy } from "react";
import { cn } from "@/components/ui/cn";
import { Late } from "@/components/ui/late";
import type { ProcessDocument, Stage } from "@/lib/domain/process/types";
import type { Chip, Reading, TypedLine } from "@/lib/domain/typed-line/types";
import { valuesOf } from "@/lib/domain/typed-line/values";
import { useEditing } from "./editing";

const loadMenu = () => import("./reading-menu");
const ReadingMenu = lazy(loadMenu);

const CHIP = "inline-flex min-h-6 items-center gap-1 rounded-full px-2 text-caption touch:min-h-11";

/** What the line was read as, shown back: certain readings filled, habits and open choices dashed, each with its others. */
export function TypedChips({
  line,
  stage,
  doc,
  onChoose,
}: {
  line: TypedLine;
  stage: Stage;
  doc: ProcessDocument;
  onChoose: (chip: number, reading: number) => void;
}) {
  const { words } = useEditing();
  const { t } = words;
  const { name, twice } = valuesOf(line);
  const say = (reading: Reading): string => {
    switch (reading.kind) {
      case "owner":
        return words.ownerName(reading.owner);
      case "window":
        return words.windowText(reading.window, stage, doc);
      case "importance":
        return t(`importance.${reading.importance}`);
      case "channel":
        return t(`channel.${reading.channel}`);
      default:
        return t("line.words");
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Label text={t("line.what")}>
        {name ? (
          <span className={cn(CHIP, "max-w-72 bg-accent-soft text-ink")}>
            <span className="truncate">{name}</span>
          </span>
        ) : (
          <span className={cn(CHIP, "border border-dashed border-control text-ink-3")}>
            {t("line.noName")}
          </span>
        )}
      </Label>
      {line.chips.map((chip, at) =>
        chip.readings[chip.taken ?? 0]?.kind === "joined" ? null : (
          <Label key={`${chip.start}-${chip.kind}`} text={t(`line.${chip.kind}`)}>
            <OneChip
              chip={chip}
              said={line.text.slice(chip.start, chip.end)}
              say={say}
              onChoose={(reading) => onChoose(at, reading)}
            />
          </Label>
        ),
      )}
      {twice.map((kind) => (
        <p key={kind} role="alert" className="text-caption text-bad">
          {t("line.twice", { what: t(`line.${kind}`) })}
        </p>
      ))}
    </div>
  );
}

const isWords = (reading: Reading | null): boolean => reading?.kind === "words";

const Label = ({ text, children }: { text: string; children: React.ReactNode }) => (
  <span className="inline-flex items-center gap-1.5 text-caption font-normal text-ink-3">
    {text}
    {children}
  </span>
);

function OneChip({
  chip,
  said,
  say,
  onChoose,
}: {
  chip: Chip;
  said: string;
  say: (reading: Reading) => string;
  onChoose: (reading: number) => void;
}) {
  const { t } = useEditing().words;
  const taken = chip.taken === null ? null : (chip.readings[chip.taken] ?? null);
  const text =
    chip.unknown && isWords(taken)
      ? t("line.unknown", { said })
      : taken
        ? say(taken)
        : t("line.choose", { said });
  const open = taken === null || chip.assumed;
  const look = cn(
    CHIP,
    taken === null && chip.unknown
      ? "border border-dashed border-bad bg-bad-soft font-semibold text-bad"
      : taken === null
        ? "border border-dashed border-warn bg-warn-soft font-semibold text-warn"
        : open
          ? "border border-dashed border-ink-3 bg-surface text-ink"
          : "bg-accent-soft text-ink",
  );
  if (chip.readings.length < 2 && taken !== null) return <span className={look}>{text}</span>;
  return (
    <Late
      load={loadMenu}
      button={
        <button type="button" className={look}>
          {text}
          <ChevronDown className="size-3" aria-hidden="true" />
        </button>
      }
    >
      {(at) => <ReadingMenu {...at} readings={chip.readings.map(say)} onChoose={onChoose} />}
    </Late>
  );
}
