"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { CircleOff, CirclePause, CircleX, Flag, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { PANEL } from "@/components/ui/control-style";
import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import type { Outcome } from "@/lib/domain/run/events";
import type { Target } from "./use-moves";

export const OUTCOME_ICON = { won: Flag, lost: CircleX, "no-decision": CirclePause, disqualified: CircleOff };
const KEYS: readonly (readonly [Outcome, string])[] = [
  ["won", "w"],
  ["lost", "x"],
  ["no-decision", "b"],
  ["disqualified", "d"],
];

/** "Move to…": stages by number, outcomes by letter. The twin of dragging, for keys, touch and assistive technology. */
export function MoveMenu({
  anchor,
  stages,
  here,
  onSelect,
  onClose,
}: {
  anchor: HTMLElement | null;
  stages: readonly { key: string; name: string }[];
  here: string | null;
  onSelect: (target: Target) => void;
  onClose: () => void;
}) {
  const t = useTranslations("deals.board");
  const chosen = useRef(false);
  const choose = (target: Target) => {
    chosen.current = true;
    onClose();
    onSelect(target);
  };
  const onKey = (event: KeyboardEvent) => {
    if (anchor === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const stage = stages[Number(event.key) - 1];
    const outcome = KEYS.find(([, key]) => key === event.key.toLowerCase())?.[0];
    if (!stage && !outcome) return;
    event.preventDefault();
    event.stopPropagation();
    if (outcome) choose({ kind: "outcome", outcome });
    else if (stage && stage.key !== here) choose({ kind: "stage", stageKey: stage.key });
  };
  return (
    <Base.Root open={anchor !== null} onOpenChange={(open) => !open && onClose()} modal={false}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align="start" sideOffset={4} className="z-40 outline-none">
          <Base.Popup
            aria-label={t("moveTo")}
            onKeyDownCapture={onKey}
            finalFocus={() => {
              // After a choice the move itself decides where the focus goes.
              const stay = chosen.current;
              chosen.current = false;
              if (stay) return false;
              return anchor?.closest<HTMLElement>("[data-card]")?.querySelector<HTMLElement>("a") ?? anchor;
            }}
            className={cn(PANEL, "max-h-(--available-height) min-w-56 overflow-y-auto p-1")}
          >
            <MenuLabel>{t("moveTo")}</MenuLabel>
            {stages.map((stage, index) => (
              <MenuItem
                key={stage.key}
                disabled={stage.key === here}
                icon={
                  stage.key === here ? (
                    <MapPin aria-hidden="true" />
                  ) : (
                    <span aria-hidden="true" className="size-2.5 rounded-full border-2 border-current" />
                  )
                }
                shortcut={index < 9 ? String(index + 1) : undefined}
                onSelect={() => choose({ kind: "stage", stageKey: stage.key })}
              >
                {stage.name}
                {stage.key === here && <span className="ml-2 text-caption font-normal">{t("now")}</span>}
              </MenuItem>
            ))}
            {stages.length > 0 && <MenuSeparator />}
            {KEYS.map(([outcome, key]) => {
              const Icon = OUTCOME_ICON[outcome];
              return (
                <MenuItem
                  key={outcome}
                  icon={<Icon aria-hidden="true" />}
                  shortcut={key.toUpperCase()}
                  onSelect={() => choose({ kind: "outcome", outcome })}
                >
                  {outcome === "won" ? t("outcome.won") : t("ellipsis", { text: t(`outcome.${outcome}`) })}
                </MenuItem>
              );
            })}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
