"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { announce } from "@/components/ui/live-region";
import { dismiss, notify } from "@/components/ui/toast";
import type { DeviationReason } from "@/lib/domain/run/events";
import type { Refusal } from "@/lib/domain/shared/result";
import type { Changed } from "@/lib/features/deals/actions";
import type { DealView } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Result } from "@/lib/platform/verb";

/** A change of the deal, given the version it is at. */
export type Change = (version: number) => Promise<Result<Changed>>;
/** Takes a change back, given the version the deal is at by then and what the change answered. */
type Undo = (version: number, made: Changed) => Promise<Result<Changed>>;
/** A change that leaves the order: what is asked once it is saved, and how the reason is added to it. */
type Why = {
  title: string;
  explain: (reason: DeviationReason, version: number, made: Changed) => Promise<Result<Changed>>;
};
type Done = { title: string; undo?: Undo; why?: Why | undefined };
type Act = (change: Change, done?: Done) => Promise<Refusal | null>;
/** The question about the change that was saved last: a reason, none at all, or the change put back. */
export type Asked = { title: string; answer: (reason: DeviationReason | null) => void; putBack: () => void };

type Shared = { org: string; deal: DealView; act: Act; busy: boolean; asked: Asked | null };
const Context = createContext<Shared | null>(null);

/** The deal of this page and the way to change it. */
export function useDeal(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error("useDeal outside a deal's page");
  return shared;
}

/** Refusals because of what somebody did meanwhile, which the page does not show yet. */
const OVERTAKEN: ReadonlySet<string> = new Set(["stale", "move-not-last"]);

/**
 * Lets every part of the page change the deal: one change after the other, each with the version the one before left,
 * so that two quick taps never refuse each other. A refusal is shown and given back. A reason is asked once a change is
 * saved, and goes when the change is taken back or the next one is made.
 */
export function DealProvider({ org, deal, children }: { org: string; deal: DealView; children: ReactNode }) {
  const t = useTranslations("deals.deal");
  const router = useRouter();
  const sentence = useRefusal();
  const version = useRef(deal.version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [running, setRunning] = useState(0);
  const [asked, setAsked] = useState<Asked | null>(null);
  // The message that offers to take the last change back: a newer change ends the offer.
  const offered = useRef<string | null>(null);
  version.current = Math.max(version.current, deal.version);

  const shared = useMemo<Shared>(() => {
    const run = async (change: Change): Promise<Result<Changed>> => {
      const turn = queue.current.then(() => change(version.current));
      queue.current = turn.catch(() => {});
      setRunning((count) => count + 1);
      const result = await turn.finally(() => setRunning((count) => count - 1));
      if (result.ok) version.current = Math.max(version.current, result.value.version);
      return result;
    };
    const act: Act = async (change, done) => {
      const result = await run(change);
      if (!result.ok) {
        notify({ title: sentence(result.refusal), tone: "bad" });
        if (OVERTAKEN.has(result.refusal.code)) router.refresh();
        return result.refusal;
      }
      router.refresh();
      // A reason is added to a change and leaves it the last one; it comes without words of its own.
      if (done) {
        if (offered.current) dismiss(offered.current);
        offered.current = null;
        announce(done.title);
        const made = result.value;
        const { undo, why } = done;
        const back = undo && (() => void act((at) => undo(at, made), { title: t("undone") }));
        const notice = notify({ title: done.title, ...(back && { undo: back }) });
        if (back) offered.current = notice;
        setAsked(
          (why && {
            title: why.title,
            answer: (reason) => {
              setAsked(null);
              if (reason) void act((at) => why.explain(reason, at, made));
            },
            putBack: () => {
              setAsked(null);
              dismiss(notice);
              back?.();
            },
          }) ??
            null,
        );
      }
      return null;
    };
    return { org, deal, act, busy: running > 0, asked };
  }, [org, deal, running, asked, router, sentence, t]);

  return <Context value={shared}>{children}</Context>;
}
