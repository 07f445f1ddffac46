"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type BuyingRole, personFrom } from "@/lib/domain/buying/roles";
import { normalName } from "@/lib/domain/import/names";
import { readDealContacts } from "@/lib/features/deals/actions";
import { newId } from "@/lib/platform/id";
import { useDeal } from "./deal-provider";
import { usePartOptions } from "./person-edit";
import { usePeople } from "./use-people";

type Known = { id: string; name: string; jobTitle: string | null };
const NEW = "new:";

/** Adds someone on one line: a person of the company, or a new one as typed, and what they are in the decision. */
export function PersonAdd({ onClose }: { onClose: () => void }) {
  const { org, deal } = useDeal();
  const t = useTranslations("buying");
  const common = useTranslations("common");
  const { add } = usePeople();
  const { roles } = usePartOptions();
  const [known, setKnown] = useState<Known[]>([]);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [role, setRole] = useState<BuyingRole | null>(null);
  const [busy, setBusy] = useState(false);
  // What is missing is said once they wanted to go on without it, and no longer than it is missing.
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const stop = new AbortController();
    readDealContacts(org, { id: deal.id }, stop.signal).then(
      (result) => result.ok && !stop.signal.aborted && setKnown(result.value),
    );
    return () => stop.abort();
  }, [org, deal.id]);

  const options = useMemo(() => {
    const taken = new Set(deal.people.map(({ contactId }) => contactId));
    const rows: { value: string; label: string; hint?: string }[] = known
      .filter(({ id }) => !taken.has(id))
      .map(({ id, name, jobTitle }) => ({ value: id, label: name, ...(jobTitle && { hint: jobTitle }) }));
    const line = chosen?.startsWith(NEW) ? chosen.slice(NEW.length) : typed.trim();
    const same = ({ label }: { label: string }) => normalName(label) === normalName(personFrom(line).name);
    const hint = deal.company ? t("newPersonAt", { company: deal.company.name }) : t("newPerson");
    if (line && !rows.some(({ label }) => label === typed.trim()))
      rows.push({ value: `${NEW}${line}`, label: line, hint: rows.some(same) ? t("newPerson") : hint });
    return rows;
  }, [known, typed, chosen, deal.people, deal.company, t]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!chosen || !role) {
      setTried(true);
      form.current?.querySelectorAll<HTMLElement>("[role=combobox]")[chosen ? 1 : 0]?.focus();
      return;
    }
    const person = chosen.startsWith(NEW) ? personFrom(chosen.slice(NEW.length)) : null;
    const contactId = person ? newId() : chosen;
    const name = person?.name ?? known.find(({ id }) => id === chosen)?.name ?? "";
    setBusy(true);
    const done = await add({ contactId, name, person }, { role, stance: "unknown", note: "" });
    setBusy(false);
    if (done) onClose();
  };

  return (
    <form
      ref={form}
      onSubmit={submit}
      className="mb-2 grid items-start gap-3 pb-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto]"
    >
      <Field label={t("who")} error={tried && !chosen && t("whoMissing")}>
        <Combobox
          options={options}
          value={chosen}
          onChange={setChosen}
          onSearch={setTyped}
          placeholder={t("whoPlaceholder")}
        />
      </Field>
      <Field label={t("role")} error={tried && !role && t("roleMissing")}>
        <Select options={roles} value={role} onChange={setRole} placeholder={t("role")} />
      </Field>
      {/* Beside the fields, not their labels. */}
      <div className="flex gap-2 sm:pt-5">
        <Button type="submit" loading={busy}>
          {common("add")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
