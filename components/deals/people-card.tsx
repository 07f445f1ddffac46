"use client";

import { Pencil, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { showPlace } from "@/components/ui/show-place";
import { type Stance, someoneDecides } from "@/lib/domain/buying/roles";
import type { DealPerson } from "@/lib/features/deals/view";
import { paths } from "@/lib/platform/paths";
import { CompetitorsSection } from "./competitors-section";
import { useDeal } from "./deal-provider";
import { PersonAdd } from "./person-add";
import { PersonEdit } from "./person-edit";
import { usePeople } from "./use-people";

const TONE: Record<Stance, Tone> = { for: "good", against: "warn", unknown: "neutral" };

/** The buyer's side: who takes part in the decision and as what, and who else is in the race. */
export function PeopleCard() {
  const { deal } = useDeal();
  const t = useTranslations("buying");
  const [adding, setAdding] = useState(false);
  const may = deal.mayEdit && !deal.deleted;
  useCommands([may && { label: t("add"), run: () => setAdding(true) }]);
  return (
    <Card
      title={t("title")}
      sub={t("sub")}
      actions={
        may &&
        !adding && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        )
      }
    >
      {adding && <PersonAdd onClose={() => setAdding(false)} />}
      {deal.people.length === 0 && !adding && <p className="text-ink-3">{t("none")}</p>}
      <ul>
        {deal.people.map((person) => (
          <Person key={person.contactId} person={person} may={may} />
        ))}
      </ul>
      {deal.status === "open" && deal.people.length > 0 && !someoneDecides(deal.people) && (
        <p className="mt-2 rounded-control bg-warn-soft px-3 py-2 text-warn">{t("nobodyDecides")}</p>
      )}
      <CompetitorsSection may={may} />
    </Card>
  );
}

function Person({ person, may }: { person: DealPerson; may: boolean }) {
  const { org } = useDeal();
  const t = useTranslations("buying");
  const { change, remove } = usePeople();
  const [editing, setEditing] = useState(false);
  const { contactId, name, jobTitle, role, stance, note } = person;
  const row = useRef<HTMLLIElement>(null);
  useCommands([
    may && {
      label: t("editHere", { name }),
      run: () => {
        setEditing(true);
        showPlace(row.current);
      },
    },
    may && role !== null && { label: t("remove", { name }), away: true, run: () => void remove(person) },
  ]);
  return (
    <li ref={row} className="border-t border-line py-2.5 first:border-t-0">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="break-words">
            <Link
              href={paths.contact(org, contactId)}
              prefetch={false}
              className="text-body-strong hover:underline"
            >
              <bdi>{name}</bdi>
            </Link>
            {jobTitle && (
              <span className="text-caption font-normal text-ink-3">
                {" "}
                <bdi>{jobTitle}</bdi>
              </span>
            )}
          </p>
          <p className="mt-1 flex flex-wrap gap-1.5">
            <Badge tone={role === null ? "neutral" : "accent"}>
              {role === null ? t("noRole") : t(`roles.${role}`)}
            </Badge>
            {role !== null && <Badge tone={TONE[stance]}>{t(`stanceIs.${stance}`)}</Badge>}
          </p>
          {note && !editing && (
            <p
              dir="auto"
              className="mt-1 text-caption font-normal break-words whitespace-pre-line text-ink-2"
            >
              {note}
            </p>
          )}
        </div>
        {may && !editing && (
          <div className="flex shrink-0">
            <IconButton label={t("edit", { name })} tooltip={false} onClick={() => setEditing(true)}>
              <Pencil className="size-4" aria-hidden="true" />
            </IconButton>
            {role !== null && (
              <IconButton label={t("remove", { name })} tooltip={false} onClick={() => remove(person)}>
                <X className="size-4" aria-hidden="true" />
              </IconButton>
            )}
          </div>
        )}
      </div>
      {editing && (
        <PersonEdit
          person={person}
          onClose={() => setEditing(false)}
          onSave={async (part) => (await change(person, part)) && setEditing(false)}
        />
      )}
    </li>
  );
}
