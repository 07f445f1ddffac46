"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { notify } from "@/components/ui/toast";
import type { Refusal } from "@/lib/domain/shared/result";
import {
  deleteCompany,
  deleteContact,
  restoreCompany,
  restoreContact,
} from "@/lib/features/companies/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";

type Thing = { id: string; name: string; version: number };

/** Says what was thrown away and offers the way back, at once and without a question before it. */
function useUndo(org: string) {
  const t = useTranslations("deals.companies");
  const sentence = useRefusal();
  const router = useRouter();
  const refused = (refusal: Refusal) => notify({ title: sentence(refusal), tone: "bad" });
  const done = ({ id, name }: Thing, back: typeof restoreCompany, then: () => void) =>
    notify({
      title: t("thrownAway", { name }),
      undo: async () => {
        const result = await back(org, { id }, { key: newId() });
        if (!result.ok) return void refused(result.refusal);
        notify({ title: t("backAgain", { name }), tone: "good" });
        then();
      },
    });
  return { router, refused, done };
}

/** Throws the company on the page away and goes to the list; undoing comes back to it. */
export function useThrowAwayCompany(org: string, company: Thing): () => Promise<void> {
  const { router, refused, done } = useUndo(org);
  return async () => {
    const result = await deleteCompany(org, { id: company.id, version: company.version }, { key: newId() });
    if (!result.ok) return void refused(result.refusal);
    done(company, restoreCompany, () => router.push(paths.company(org, company.id)));
    router.push(paths.companies(org));
  };
}

/** Throws a person away; false when that was refused. */
export function useThrowAwayContact(org: string): (contact: Thing) => Promise<boolean> {
  const { router, refused, done } = useUndo(org);
  return async (contact) => {
    const result = await deleteContact(org, { id: contact.id, version: contact.version }, { key: newId() });
    if (!result.ok) {
      refused(result.refusal);
      return false;
    }
    done(contact, restoreContact, () => router.refresh());
    router.refresh();
    return true;
  };
}
