"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SEES, type Sees } from "@/lib/domain/policy/permissions";
import { inLocale } from "@/lib/domain/shared/text";
import type { Rules } from "@/lib/features/visibility/input";
import type { VisibilityView } from "@/lib/features/visibility/view";
import { FOLLOWS, withGroup } from "./rules";

type Props = { view: VisibilityView; rules: Rules; onChange: (rules: Rules) => void };

/** The three places where one says how far people see, the one that counts first on top. */
export function RulesCards({ view, rules, onChange }: Props) {
  const t = useTranslations("settings.visibility");
  const role = useTranslations("people.role");
  const locale = useLocale() === "nl" ? "nl" : "en";
  const reaches = (of: readonly Sees[]) => of.map((value) => ({ value, label: t(`reach.${value}`) }));
  const groups = (kind: "teams" | "commercialRoles", named: readonly { id: string; name: string }[]) =>
    named.map(({ id, name }) => (
      <Field key={id} label={name}>
        <Select
          value={rules[kind].find((group) => group.id === id)?.sees ?? FOLLOWS}
          options={[{ value: FOLLOWS, label: t(`follows.${kind}`) }, ...reaches(SEES)]}
          onChange={(sees) => onChange(withGroup(rules, kind, id, sees as Sees | typeof FOLLOWS))}
        />
      </Field>
    ));
  const roles = view.commercialRoles.map(({ id, name }) => ({ id, name: inLocale(name, locale) }));
  return (
    <>
      <Card title={t("byRole")} sub={t("byRoleSub")}>
        <div className="flex flex-col gap-4">
          {(["manager", "rep", "viewer"] as const).map((key) => (
            <Field key={key} label={role(key)}>
              <Select
                value={rules.roles[key] as Sees}
                options={reaches(key === "manager" ? ["team", "all"] : SEES)}
                onChange={(sees) => onChange({ ...rules, roles: { ...rules.roles, [key]: sees } })}
              />
            </Field>
          ))}
        </div>
      </Card>
      {roles.length > 0 && (
        <Card title={t("byCommercialRole")} sub={t("byCommercialRoleSub")}>
          <div className="flex flex-col gap-4">{groups("commercialRoles", roles)}</div>
        </Card>
      )}
      {view.teams.length > 0 && (
        <Card title={t("byTeam")} sub={t("byTeamSub")}>
          <div className="flex flex-col gap-4">{groups("teams", view.teams)}</div>
        </Card>
      )}
    </>
  );
}
