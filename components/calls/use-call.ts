"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Result } from "@/lib/platform/verb";

type Changed = { id: string; version: number };

/** Changes a call and says so, with the way back; gives whether it was done. What is refused is said and changes nothing. */
export function useCall() {
  const t = useTranslations("calls");
  const router = useRouter();
  const sentence = useRefusal();
  const [busy, setBusy] = useState(false);
  const change = async (
    work: () => Promise<Result<Changed>>,
    title: string,
    undo?: (changed: Changed) => void,
  ): Promise<boolean> => {
    setBusy(true);
    const result = await work();
    setBusy(false);
    if (!result.ok) {
      const stale = result.refusal.code === "stale";
      notify({ title: stale ? t("conflict") : sentence(result.refusal), tone: "bad" });
      if (stale) router.refresh();
      return false;
    }
    announce(title);
    notify({ title, ...(undo && { undo: () => undo(result.value) }) });
    router.refresh();
    return true;
  };
  return { busy, change };
}
