"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SideSheet } from "@/components/ui/side-sheet";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import type { Refusal } from "@/lib/domain/shared/result";
import { createCompany } from "@/lib/features/companies/actions";
import { editDeal, readChoices } from "@/lib/features/deals/actions";
import type { DealChoices } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { SERVER } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { DealFields } from "./deal-fields";
import { type DealValues, dealSchema } from "./deal-form";
import { useDeal } from "./deal-provider";
import {
  changesFrom,
  conflictsOf,
  type Edited,
  fromValues,
  type Stored,
  storedNow,
  storedOf,
  toValues,
} from "./edit-values";
import { useLanguage } from "./words";

/** Edits the fields of a deal. A save that came too late keeps what was typed and asks, field by field, whose stays. */
export function EditSheet({ onClose }: { onClose: () => void }) {
  const { org } = useDeal();
  const t = useTranslations("deals.form");
  const sentence = useRefusal();
  const formId = useId();
  const [choices, setChoices] = useState<DealChoices | null>(null);
  const [failed, setFailed] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const common = useTranslations("common");
  useEffect(() => {
    const stop = new AbortController();
    readChoices(org, {}, stop.signal).then((result) => {
      if (stop.signal.aborted) return;
      if (result.ok) setChoices(result.value);
      else setFailed(result.refusal);
    });
    return () => stop.abort();
  }, [org]);
  return (
    <SideSheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("editTitle")}
      footer={
        <>
          <Button type="submit" form={formId} variant="primary" loading={busy} disabled={!choices}>
            {common("save")}
          </Button>
          <Button onClick={onClose}>{common("cancel")}</Button>
        </>
      }
    >
      {failed && <Banner tone="bad">{sentence(failed)}</Banner>}
      {choices ? (
        <EditForm id={formId} choices={choices} onBusy={setBusy} onDone={onClose} />
      ) : (
        <LoadingRegion className="flex flex-col gap-4">
          {["a", "b", "c", "d", "e"].map((key) => (
            <Skeleton key={key} className="h-12" />
          ))}
        </LoadingRegion>
      )}
    </SideSheet>
  );
}

type Conflict = { who: string; ago: string; theirs: Stored; fields: Edited[] };

function EditForm({
  id: formId,
  choices,
  onBusy,
  onDone,
}: {
  id: string;
  choices: DealChoices;
  onBusy: (busy: boolean) => void;
  onDone: () => void;
}) {
  const { org, deal } = useDeal();
  const { act } = useDeal();
  const t = useTranslations("deals.form");
  const relative = useFormatter();
  const locale = useLanguage();
  const sentence = useRefusal();
  const { currency } = choices;
  // What the sheet was opened with, or what was there after a refused save: changes are counted from it.
  const [base, setBase] = useState(() => ({ version: deal.version, stored: storedOf(deal) }));
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm<DealValues>({
    resolver: zodResolver(dealSchema(locale, currency)),
    defaultValues: toValues(base.stored, locale, currency),
  });

  const submit = form.handleSubmit(async (values) => {
    setRefused(null);
    onBusy(true);
    try {
      let companyId = values.companyId;
      if (!companyId && values.companyName) {
        const made = await createCompany(org, { id: newId(), name: values.companyName }, { key: newId() });
        if (!made.ok) return setRefused(sentence(made.refusal));
        companyId = made.value.id;
        form.setValue("companyId", companyId);
        form.setValue("companyName", "");
      }
      const mine = fromValues({ ...values, companyId }, locale, currency);
      const fields = changesFrom(base.stored, mine);
      if (!Object.keys(fields).length) return onDone();
      const result = await editDeal(org, { id: deal.id, version: base.version, fields }, { key: newId() });
      if (result.ok) {
        // The page takes the new version up like any other change.
        await act(async () => result, { title: t("saved") });
        return onDone();
      }
      if (result.refusal.field === "expectedClose")
        return form.setError("expectedClose", { type: SERVER, message: sentence(result.refusal) });
      if (result.refusal.code !== "stale") return setRefused(sentence(result.refusal));
      const current = result.refusal.current as { version: number; fields: Record<string, unknown> };
      const theirs = storedNow(current.fields);
      const both = conflictsOf(base.stored, mine, theirs);
      // What only they changed is taken over; what only I changed stays; what both changed is asked.
      const next = toValues({ ...theirs, ...pick(mine, base.stored, theirs) }, locale, currency);
      form.reset(next, { keepDefaultValues: true });
      setBase({ version: current.version, stored: theirs });
      const { who, at } = result.refusal.params ?? {};
      setConflict({
        who: String(who || t("someone")),
        ago: at ? relative.relativeTime(new Date(String(at)), new Date()) : "",
        theirs,
        fields: both,
      });
    } finally {
      onBusy(false);
    }
  });

  const settle = (field: Edited, take: boolean) => {
    if (!conflict) return;
    if (take) {
      const values = toValues(conflict.theirs, locale, currency);
      form.setValue(field, values[field], { shouldDirty: true });
    }
    const fields = conflict.fields.filter((each) => each !== field);
    setConflict({ ...conflict, fields });
  };

  return (
    <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
      {refused && <Banner tone="bad">{refused}</Banner>}
      {conflict && <ConflictNote conflict={conflict} choices={choices} onSettle={settle} />}
      <DealFields
        org={org}
        form={form}
        choices={withOwn(choices, deal)}
        currency={currency}
        opened={deal.openedOn}
      />
    </form>
  );
}

