"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Segmented } from "@/components/ui/radio-group";
import type { MemberStatus, MembersView } from "@/lib/features/members/view";
import { GiveDialog } from "./give-dialog";
import { Invitations } from "./invitations";
import { InviteDialog } from "./invite-dialog";
import { MemberDialog } from "./member-dialog";
import { type MemberAct, MemberTable } from "./member-table";
import { RemoveDialog } from "./remove-dialog";

const STATUSES = ["active", "placeholder", "removed"] as const;
const EMPTY = { active: "emptyStatus", placeholder: "emptyPlaceholder", removed: "emptyRemoved" } as const;

/** Everyone in the organisation, the places that wait for someone, those who left, and the open invitations. */
export function Members({ org, view }: { org: string; view: MembersView }) {
  const t = useTranslations("people");
  const [status, setStatus] = useState<MemberStatus>("active");
  const [typed, setTyped] = useState("");
  const [inviting, setInviting] = useState(false);
  const [act, setAct] = useState<MemberAct | null>(null);
  const count = (of: MemberStatus) => view.members.filter((member) => member.status === of).length;
  const wanted = typed.trim().toLowerCase();
  const members = view.members.filter(
    (member) =>
      member.status === status && `${member.name} ${member.email ?? ""}`.toLowerCase().includes(wanted),
  );
  const close = () => setAct(null);
  return (
    <>
      <PageHeader
        title={t("members.title")}
        sub={t("members.sub", { count: count("active") })}
        actions={
          view.mayEdit && (
            <Button variant="primary" onClick={() => setInviting(true)}>
              <UserPlus className="size-4" aria-hidden="true" />
              {t("members.invite")}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4">
        {view.invitations.length > 0 && <Invitations org={org} view={view} />}
        <Card>
          <div className="mb-3 flex flex-wrap items-center gap-3">
            <Segmented
              label={t("members.show")}
              value={status}
              onChange={setStatus}
              options={STATUSES.map((value) => ({
                value,
                label: [t(`status.${value}`), count(value) || ""].join(" ").trim(),
              }))}
            />
            {view.members.length > 8 && (
              <Input
                type="search"
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                aria-label={t("members.search")}
                placeholder={t("members.search")}
                className="sm:w-72"
              />
            )}
          </div>
          {members.length > 0 ? (
            <MemberTable org={org} view={view} members={members} onAct={setAct} />
          ) : (
            <p className="py-6 text-ink-3">{t(`members.${wanted ? "emptySearch" : EMPTY[status]}`)}</p>
          )}
          {view.more > 0 && <p className="mt-3 text-ink-3">{t("members.more", { count: view.more })}</p>}
        </Card>
      </div>
      {inviting && <InviteDialog org={org} view={view} onClose={() => setInviting(false)} />}
      {act?.kind === "claim" && <InviteDialog org={org} view={view} claims={act.member.id} onClose={close} />}
      {act?.kind === "edit" && <MemberDialog org={org} view={view} member={act.member} onClose={close} />}
      {act?.kind === "give" && <GiveDialog org={org} view={view} member={act.member} onClose={close} />}
      {act?.kind === "remove" && <RemoveDialog org={org} view={view} member={act.member} onClose={close} />}
    </>
  );
}
