"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { daysBetween } from "@/lib/domain/shared/day";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useText } from "../words";
import type { Subject } from "./subject";
import type { Draft } from "./use-draft";

/** The step this fulfils: guessed, said to be a guess, and to be taken off or changed. */
export function CountsAs({ draft, subject }: { draft: Draft; subject: Subject }) {
  const t = useTranslations("deals.log");
  const text = useText();
  const format = useFormat();
  const { offered, step } = draft;
  if (subject.steps.length === 0) return null;
  const due = offered?.until ? daysBetween(draft.today, offered.until) : null;
  return (
    <fieldset>
      <legend className="sr-only">{t("counts")}</legend>
      <div aria-hidden="true" className="mb-1 flex justify-between gap-2 text-caption">
        <span className="text-ink-2">{t("counts")}</span>
        {draft.guessed && <span className="font-normal text-ink-3">{t("guessed")}</span>}
      </div>
      <div className="flex min-h-16 items-center gap-3 rounded-control border border-line bg-surface py-2 pr-2 pl-3">
        {offered ? (
          <Checkbox
            className="min-w-0 flex-1"
            checked={step !== null}
            onCheckedChange={(on) => draft.tap({ step: on ? offered.key : "none" })}
            label={<span className="font-semibold">{text(offered.name)}</span>}
            hint={[
              t("stepIn", { stage: text(offered.stage) }),
              due !== null && (due < 0 ? t("late", { days: -due }) : format.relativeDays(due)),
            ]
              .filter(Boolean)
              .join(", ")}
          />
        ) : (
          <p className="min-w-0 flex-1 text-ink-3">{t(draft.kind ? "noStep" : "kindFirst")}</p>
        )}
        <Menu
          trigger={
            <IconButton label={t("otherStep")} tooltip={false}>
              <ChevronDown className="size-4" aria-hidden="true" />
            </IconButton>
          }
        >
          {subject.steps.map(({ key, name }) => (
            <MenuItem key={key} onSelect={() => draft.tap({ step: key })}>
              {text(name)}
            </MenuItem>
          ))}
          <MenuItem onSelect={() => draft.tap({ step: "none" })}>{t("noStep")}</MenuItem>
        </Menu>
      </div>
    </fieldset>
  );
}
