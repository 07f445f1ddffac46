import { useLocale, useTranslations } from "next-intl";
import { ROLES } from "@/lib/domain/policy/permissions";
import { inLocale } from "@/lib/domain/shared/text";
import type { MembersView } from "@/lib/features/members/view";

/** The lists that the forms about people choose from, in the language of the page. */
export function useChoices(view: MembersView) {
  const t = useTranslations("people");
  const locale = useLocale() === "nl" ? "nl" : "en";
  const named = (rows: MembersView["commercialRoles"]) =>
    rows.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }));
  return {
    roles: ROLES.filter((role) => role !== "owner" || view.me.role === "owner").map((role) => ({
      value: role,
      label: t(`role.${role}`),
    })),
    teams: view.teams.map(({ id, name }) => ({ value: id, label: name })),
    commercialRoles: named(view.commercialRoles),
    departments: named(view.departments),
  };
}
