"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { BUYING_ROLES, type BuyingRole, STANCES, type Stance } from "@/lib/domain/buying/roles";

const MOST_NOTE = 500;
type Part = { role: BuyingRole; stance: Stance; note: string };

/** The roles and stances as a list to choose from, in the reader's words. */
export function usePartOptions() {
  const t = useTranslations("buying");
  return {
    roles: BUYING_ROLES.map((value) => ({ value, label: t(`roles.${value}`) })),
    stances: STANCES.map((value) => ({ value, label: t(`stances.${value}`) })),
  };
}

/** What someone is on the deal, where they stand, and what there is to know. */
export function PersonEdit({
  person,
  onClose,
  onSave,
}: {
  person: { role: BuyingRole | null; stance: Stance; note: string };
  onClose: () => void;
  onSave: (part: Part) => Promise<unknown>;
}) {
  const t = useTranslations("buying");
  const common = useTranslations("common");
  const { roles, stances } = usePartOptions();
  const [part, setPart] = useState(person);
  const [busy, setBusy] = useState(false);
  const { role, stance, note } = part;
  const ready = role !== null && note.trim().length <= MOST_NOTE;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (role === null || !ready) return;
    setBusy(true);
    await onSave({ role, stance, note: note.trim() });
    setBusy(false);
  };
  return (
    <form onSubmit={submit} className="mt-2 grid gap-3 sm:grid-cols-2">
      <Field label={t("role")}>
        <Select options={roles} value={role} onChange={(next) => setPart({ ...part, role: next })} />
      </Field>
      <Field label={t("stance")}>
        <Select options={stances} value={stance} onChange={(next) => setPart({ ...part, stance: next })} />
      </Field>
      <Field label={t("note")} optional className="sm:col-span-2">
        <Input
          dir="auto"
          value={note}
          most={MOST_NOTE}
          placeholder={t("notePlaceholder")}
          onChange={(event) => setPart({ ...part, note: event.currentTarget.value })}
        />
      </Field>
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" size="small" loading={busy} aria-disabled={!ready || undefined}>
          {common("save")}
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
