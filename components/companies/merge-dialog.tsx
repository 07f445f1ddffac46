"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import { readCompanies, readPair } from "@/lib/features/companies/actions";
import type { CompanySide } from "@/lib/features/companies/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { MergeChoice, type Sides } from "./merge-choice";
import { useMerge } from "./use-merge";

const PAUSE_MS = 200;

/** Merges a company with another one: which, which of the two stays, and field by field what it will say. */
export function MergeDialog({
  org,
  company,
  otherId,
  stay,
  onClose,
}: {
  org: string;
  company: { id: string; name: string };
  /** Asked for when it is not known. */
  otherId?: string;
  /** Whether the page stays where it is afterwards; otherwise it goes to the company that was kept. */
  stay: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("buying.merge");
  const common = useTranslations("common");
  const sentence = useRefusal();
  const { merge } = useMerge(org);
  const [other, setOther] = useState<string | null>(otherId ?? null);
  const [sides, setSides] = useState<Sides | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const load = useCallback(
    async (id: string, signal?: AbortSignal) => {
      const result = await readPair(org, { id: company.id, otherId: id }, signal);
      if (signal?.aborted) return;
      if (!result.ok) return setRefused(sentence(result.refusal));
      const [older, newer] = result.value.sides as [CompanySide, CompanySide];
      // The one that more hangs on stays, until said otherwise.
      const [into, from] = newer.deals > older.deals ? [newer, older] : [older, newer];
      setSides({ into, from, take: [] });
    },
    [org, company.id, sentence],
  );
  useEffect(() => {
    if (!other) return setSides(null);
    const stop = new AbortController();
    void load(other, stop.signal);
    return () => stop.abort();
  }, [other, load]);

  const submit = async () => {
    if (!sides || !other) return;
    setBusy(true);
    setRefused(null);
    const refusal = await merge(sides.from, sides.into, sides.take, { stay });
    setBusy(false);
    if (!refusal) return onClose();
    setRefused(sentence(refusal));
    if (refusal.code === "stale") await load(other);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" loading={busy} disabled={!sides} onClick={submit}>
            {t("do")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused && <Banner tone="warn">{refused}</Banner>}
        <p className="text-ink-2">{t("intro")}</p>
        {!otherId && <OtherCompany org={org} not={company.id} value={other} onChange={setOther} />}
        {sides && <MergeChoice sides={sides} onChange={setSides} />}
        {other && !sides && !refused && (
          <LoadingRegion>
            <Skeleton className="h-40" />
          </LoadingRegion>
        )}
      </div>
    </Dialog>
  );
}

function OtherCompany({
  org,
  not,
  value,
  onChange,
}: {
  org: string;
  not: string;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useTranslations("buying.merge");
  const [typed, setTyped] = useState("");
  const [options, setOptions] = useState<{ value: string; label: string }[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const result = await readCompanies(org, { q: typed.slice(0, 100), limit: 20 }, stop.signal);
      if (!result.ok || stop.signal.aborted) return;
      const found = result.value.rows.filter(({ id }) => id !== not);
      setOptions((before) => [
        ...before.filter((each) => each.value === value && !found.some(({ id }) => id === value)),
        ...found.map(({ id, name }) => ({ value: id, label: name })),
      ]);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [org, not, typed, value]);
  return (
    <Field label={t("other")}>
      <Combobox
        options={options}
        value={value}
        onChange={onChange}
        onSearch={setTyped}
        placeholder={t("otherPlaceholder")}
      />
    </Field>
  );
}
