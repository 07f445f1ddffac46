"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { DealStep } from "@/lib/features/deals/view";
import { useDeal } from "./deal-provider";
import { useStepActions } from "./use-step-actions";
import { useStepWords } from "./use-step-words";
import { useText } from "./words";

function Mark({ step, next }: { step: DealStep; next: boolean }) {
  const done = step.status === "done";
  const half = done && step.timing === "early";
  return (
    <svg viewBox="0 0 16 16" className="mt-0.5 size-4 shrink-0" aria-hidden="true" data-forced-mark>
      <circle
        cx="8"
        cy="8"
        r="5.5"
        fill={done && !half ? "var(--accent)" : "var(--surface)"}
        stroke={next ? "var(--here)" : step.status === "open" ? "var(--control)" : "var(--accent)"}
        strokeWidth={next ? 3 : 2}
        strokeDasharray={step.status === "waived" ? "2 3" : undefined}
      />
      {half && <path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="var(--accent)" />}
    </svg>
  );
}

/** One step with its timing, whose it is, how it is done, and what can be done with it. */
export function StepRow({ step, next }: { step: DealStep; next: boolean }) {
  const { busy } = useDeal();
  const t = useTranslations("guidance");
  const text = useText();
  const words = useStepWords();
  const { complete, waive, undo } = useStepActions();
  const timing = words.timing(step);
  const name = text(step.name);
  const how = [text(step.howTo), text(step.buyerGains)].filter(Boolean);
  useCommands([
    // The next one has a command of its own on its card.
    step.mayWork &&
      step.status === "open" &&
      !next && { label: t("command.done", { step: name }), run: () => void complete(step) },
    step.mayWork &&
      step.status === "open" && {
        label: t("command.notNeeded", { step: name }),
        run: () => void waive(step),
      },
    step.mayWork &&
      step.status !== "open" && { label: t("command.undo", { step: name }), run: () => void undo(step) },
  ]);
  const head = (
    <>
      <span className={cn("block", next && "font-semibold", step.status === "waived" && "text-ink-3")}>
        {name}
        {next && <span className="sr-only">, {t("next.kicker")}</span>}
      </span>
      <span className="block text-caption font-normal text-ink-3">
        {[step.importance === "key" && t("importance.key"), words.who(step)].filter(Boolean).join(" · ")}
        {how.length > 0 && <span className="text-accent"> · {t("next.how")}</span>}
      </span>
    </>
  );
  return (
    <li className="flex items-start gap-3 border-t border-line py-2 first:border-t-0">
      <Mark step={step} next={next} />
      <div className="flex min-w-0 flex-1 items-start gap-x-3 gap-y-1 max-sm:flex-col">
        {how.length > 0 ? (
          <details className="min-w-0 sm:flex-1">
            <summary className="list-none [&::-webkit-details-marker]:hidden">{head}</summary>
            {how.map((line) => (
              <p key={line} className="pt-1 text-ink-2">
                {line}
              </p>
            ))}
          </details>
        ) : (
          <div className="min-w-0 sm:flex-1">{head}</div>
        )}
        {timing && (
          <Badge tone={timing.tone} className="mt-px whitespace-normal sm:max-w-[45%]">
            {timing.text}
          </Badge>
        )}
      </div>
      {step.mayWork && (
        <Menu
          trigger={
            <IconButton
              label={t("action.menu", { step: name })}
              tooltip={false}
              disabled={busy}
              className="-my-1.5 -mr-2"
            >
              <EllipsisVertical className="size-4" aria-hidden="true" />
            </IconButton>
          }
        >
          {step.status === "open" ? (
            <>
              <MenuItem onSelect={() => complete(step)}>{t("action.done")}</MenuItem>
              <MenuItem onSelect={() => waive(step)}>{t("action.notNeeded")}</MenuItem>
            </>
          ) : (
            <MenuItem onSelect={() => undo(step)}>{t("action.undo")}</MenuItem>
          )}
        </Menu>
      )}
    </li>
  );
}
