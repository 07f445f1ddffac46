"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { normalName } from "@/lib/domain/import/names";
import { readCompanies, readSimilarCompanies } from "@/lib/features/companies/actions";
import type { SimilarCompany } from "@/lib/features/companies/view";

type Choice = { companyId: string | null; companyName: string };
type Option = { value: string; label: string; hint?: string };

const NEW = "new:";
const PAUSE_MS = 200;

/** A company by typing: one that is there, or a new name, with a reminder when that looks like one that is there. */
export function CompanyPicker({
  org,
  known,
  value,
  onChange,
  error,
}: {
  org: string;
  /** Companies known from the start. */
  known: readonly { id: string; name: string }[];
  value: Choice;
  onChange: (choice: Choice) => void;
  error?: string;
}) {
  const t = useTranslations("deals.form");
  const label = useTranslations("deals.fields")("company");
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState(known.slice(0, 20));
  const [names, setNames] = useState(() => new Map(known.map(({ id, name }) => [id, name])));
  const [similar, setSimilar] = useState<SimilarCompany[]>([]);
  const isNew = value.companyId === null && value.companyName !== "";

  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const result = await readCompanies(org, { q: typed.slice(0, 100), limit: 20 }, stop.signal);
      if (!result.ok) return;
      setFound(result.value.rows);
      setNames((all) => new Map([...all, ...result.value.rows.map(({ id, name }) => [id, name] as const)]));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [org, typed]);

  useEffect(() => {
    if (!isNew) return setSimilar([]);
    const stop = new AbortController();
    readSimilarCompanies(org, { name: value.companyName }, stop.signal).then(
      (result) => result.ok && !stop.signal.aborted && setSimilar(result.value),
    );
    return () => stop.abort();
  }, [org, isNew, value.companyName]);

  const options = useMemo(() => {
    const rows: Option[] = found.map(({ id, name }) => ({ value: id, label: name }));
    const { companyId, companyName } = value;
    if (companyId && !rows.some((row) => row.value === companyId)) {
      rows.unshift({ value: companyId, label: names.get(companyId) ?? "" });
    }
    if (isNew) rows.unshift({ value: `${NEW}${companyName}`, label: companyName, hint: t("newCompany") });
    const name = typed.trim();
    const same = (each: Option) => normalName(each.label) === normalName(name);
    if (name && !rows.some(same)) rows.push({ value: `${NEW}${name}`, label: name, hint: t("newCompany") });
    return rows;
  }, [found, names, typed, value, isNew, t]);

  return (
    <Field
      label={label}
      optional
      error={error}
      hint={isNew && !similar.length ? t("newCompanyHint") : undefined}
    >
      <Combobox
        options={options}
        value={value.companyId ?? (isNew ? `${NEW}${value.companyName}` : null)}
        onSearch={setTyped}
        onChange={(next) => {
          if (next?.startsWith(NEW)) onChange({ companyId: null, companyName: next.slice(NEW.length) });
          else onChange({ companyId: next, companyName: "" });
        }}
        placeholder={t("companyPlaceholder")}
      />
      {similar.length > 0 && (
        <div role="status" className="flex flex-wrap items-center gap-2 text-caption text-warn">
          {t("similar")}
          {similar.map((company) => (
            <Button
              key={company.id}
              size="small"
              onClick={() => {
                setNames((all) => new Map([...all, [company.id, company.name]]));
                onChange({ companyId: company.id, companyName: "" });
              }}
            >
              {company.name}
            </Button>
          ))}
        </div>
      )}
    </Field>
  );
}
