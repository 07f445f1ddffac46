"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { notify } from "@/components/ui/toast";
import type { Refusal } from "@/lib/domain/shared/result";
import { readImportView, readStatus } from "@/lib/features/imports/actions";
import type { ImportStatus, ImportView } from "@/lib/features/imports/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";

const RUNNING: readonly ImportStatus[] = ["checking", "applying", "undoing"];
const POLL_MS = 1_000;

/** Whether a job works on the import. */
export const isRunning = (status: ImportStatus): boolean => RUNNING.includes(status);

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** An import as it is now: read again after each change, and followed while a job runs. */
export function useImport(org: string, initial: ImportView) {
  const sentence = useRefusal();
  const [pending, setPending] = useState(false);
  const input = { id: initial.id };
  const whole = useQuery({
    queryKey: ["import", org, initial.id],
    queryFn: async ({ signal }) => need(await readImportView(org, input, signal)),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const running = isRunning(whole.data.status);
  const status = useQuery({
    queryKey: ["import", org, initial.id, "status"],
    queryFn: async ({ signal }) => need(await readStatus(org, input, signal)),
    enabled: running,
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
  const now = status.data;
  const fresh = running && now !== undefined && now.version >= whole.data.version;
  const view: ImportView = fresh ? { ...whole.data, ...now } : whole.data;
  const ended = fresh && !isRunning(now.status);
  const { refetch } = whole;
  useEffect(() => {
    if (ended) void refetch();
  }, [ended, refetch]);

  /**
   * Runs a change, says what is refused, and reads the import again. True when it was done. `leave` is for a change
   * after which there is nothing left to read.
   */
  const act = async (work: () => Promise<Answer>, leave?: () => void): Promise<boolean> => {
    setPending(true);
    const answer = await work();
    if (!answer.ok) notify({ title: sentence(answer.refusal), tone: "bad" });
    if (answer.ok && leave) leave();
    else await refetch();
    setPending(false);
    return answer.ok;
  };
  return { view, act, pending };
}
export type Act = ReturnType<typeof useImport>["act"];

/** What each part of an import's page is given: the import, how to change it, and whether a change is under way. */
export type ImportPart = { org: string; view: ImportView; act: Act; pending: boolean };

function need<T>(answer: { ok: true; value: T } | { ok: false; refusal: Refusal }): T {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
