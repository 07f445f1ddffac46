"use client";

import { useTranslations } from "next-intl";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { MemberRow, MembersView } from "@/lib/features/members/view";
import { counts } from "./counts";

const NOBODY = "nobody";
const FEW = 12;

/** Who gets the open deals and tasks of someone: an active colleague, or nobody for now. */
export function ReceiverField({
  view,
  of,
  value,
  onChange,
  mayStay,
}: {
  view: MembersView;
  of: MemberRow;
  value: string | null;
  onChange: (id: string | null) => void;
  /** Whether they may also stay where they are. */
  mayStay: boolean;
}) {
  const t = useTranslations("people.receiver");
  const people = view.members
    .filter(({ id, status, role }) => id !== of.id && status === "active" && role !== "viewer")
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Field
      label={t("label", counts({ deals: of.openDeals, tasks: of.openTasks }))}
      hint={mayStay ? t("hint") : undefined}
    >
      {people.length > FEW ? (
        <Combobox options={people} value={value} onChange={onChange} placeholder={t("nobody")} />
      ) : (
        <Select
          value={value ?? (mayStay ? NOBODY : null)}
          placeholder={t("choose")}
          options={[...(mayStay ? [{ value: NOBODY, label: t("nobody") }] : []), ...people]}
          onChange={(next) => onChange(next === NOBODY ? null : next)}
        />
      )}
    </Field>
  );
}
