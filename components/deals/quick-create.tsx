"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createDeal } from "@/lib/features/deals/actions";
import type { BoardShell } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { readQuickLine } from "./quick-line";
import { useLanguage } from "./words";

/** One typed line becomes a deal in the first stage; what was understood is shown before it is saved. */
export function QuickCreate({ org, shell, onDone }: { org: string; shell: BoardShell; onDone: () => void }) {
  const t = useTranslations("deals.quick");
  const format = useFormat();
  const locale = useLanguage();
  const sentence = useRefusal();
  const [line, setLine] = useState("");
  const [id, setId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const deal = readQuickLine(line, locale, shell.currency);
  const submit = async () => {
    if (!deal || busy) return;
    setBusy(true);
    const { title, company, amount } = deal;
    const result = await createDeal(
      org,
      { id, processId: shell.process.id, title, amount, ...(company && { companyName: company }) },
      { key: id },
    );
    setBusy(false);
    if (!result.ok) return setRefused(sentence(result.refusal));
    setLine("");
    setId(newId());
    setRefused(null);
    onDone();
  };
  return (
    <form
      className="mt-3 flex max-w-xl flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t("label")} hint={t("hint")} error={refused}>
        <Input
          value={line}
          onChange={(event) => setLine(event.target.value)}
          placeholder={t("placeholder")}
          most={300}
        />
      </Field>
      {deal && (
        <p className="flex flex-wrap gap-x-2 text-caption text-ink-2">
          <span>{t("reads")}</span>
          {deal.company && <strong>{deal.company}</strong>}
          <strong>{deal.title}</strong>
          {deal.amount && (
            <strong className="tnum">{format.money(deal.amount.minor, deal.amount.currency)}</strong>
          )}
        </p>
      )}
      <Button type="submit" variant="primary" className="self-start" loading={busy} disabled={!deal}>
        {t("submit")}
      </Button>
    </form>
  );
}
