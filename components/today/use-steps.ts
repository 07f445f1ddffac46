"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { announce } from "@/components/ui/live-region";
import { dismiss, notify } from "@/components/ui/toast";
import type { DeviationReason } from "@/lib/domain/run/events";
import type { Day } from "@/lib/domain/shared/day";
import {
  type Changed,
  completeStep,
  explainDeviation,
  undoStep,
  waiveStep,
} from "@/lib/features/deals/actions";
import { snoozeStep, wakeStep } from "@/lib/features/today/actions";
import type { TodayStep } from "@/lib/features/today/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";
import { keyOf, useText } from "./words";

/** The notice that a step left the list; it goes when the step is put back beside it. */
const noticeOf = (step: TodayStep) => `step ${keyOf(step)}`;

type Change = (version: number) => Promise<Result<Changed>>;

/**
 * Done, not needed, later, and each of them taken back. A step leaves the list at once and comes back when it is refused.
 * Changes of one deal wait for each other, so that two quick ones never refuse each other. `onBack` hears of a step that is in
 * the list again.
 */
export function useSteps(org: string, onBack: (step: TodayStep) => void) {
  const router = useRouter();
  const t = useTranslations("today.toast");
  const text = useText();
  const format = useFormat();
  const sentence = useRefusal();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const versions = useRef(new Map<string, number>());
  const queues = useRef(new Map<string, Promise<unknown>>());

  const hide = (step: TodayStep, hidden: boolean) =>
    setGone((now) => {
      const next = new Set(now);
      if (hidden) next.add(keyOf(step));
      else next.delete(keyOf(step));
      return next;
    });

  const once = async (id: string, version: number, change: Change): Promise<Result<Changed>> => {
    const result = await change(version);
    if (result.ok) versions.current.set(id, result.value.version);
    return result;
  };
  const change = ({ deal }: TodayStep, make: Change): Promise<Result<Changed>> => {
    const turn = (queues.current.get(deal.id) ?? Promise.resolve()).then(async () => {
      const version = Math.max(versions.current.get(deal.id) ?? 0, deal.version);
      const result = await once(deal.id, version, make);
      if (result.ok || result.refusal.code !== "stale") return result;
      // What somebody else did to the deal meanwhile does not contradict that this step was done, or is not needed.
      const { version: now } = result.refusal.current as { version: number };
      return once(deal.id, now, make);
    });
    queues.current.set(
      deal.id,
      turn.catch(() => {}),
    );
    return turn;
  };

  /** Takes a step off the list, says so with the way back, and puts it back when the change is refused. Says whether it is saved. */
  const leave = async (
    step: TodayStep,
    title: string,
    work: () => Promise<Result<unknown>>,
    back: () => Promise<Result<unknown>>,
    backTitle: string,
  ) => {
    hide(step, true);
    const result = await work();
    if (!result.ok) {
      hide(step, false);
      onBack(step);
      notify({ title: sentence(result.refusal), tone: "bad" });
    } else {
      announce(title);
      notify({ id: noticeOf(step), title, undo: () => void giveBack(step, back, backTitle) });
    }
    router.refresh();
    return result.ok;
  };
  const giveBack = async (step: TodayStep, back: () => Promise<Result<unknown>>, title: string) => {
    dismiss(noticeOf(step));
    onBack(step);
    const result = await back();
    if (result.ok) {
      hide(step, false);
      announce(title);
      notify({ title });
    } else notify({ title: sentence(result.refusal), tone: "bad" });
    router.refresh();
  };

  const named = (step: TodayStep) => ({ step: text(step.name) });
  const target = ({ deal, stepKey }: TodayStep) => ({ id: deal.id, stepKey });
  const undo = (step: TodayStep) => () =>
    change(step, (version) => undoStep(org, { ...target(step), version }, { key: newId() }));
  const wake = (step: TodayStep) => () => wakeStep(org, target(step), { key: newId() });
  return {
    gone,
    /** Steps that do not wait in the list any more, because they are done or were put off, need not be hidden. */
    settle: (given: ReadonlySet<string>) =>
      setGone((now) => {
        const left = [...now].filter((key) => given.has(key));
        return left.length === now.size ? now : new Set(left);
      }),
    done: (step: TodayStep) =>
      leave(
        step,
        t("done", named(step)),
        () => change(step, (version) => completeStep(org, { ...target(step), version }, { key: newId() })),
        undo(step),
        t("undone", named(step)),
      ),
    notNeeded: (step: TodayStep) =>
      leave(
        step,
        t("waived", named(step)),
        () =>
          change(step, (version) =>
            waiveStep(org, { ...target(step), version, deviation: null }, { key: newId() }),
          ),
        undo(step),
        t("undone", named(step)),
      ),
    /** Why a step that is saved as not needed is not. */
    explain: async (step: TodayStep, reason: DeviationReason) => {
      const { id, stepKey } = target(step);
      const said = { about: { kind: "step", stepKey }, deviation: { reason, note: null } } as const;
      const result = await change(step, (version) =>
        explainDeviation(org, { id, version, ...said }, { key: newId() }),
      );
      if (!result.ok) notify({ title: sentence(result.refusal), tone: "bad" });
      router.refresh();
    },
    putBack: (step: TodayStep) => giveBack(step, undo(step), t("undone", named(step))),
    later: (step: TodayStep, until: Day) =>
      leave(
        step,
        t("later", { ...named(step), day: format.day(until) }),
        () => snoozeStep(org, { ...target(step), until }, { key: newId() }),
        wake(step),
        t("woken", named(step)),
      ),
    wake: (step: TodayStep) => giveBack(step, wake(step), t("woken", named(step))),
  };
}
