"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { notify } from "@/components/ui/toast";
import type { DeviationReason } from "@/lib/domain/run/events";
import type { Refusal } from "@/lib/domain/shared/result";
import { changeManyDeals, readDealIds } from "@/lib/features/deals/actions";
import { MOST_IN_ONE_GO, type OneOfMany } from "@/lib/features/deals/input";
import type { ChangedMany } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";
import { type DealsFilter, toCriteria } from "./filter";

/** Deals in one request: few enough that one sees it move on. */
const PART = 25;

/** Refusals that say nothing of the deals of other parts. */
const OF_THIS_PART: ReadonlySet<string> = new Set([
  "not-found",
  "not-yours",
  "owner-unknown",
  "owner-reads-only",
]);

type Ref = { readonly id: string; readonly version: number };
/** What is to become of every deal. */
export type Wish =
  | { readonly kind: "owner"; readonly ownerId: string; readonly name: string }
  | { readonly kind: "stage"; readonly stageKey: string; readonly name: string }
  | { readonly kind: "close"; readonly day: string | null; readonly name: string };

type Refused = ChangedMany["refused"];
type Done = { readonly changed: OneOfMany[]; readonly refused: Refused; readonly same: number };

export type Work = { readonly done: number; readonly total: number };
/** Deals that a move is refused for until somebody says why. */
export type Asked = { readonly wish: Wish; readonly done: Done; readonly waiting: OneOfMany[] };

const changeOf = ({ id, version }: Ref, wish: Wish): OneOfMany => {
  if (wish.kind === "owner") return { id, version, ownerId: wish.ownerId };
  if (wish.kind === "stage") return { id, version, stageKey: wish.stageKey };
  return { id, version, expectedClose: wish.day };
};

/** Changes many deals in parts, says how far it is, asks once for a reason where one is needed, and undoes it in one go. */
export function useMany(org: string, filter: DealsFilter, onDone: () => void) {
  const t = useTranslations("deals.many");
  const router = useRouter();
  const sentence = useRefusal();
  const [work, setWork] = useState<Work | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refused, setRefused] = useState<Refused>([]);

  /** Sends all parts, one after the other. What could not be sent counts as refused, with the reason. */
  async function send(deals: readonly OneOfMany[], reason: DeviationReason | null): Promise<Done> {
    const done = { changed: [] as OneOfMany[], refused: [] as Refused, same: 0 };
    let failed: Refusal | null = null;
    for (let from = 0; from < deals.length; from += PART) {
      setWork({ done: from, total: deals.length });
      const part = deals.slice(from, from + PART);
      const result: Result<ChangedMany> = failed
        ? ({ ok: false, refusal: failed } as const)
        : await changeManyDeals(
            org,
            { deals: part, deviation: reason && { reason, note: null } },
            { key: newId() },
          );
      if (result.ok) {
        done.changed.push(...result.value.changed);
        done.refused.push(...result.value.refused);
        done.same += result.value.same.length;
        continue;
      }
      const { refusal }: { refusal: Refusal } = result;
      // Without a connection the rest is not tried either.
      if (!OF_THIS_PART.has(refusal.code)) failed = refusal;
      done.refused.push(...part.map(({ id }) => ({ id, title: null, refusal })));
    }
    setWork(null);
    return done;
  }

  async function undo(changed: readonly OneOfMany[]) {
    const back = await send(changed, null);
    setRefused(back.refused);
    notify({ title: t("undone", { count: back.changed.length }), tone: "good" });
    router.refresh();
  }

  function finish(wish: Wish, { changed, refused: left, same }: Done) {
    setAsked(null);
    setRefused(left);
    const said = t(`did.${wish.kind}`, { count: changed.length, name: wish.name });
    notify({
      title: changed.length || !same ? said : t("same", { count: same }),
      ...(left.length > 0 && { text: t("left", { count: left.length }) }),
      ...(changed.length > 0 && { undo: () => void undo(changed) }),
    });
    onDone();
    router.refresh();
  }

  /** Does it to these deals; null for every deal of the filter. */
  async function start(refs: readonly Ref[] | null, wish: Wish) {
    let deals = refs;
    setRefused([]);
    if (!deals) {
      setWork({ done: 0, total: 0 });
      const found = await readDealIds(org, { ...toCriteria(filter), most: MOST_IN_ONE_GO });
      setWork(null);
      if (!found.ok) return notify({ title: sentence(found.refusal), tone: "bad" });
      if (found.value.total > MOST_IN_ONE_GO)
        return notify({
          title: t("tooMany", { most: MOST_IN_ONE_GO, total: found.value.total }),
          tone: "bad",
        });
      deals = found.value.deals;
    }
    const sent = deals.map((ref) => changeOf(ref, wish));
    const done = await send(sent, null);
    const needs = new Set(
      done.refused.filter(({ refusal }) => refusal.code === "exit-needs-reason").map(({ id }) => id),
    );
    if (!needs.size) return finish(wish, done);
    setAsked({ wish, done, waiting: sent.filter(({ id }) => needs.has(id)) });
  }

  /** The reason for all that wait for one; null leaves them where they are. */
  async function answer(reason: DeviationReason | null) {
    if (!asked) return;
    const { wish, done, waiting } = asked;
    setAsked(null);
    if (reason === null) return finish(wish, done);
    const more = await send(waiting, reason);
    const again = new Set(waiting.map(({ id }) => id));
    finish(wish, {
      changed: [...done.changed, ...more.changed],
      refused: [...done.refused.filter(({ id }) => !again.has(id)), ...more.refused],
      same: done.same + more.same,
    });
  }

  return { work, asked, refused, start, answer, dismiss: () => setRefused([]) };
}
export type Many = ReturnType<typeof useMany>;
