"use client";

import { useLocale, useTranslations } from "next-intl";
import type { LocalText } from "@/lib/domain/shared/text";
import { inLocale } from "@/lib/domain/shared/text";
import {
  createDepartment,
  createRole,
  createTeam,
  deleteDepartment,
  deleteRole,
  deleteTeam,
  renameDepartment,
  renameRole,
  renameTeam,
} from "@/lib/features/members/actions";
import type { GroupsView } from "@/lib/features/members/view";
import { newId } from "@/lib/platform/id";
import { GroupCard } from "./group-card";
import { RoleNameDialog, TeamNameDialog } from "./group-name-dialog";

/** Teams, commercial roles and departments beside each other. */
export function Groups({ org, view }: { org: string; view: GroupsView }) {
  const t = useTranslations("people.groups");
  const locale = useLocale() === "nl" ? "nl" : "en";
  const kinds = [
    {
      key: "commercialRoles",
      add: t("addRole"),
      create: createRole,
      rename: renameRole,
      remove: deleteRole,
    },
    {
      key: "departments",
      add: t("addDepartment"),
      create: createDepartment,
      rename: renameDepartment,
      remove: deleteDepartment,
    },
  ] as const;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-3">
      <GroupCard
        title={t("teams")}
        empty={t("teamsEmpty")}
        add={t("addTeam")}
        rows={view.teams}
        mayEdit={view.mayEdit}
        remove={(id) => deleteTeam(org, { id })}
        dialog={(row, onClose) => (
          <TeamNameDialog
            title={row ? t("renameOf", { name: row.name }) : t("addTeam")}
            name={row?.name}
            save={(name) =>
              row ? renameTeam(org, { id: row.id, name }) : createTeam(org, { id: newId(), name })
            }
            onClose={onClose}
          />
        )}
      />
      {kinds.map(({ key, add, create, rename, remove }) => (
        <GroupCard<LocalText>
          key={key}
          title={t(key)}
          empty={t(`${key}Empty`)}
          add={add}
          rows={view[key]}
          mayEdit={view.mayEdit}
          remove={(id) => remove(org, { id })}
          dialog={(row, onClose) => (
            <RoleNameDialog
              title={row ? t("renameOf", { name: inLocale(row.name, locale) }) : add}
              name={row?.name}
              save={(name) => (row ? rename(org, { id: row.id, name }) : create(org, { id: newId(), name }))}
              onClose={onClose}
            />
          )}
        />
      ))}
    </div>
  );
}
