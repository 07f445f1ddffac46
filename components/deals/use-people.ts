"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import type { BuyingRole, Stance } from "@/lib/domain/buying/roles";
import {
  addCompetitor,
  addPerson,
  changePerson,
  removeCompetitor,
  removePerson,
} from "@/lib/features/deals/actions";
import type { DealPerson } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";
import { useDeal } from "./deal-provider";

type Part = { role: BuyingRole; stance: Stance; note: string };
type Someone = { contactId: string; name: string; person: { name: string; jobTitle: string | null } | null };
type Competitor = { id: string; name: string };
type Call = () => Promise<Result<unknown>>;

/** What can be done with the buyer's side of a deal; each is done at once, said, and can be taken back. */
export function usePeople() {
  const { org, deal } = useDeal();
  const t = useTranslations("buying");
  const router = useRouter();
  const sentence = useRefusal();
  const { id } = deal;

  const act = async (call: Call, title: string, undo?: Call): Promise<boolean> => {
    const result = await call();
    router.refresh();
    if (!result.ok) {
      notify({ title: sentence(result.refusal), tone: "bad" });
      return false;
    }
    announce(title);
    notify({ title, ...(undo && { undo: () => void act(undo, t("undone")) }) });
    return true;
  };
  const put = (contactId: string, part: Part) => () =>
    addPerson(org, { id, contactId, ...part }, { key: newId() });
  const take = (contactId: string) => () => removePerson(org, { id, contactId }, { key: newId() });
  const enter = (name: string) => () =>
    addCompetitor(org, { id, competitorId: newId(), name }, { key: newId() });
  const leave = (competitorId: string) => () => removeCompetitor(org, { id, competitorId }, { key: newId() });

  return {
    add: ({ contactId, name, person }: Someone, part: Part) =>
      act(
        () => addPerson(org, { id, contactId, person, ...part }, { key: contactId }),
        t("added", { name }),
        take(contactId),
      ),
    change: ({ contactId, name, version, role, stance, note }: DealPerson, set: Part) => {
      if (version === null || role === null)
        return act(put(contactId, set), t("changed", { name }), take(contactId));
      const to = (at: number, part: Part) => () =>
        changePerson(org, { id, contactId, version: at, set: part }, { key: newId() });
      return act(to(version, set), t("changed", { name }), to(version + 1, { role, stance, note }));
    },
    remove: ({ contactId, name, role, stance, note }: DealPerson) =>
      role !== null && act(take(contactId), t("removed", { name }), put(contactId, { role, stance, note })),
    addCompetitor: (name: string) => {
      const competitorId = newId();
      // The server may know it under another id, and says so.
      let entered = competitorId;
      return act(
        async () => {
          const result = await addCompetitor(org, { id, competitorId, name }, { key: competitorId });
          if (result.ok) entered = result.value.competitorId;
          return result;
        },
        t("competitorAdded", { name }),
        () => leave(entered)(),
      );
    },
    removeCompetitor: ({ id: competitorId, name }: Competitor) =>
      act(leave(competitorId), t("competitorRemoved", { name }), enter(name)),
  };
}