/** My own changes, kept over theirs until somebody says otherwise. */
function pick(mine: Stored, base: Stored, theirs: Stored): Partial<Stored> {
  return changesFrom(base, { ...theirs, ...changesFrom(base, mine) } as Stored) as Partial<Stored>;
}

/** The choices with what the deal points at now, even when that is no longer offered to others. */
function withOwn(
  choices: DealChoices,
  deal: { company: { id: string; name: string } | null; owner: { id: string; name: string } },
) {
  const owners = choices.owners.some(({ id }) => id === deal.owner.id)
    ? choices.owners
    : [...choices.owners, deal.owner];
  return {
    ...choices,
    owners,
    companies: deal.company ? [deal.company, ...choices.companies] : choices.companies,
  };
}

function ConflictNote({
  conflict,
  choices,
  onSettle,
}: {
  conflict: Conflict;
  choices: DealChoices;
  onSettle: (field: Edited, take: boolean) => void;
}) {
  const t = useTranslations("deals.form");
  const names = useTranslations("deals.fields");
  const common = useTranslations("common");
  const format = useFormat();
  const { theirs, fields, who, ago } = conflict;
  const label: Record<Edited, string> = {
    title: names("title"),
    companyId: names("company"),
    amount: names("amount"),
    expectedClose: names("expectedClose"),
    ownerId: names("owner"),
    productId: names("product"),
    segment: names("segment"),
  };
  const named = (rows: readonly { id: string; name: string }[], id: string | null) =>
    rows.find((row) => row.id === id)?.name;
  const shown = (field: Edited): string => {
    if (field === "amount")
      return theirs.amount ? format.money(theirs.amount.minor, theirs.amount.currency) : "";
    if (field === "expectedClose")
      return theirs.expectedClose ? format.day(theirs.expectedClose, "year") : "";
    if (field === "companyId") return named(choices.companies, theirs.companyId) ?? "";
    if (field === "ownerId") return named(choices.owners, theirs.ownerId) ?? "";
    if (field === "productId") return named(choices.products, theirs.productId) ?? "";
    return theirs[field] ?? "";
  };
  return (
    <Banner tone="warn" title={t("conflict", { who, ago })}>
      {fields.length === 0 ? (
        <p>{t("conflictSettled")}</p>
      ) : (
        <ul className="mt-1 space-y-2">
          {fields.map((field) => (
            <li key={field} className="flex flex-wrap items-center gap-2">
              <span className="min-w-0 flex-1">
                {label[field]}: <strong>{shown(field) || common("none")}</strong>
              </span>
              <Button size="small" onClick={() => onSettle(field, false)}>
                {t("keepMine")}
              </Button>
              <Button size="small" onClick={() => onSettle(field, true)}>
                {t("takeTheirs")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
