"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/toast";
import { type LocalText, readText } from "@/lib/domain/shared/text";
import type { GroupRow } from "@/lib/features/members/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Result } from "@/lib/platform/verb";

/** Teams, commercial roles or departments: what each is called and used for. `dialog` asks for a name. */
export function GroupCard<Name extends string | LocalText>({
  title,
  empty,
  add,
  rows,
  mayEdit,
  remove,
  dialog,
}: {
  title: string;
  empty: string;
  add: string;
  rows: readonly GroupRow<Name>[];
  mayEdit: boolean;
  remove: (id: string) => Promise<Result<unknown>>;
  dialog: (row: GroupRow<Name> | null, onClose: () => void) => ReactNode;
}) {
  const t = useTranslations("people.groups");
  const locale = useLocale() === "nl" ? "nl" : "en";
  const router = useRouter();
  const sentence = useRefusal();
  const [asked, setAsked] = useState<{ row: GroupRow<Name> | null } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const read = (name: Name) =>
    typeof name === "string" ? { text: name, missing: false } : readText(name, locale);
  const onRemove = async (id: string, name: string) => {
    setRefused(null);
    const removed = await remove(id);
    if (removed.ok) notify({ title: t("deleted", { name }) });
    else setRefused(sentence(removed.refusal));
    router.refresh();
  };
  return (
    <Card
      title={title}
      actions={
        mayEdit && (
          <IconButton variant="secondary" label={add} onClick={() => setAsked({ row: null })}>
            <Plus className="size-4" aria-hidden="true" />
          </IconButton>
        )
      }
    >
      {refused && (
        <div className="mb-3">
          <Banner tone="bad">{refused}</Banner>
        </div>
      )}
      {rows.length === 0 && <p className="text-ink-3">{empty}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => {
          const { text, missing } = read(row.name);
          return (
            <li key={row.id} className="flex min-h-12 items-center gap-2 py-1.5">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2 text-body-strong">
                  {text}
                  {missing && <Badge tone="warn">{t("missing", { language: locale })}</Badge>}
                </p>
                <p className="text-caption font-normal text-ink-3">
                  {[
                    t("members", { count: row.members }),
                    row.processes > 0 && t("processes", { count: row.processes }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {mayEdit && (
                <span className="flex">
                  <IconButton
                    label={t("renameOf", { name: text })}
                    tooltip={false}
                    onClick={() => setAsked({ row })}
                  >
                    <Pencil className="size-4" aria-hidden="true" />
                  </IconButton>
                  <IconButton
                    label={t("deleteOf", { name: text })}
                    tooltip={false}
                    onClick={() => onRemove(row.id, text)}
                  >
                    <Trash2 className="size-4" aria-hidden="true" />
                  </IconButton>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {asked && dialog(asked.row, () => setAsked(null))}
    </Card>
  );
}
