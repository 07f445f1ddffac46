"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import type { PersonField } from "@/lib/domain/companies/merge-people";
import type { Refusal } from "@/lib/domain/shared/result";
import { mergeContacts, unmergeContacts } from "@/lib/features/companies/actions";
import type { PersonSide } from "@/lib/features/companies/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";

/** Merges two people and takes a merge apart again, both said and both at once. */
export function useMergePeople(org: string) {
  const t = useTranslations("buying.mergePeople");
  const router = useRouter();
  const sentence = useRefusal();
  const unmerge = async (merge: { id: string; name: string }): Promise<void> => {
    const result = await unmergeContacts(org, { id: merge.id }, { key: newId() });
    router.refresh();
    if (!result.ok) return void notify({ title: sentence(result.refusal), tone: "bad" });
    announce(t("undone", { name: merge.name }));
    notify({ title: t("undone", { name: merge.name }), tone: "good" });
  };
  const merge = async (
    from: PersonSide,
    into: PersonSide,
    take: PersonField[],
    { stay }: { stay: boolean },
  ): Promise<Refusal | null> => {
    const mergeId = newId();
    const which = { id: from.id, version: from.version, into: into.id, intoVersion: into.version };
    const result = await mergeContacts(org, { ...which, mergeId, take }, { key: mergeId });
    if (!result.ok) return result.refusal;
    if (stay) router.refresh();
    else router.push(paths.contact(org, into.id));
    const title = t("done", { name: from.name, into: into.name });
    announce(title);
    notify({ title, undo: () => void unmerge({ id: mergeId, name: from.name }) });
    return null;
  };
  return { merge, unmerge };
}
