"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { inLocale } from "@/lib/domain/shared/text";
import type { MemberRow, MembersView } from "@/lib/features/members/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";

export type MemberAct = { kind: "edit" | "claim" | "give" | "remove"; member: MemberRow };

/** People with what they may do and where they belong. Narrow screens keep the name, the role and the actions. */
export function MemberTable({
  org,
  view,
  members,
  onAct,
}: {
  org: string;
  view: MembersView;
  members: readonly MemberRow[];
  onAct: (act: MemberAct) => void;
}) {
  const t = useTranslations("people");
  const format = useFormat();
  const locale = useLocale() === "nl" ? "nl" : "en";
  const teams = new Map(view.teams.map(({ id, name }) => [id, name]));
  const groups = new Map(
    [...view.commercialRoles, ...view.departments].map(({ id, name }) => [id, inLocale(name, locale)]),
  );
  const people = new Map(view.members.map(({ id, name }) => [id, name]));
  const name = (map: Map<string, string>, id: string | null) => (id && map.get(id)) || "";
  return (
    <Table label={t("members.title")}>
      <Thead>
        <tr>
          <Th>{t("members.name")}</Th>
          <Th className="hidden sm:table-cell">{t("members.role")}</Th>
          <Th className="hidden md:table-cell">{t("members.team")}</Th>
          <Th className="hidden lg:table-cell">{t("members.commercialRole")}</Th>
          <Th className="hidden xl:table-cell">{t("members.department")}</Th>
          <Th className="hidden xl:table-cell">{t("members.manager")}</Th>
          <Th numeric>{t("members.deals")}</Th>
          {view.mayEdit && (
            <Th className="w-12">
              <span className="sr-only">{t("members.actionsColumn")}</span>
            </Th>
          )}
        </tr>
      </Thead>
      <Tbody>
        {members.map((member) => (
          <Tr key={member.id}>
            <Th row className="w-full max-w-0 py-2 sm:w-auto sm:max-w-none">
              <span className="flex min-w-0 items-center gap-3">
                <Avatar name={member.name} />
                <span className="min-w-0">
                  <span className="block">
                    {member.name}
                    {member.id === view.me.id && (
                      <span className="font-normal text-ink-3"> ({t("members.you")})</span>
                    )}
                  </span>
                  {member.email && (
                    <span className="block truncate text-caption font-normal text-ink-3">{member.email}</span>
                  )}
                  <span className="block text-caption font-normal text-ink-2 sm:hidden">
                    {t(`role.${member.role}`)}
                  </span>
                </span>
              </span>
            </Th>
            <Td className="hidden sm:table-cell">{t(`role.${member.role}`)}</Td>
            <Td className="hidden md:table-cell">{name(teams, member.teamId)}</Td>
            <Td className="hidden lg:table-cell">{name(groups, member.commercialRoleId)}</Td>
            <Td className="hidden xl:table-cell">{name(groups, member.departmentId)}</Td>
            <Td className="hidden xl:table-cell">{name(people, member.managerId)}</Td>
            <Td numeric>
              {member.deals === 0 ? (
                <span className="text-ink-3">0</span>
              ) : (
                <Link
                  href={paths.deals(org, { owner: member.id })}
                  title={t("members.dealsAll", { count: member.deals })}
                  aria-label={t("members.dealsOf", { open: member.openDeals, name: member.name })}
                  className="inline-flex min-h-6 items-center text-accent hover:underline"
                >
                  {format.number(member.openDeals)}
                </Link>
              )}
            </Td>
            {view.mayEdit && (
              <Td className="text-right">
                {(member.status !== "removed" || member.openDeals + member.openTasks > 0) && (
                  <Menu
                    trigger={
                      <IconButton label={t("members.actions", { name: member.name })} tooltip={false}>
                        <Ellipsis className="size-4" aria-hidden="true" />
                      </IconButton>
                    }
                  >
                    {member.status !== "removed" && (
                      <MenuItem onSelect={() => onAct({ kind: "edit", member })}>
                        {t("members.edit")}
                      </MenuItem>
                    )}
                    {member.openDeals + member.openTasks > 0 && (
                      <MenuItem onSelect={() => onAct({ kind: "give", member })}>
                        {t("members.give")}
                      </MenuItem>
                    )}
                    {member.status === "placeholder" && (
                      <MenuItem onSelect={() => onAct({ kind: "claim", member })}>
                        {t("members.claim")}
                      </MenuItem>
                    )}
                    {member.id !== view.me.id && member.status !== "removed" && (
                      <MenuItem danger onSelect={() => onAct({ kind: "remove", member })}>
                        {t("members.remove")}
                      </MenuItem>
                    )}
                  </Menu>
                )}
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
