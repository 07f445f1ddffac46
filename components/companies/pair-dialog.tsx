"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import type { Refusal } from "@/lib/domain/shared/result";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Result } from "@/lib/platform/verb";
import type { Pair } from "./pair-choice";

/** Merges two of a kind: which other one, which of the two stays, and field by field what it will say. */
export function PairDialog<S extends { id: string; deals: number }, F>({
  words,
  otherId,
  read,
  merge,
  other: chooseOther,
  choice,
  onClose,
}: {
  words: { title: string; intro: string; do: string };
  /** Asked for when it is not known. */
  otherId?: string | undefined;
  /** Both, the older first. */
  read: (otherId: string, signal?: AbortSignal) => Promise<Result<{ readonly sides: readonly S[] }>>;
  merge: (pair: Pair<S, F>) => Promise<Refusal | null>;
  other: (value: string | null, onChange: (id: string | null) => void) => ReactNode;
  choice: (pair: Pair<S, F>, onChange: (pair: Pair<S, F>) => void) => ReactNode;
  onClose: () => void;
}) {
  const common = useTranslations("common");
  const sentence = useRefusal();
  const [other, setOther] = useState<string | null>(otherId ?? null);
  const [pair, setPair] = useState<Pair<S, F> | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // The newest of it, so that who gives it anew with every drawing does not make both be read again.
  const latest = useRef(read);
  latest.current = read;

  const load = useCallback(
    async (id: string, signal?: AbortSignal) => {
      const result = await latest.current(id, signal);
      if (signal?.aborted) return;
      if (!result.ok) return setRefused(sentence(result.refusal));
      const [older, newer] = result.value.sides as [S, S];
      // The one that more hangs on stays, until said otherwise.
      const [into, from] = newer.deals > older.deals ? [newer, older] : [older, newer];
      setPair({ into, from, take: [] });
    },
    [sentence],
  );
  useEffect(() => {
    if (!other) return setPair(null);
    const stop = new AbortController();
    void load(other, stop.signal);
    return () => stop.abort();
  }, [other, load]);

  const submit = async () => {
    if (!pair || !other) return;
    setBusy(true);
    setRefused(null);
    const refusal = await merge(pair);
    setBusy(false);
    if (!refusal) return onClose();
    setRefused(sentence(refusal));
    if (refusal.code === "stale") await load(other);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" loading={busy} disabled={!pair} onClick={submit}>
            {words.do}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused && <Banner tone="warn">{refused}</Banner>}
        <p className="text-ink-2">{words.intro}</p>
        {!otherId && chooseOther(other, setOther)}
        {pair && choice(pair, setPair)}
        {other && !pair && !refused && (
          <LoadingRegion>
            <Skeleton className="h-40" />
          </LoadingRegion>
        )}
      </div>
    </Dialog>
  );
}
