"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { notify } from "@/components/ui/toast";
import type { Refusal } from "@/lib/domain/shared/result";
import { inLocale, type LocalText } from "@/lib/domain/shared/text";
import { archiveEntry, mergeEntry, restoreEntry, undoMerge } from "@/lib/features/registers/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Result } from "@/lib/platform/verb";
import { useTextLocale } from "../words";

type Named = { readonly id: string; readonly name: LocalText };

/** What can be done with an entry besides changing it; everything here is undone from its own message. */
export function useRegisters(org: string) {
  const t = useTranslations("registers");
  const router = useRouter();
  const say = useRefusal();
  const locale = useTextLocale();
  const nameOf = ({ name }: Pick<Named, "name">) => inLocale(name, locale);

  /** Does it and says so; a refusal stays on screen with what can be done instead. True when it was done. */
  const act = async (doing: Promise<Result<unknown>>, title: string, undo?: () => void): Promise<boolean> => {
    const result = await doing;
    if (result.ok) notify({ title, ...(undo && { undo }) });
    else notify({ title: say(result.refusal), tone: "bad" });
    router.refresh();
    return result.ok;
  };
  const restore = (entry: Named) =>
    act(restoreEntry(org, { id: entry.id }), t("restored", { name: nameOf(entry) }));
  const takeOut = (entry: Named) =>
    act(undoMerge(org, { id: entry.id }), t("unmerged", { name: nameOf(entry) }));
  return {
    t,
    processes: useTranslations("processes")("title"),
    locale,
    nameOf,
    refresh: () => router.refresh(),
    restore,
    takeOut,
    archive: (entry: Named) =>
      act(archiveEntry(org, { id: entry.id }), t("archived", { name: nameOf(entry) }), () => restore(entry)),
    /** Gives back why it was refused, for the dialog that asked, or null. */
    merge: async (entry: Named, into: Named): Promise<Refusal | null> => {
      const result = await mergeEntry(org, { id: entry.id, into: into.id });
      if (result.ok) {
        const title = t("merged", { name: nameOf(entry), into: nameOf(into) });
        notify({ title, undo: () => takeOut(entry) });
      }
      router.refresh();
      return result.ok ? null : result.refusal;
    },
  };
}
export type Registers = ReturnType<typeof useRegisters>;
