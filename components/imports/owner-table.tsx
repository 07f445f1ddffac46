"use client";

import { useTranslations } from "next-intl";
import { mapImport } from "@/lib/features/imports/actions";
import { Part } from "./part";
import type { PartProps } from "./part-props";
import { ValueTable } from "./value-table";

const NEW = "new";

/** Who each owner of the file is here: a member, or a placeholder with that name. */
export function OwnerTable({ org, view, mapping, act, mayChange }: PartProps) {
  const t = useTranslations("imports.owners");
  const { owners } = mapping;
  if (owners.length === 0) return null;
  const known = owners.filter(({ memberId }) => memberId !== null).length;
  // Who may only look is there to be told of, not to be chosen.
  const named = new Set(owners.map(({ memberId }) => memberId));
  const members = view.members
    .filter(({ id, mayOwn }) => mayOwn || named.has(id))
    .map(({ id, name, status, mayOwn }) => ({
      value: id,
      label: name,
      ...(status === "placeholder" && { hint: t("placeholder") }),
      ...(!mayOwn && { hint: t("readsOnly") }),
    }));
  const title = t("title", { known, total: owners.length });
  return (
    <Part title={title} text={known < owners.length ? t("text") : undefined}>
      <ValueTable
        label={title}
        means={t("member")}
        nameOf={(value) => t("of", { value })}
        rows={owners.map(({ value, count, memberId, reason }) => ({
          value,
          count,
          chosen: memberId ?? NEW,
          // A placeholder beside a member of the same name would be the same person twice.
          options: [
            ...(reason === "same-name" ? [] : [{ value: NEW, label: t("new", { name: value }) }]),
            ...members,
          ],
        }))}
        options={members}
        mayChange={mayChange}
        onChoose={(value, key) =>
          act(() => mapImport(org, { id: view.id, owners: [{ value, target: key === NEW ? null : key }] }))
        }
      />
    </Part>
  );
}
