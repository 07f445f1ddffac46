"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import type { keepApart } from "@/lib/features/companies/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";

type Pair = { one: { id: string; name: string }; other: { id: string; name: string } };

/** Says of two that they are not the same, with the way back. */
export function useApart(org: string, keep: typeof keepApart, again: typeof keepApart) {
  const t = useTranslations("buying.duplicates");
  const router = useRouter();
  const sentence = useRefusal();
  return async (pair: Pair | undefined): Promise<void> => {
    if (!pair) return;
    const input = { id: pair.one.id, otherId: pair.other.id };
    const act = async (verb: typeof keepApart, title: string, undo?: () => void) => {
      const result = await verb(org, input, { key: newId() });
      router.refresh();
      if (!result.ok) return void notify({ title: sentence(result.refusal), tone: "bad" });
      announce(title);
      notify({ title, ...(undo && { undo }) });
    };
    const names = { one: pair.one.name, other: pair.other.name };
    await act(keep, t("saidApart", names), () => void act(again, t("undone")));
  };
}
