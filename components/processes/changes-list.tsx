import { ArrowLeftRight, Clock, Minus, Pencil, Plus, Type, UserRound } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import type { Change } from "@/lib/domain/process/diff";
import type { ChangeKind } from "@/lib/domain/process/diff-fields";
import type { LocalText } from "@/lib/domain/shared/text";
import { ChangeBadge } from "./change-badge";
import { changedThings } from "./changed-things";
import { renamedText } from "./renamed-text";
import type { Words } from "./words";

const ICON: Record<ChangeKind, ComponentType<{ className?: string }>> = {
  added: Plus,
  removed: Minus,
  moved: ArrowLeftRight,
  retimed: Clock,
  "re-owned": UserRound,
  renamed: Type,
  changed: Pencil,
};

/** Differences in words: per thing what happened to it, with the old value where there is one. */
export function ChangesList({
  changes,
  stageNames,
  movedFrom,
  words,
  numbered = false,
  beside,
}: {
  changes: readonly Change[];
  stageNames: Readonly<Record<string, LocalText>>;
  /** The stage it came from, of what moved to another one. */
  movedFrom: Readonly<Record<string, string>>;
  words: Words;
  numbered?: boolean;
  /** What stands at the end of the line of a changed thing. */
  beside?: (what: Change["what"], key: string) => ReactNode;
}) {
  const { t } = words;
  if (changes.length === 0) return <p className="text-body text-ink-3">{t("changes.none")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {changedThings(changes).map(({ number, how, changes: list }) => {
        const [first] = list;
        const stage = words.text(stageNames[first.stageKey]);
        return (
          <li key={`${first.what}.${first.key}`} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
            {numbered && <ChangeBadge number={number} how={how} />}
            <div className="min-w-0 flex-1 basis-0">
              <p>
                <span className="text-body-strong">{nameOf(first, words)}</span>{" "}
                <span className="text-caption font-normal text-ink-3">
                  {t(`what.${first.what}`)}
                  {first.what !== "stage" &&
                    stage &&
                    ` ${t(first.change === "removed" ? "changes.outOf" : "changes.inStage", { stage })}`}
                </span>
              </p>
              <ul className="flex flex-wrap gap-x-4 text-caption font-normal text-ink-2">
                {list.map((change) => {
                  const Icon = ICON[change.change];
                  const from = change.change === "moved" ? movedFrom[change.key] : undefined;
                  const detail = from
                    ? t("changes.fromTo", { from: words.text(stageNames[from]), to: stage })
                    : detailOf(change, words);
                  return (
                    <li key={change.change} className="inline-flex items-start gap-1">
                      <Icon className="mt-px size-3.5 shrink-0 text-ink-3" aria-hidden="true" />
                      <span>
                        {t(`change.${change.change}`)}
                        {detail && `: ${detail}`}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </div>
            {beside && (
              <div className="basis-full pl-8 lg:basis-auto lg:pl-0">{beside(first.what, first.key)}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function nameOf(change: Change, words: Words): string {
  const thing = change.after ?? change.before;
  if (!thing) return "";
  if (change.what === "criterion") {
    const text = "text" in thing ? words.text(thing.text) : "";
    return text || words.t("untitled.criterion");
  }
  const name = "name" in thing ? words.text(thing.name) : "";
  return name || words.t(change.what === "stage" ? "untitled.stage" : "untitled.step");
}

function detailOf(change: Change, words: Words): string | null {
  const { t } = words;
  const fromTo = (from: string, to: string) => t("changes.fromTo", { from, to });
  const { before, after } = change;
  if (change.change === "changed") {
    const known = [
      "channel",
      "importance",
      "howTo",
      "buyerGains",
      "buyerStep",
      "entries",
      "evidence",
      "requirement",
    ] as const;
    const fields = known.filter((field) => change.fields?.includes(field));
    return fields
      .map((field) => {
        const [from, to] = [choiceText(before, field, words), choiceText(after, field, words)];
        return `${t(`changes.fields.${field}`)}${from && to ? ` ${fromTo(from, to)}` : ""}`;
      })
      .join(", ");
  }
  if (!before || !after) return null;
  if (change.change === "renamed") {
    const [old, now] = [before, after].map((thing) => ("text" in thing ? thing.text : thing.name));
    return renamedText(old ?? {}, now ?? {}, words);
  }
  if (change.change === "retimed" && "plannedDays" in before && "plannedDays" in after) {
    return fromTo(words.planned(before.plannedDays), words.planned(after.plannedDays));
  }
  if ("window" in before && "window" in after) {
    if (change.change === "re-owned")
      return fromTo(words.ownerName(before.owner), words.ownerName(after.owner));
    if (change.change === "retimed") {
      const say = (step: typeof before) => (step.window ? words.amountText(step.window) : t("window.none"));
      const [from, to] = [say(before), say(after)];
      // The same length from another anchor: the amounts alone would read as no change.
      return from === to ? null : fromTo(from, to);
    }
  }
  return null;
}

/** The words of a field that is a choice; null for texts, which are too long for a line. */
function choiceText(thing: Change["after"], field: string, { t }: Words): string | null {
  if (!thing) return null;
  if (field === "importance" && "importance" in thing) return t(`importance.${thing.importance}`);
  if (field === "evidence" && "evidence" in thing) return t(`evidence.${thing.evidence}`);
  if (field === "requirement" && "requirement" in thing) return t(`requirement.${thing.requirement}`);
  if (field === "channel" && "channel" in thing)
    return thing.channel ? t(`channel.${thing.channel}`) : t("panel.noChannel");
  return null;
}
