"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createCompany, editCompany, readSimilarCompanies } from "@/lib/features/companies/actions";
import type { CompanyView, SimilarCompany } from "@/lib/features/companies/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";

type Values = { name: string; sector: string; country: string; employees: string };
type Kept = Pick<CompanyView, "name" | "sector" | "country" | "employees">;
const FIELDS = ["name", "sector", "country", "employees"] as const;
const PAUSE_MS = 250;

const textsOf = (company: Kept | undefined): Values => ({
  name: company?.name ?? "",
  sector: company?.sector ?? "",
  country: company?.country ?? "",
  employees: company?.employees == null ? "" : String(company.employees),
});

/** Adds a company, or edits one. While a name is typed it reminds of the companies that may be the same. */
export function CompanyDialog({
  org,
  company,
  onClose,
  onSaved,
}: {
  org: string;
  company?: CompanyView;
  onClose: () => void;
  onSaved: (id: string) => void;
}) {
  const t = useTranslations("deals.companies");
  const problems = useTranslations("deals.problems");
  const common = useTranslations("common");
  const relative = useFormatter();
  const sentence = useRefusal();
  const formId = useId();
  const [id] = useState(() => company?.id ?? newId());
  const [base, setBase] = useState({ version: company?.version ?? 1, values: textsOf(company) });
  const [refused, setRefused] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<Values | null>(null);
  const { register, handleSubmit, control, setValue, formState } = useForm<Values>({
    defaultValues: base.values,
  });
  const name = useWatch({ control, name: "name" });
  const similar = useSimilar(org, name, company?.id ?? null);

  const submit = handleSubmit(async (values) => {
    setRefused(null);
    const fields = {
      name: values.name.trim(),
      sector: values.sector.trim() || null,
      country: values.country.trim() || null,
      employees: values.employees.trim() ? Number(values.employees) : null,
    };
    // Only what was changed is sent, so that a colleague's other changes stay.
    const touched = FIELDS.filter((field) => values[field] !== base.values[field]);
    const result = company
      ? await editCompany(
          org,
          {
            id,
            version: base.version,
            fields: Object.fromEntries(touched.map((field) => [field, fields[field]])),
          },
          { key: newId() },
        )
      : await createCompany(org, { id, ...fields }, { key: id });
    if (result.ok) return onSaved(id);
    if (result.refusal.code !== "stale") return setRefused(sentence(result.refusal));
    const current = result.refusal.current as Kept & { version: number };
    const { who, at } = result.refusal.params ?? {};
    const now = textsOf(current);
    setBase({ version: current.version, values: now });
    for (const field of FIELDS) if (!touched.includes(field)) setValue(field, now[field]);
    setTheirs(now);
    setRefused(
      t("conflict", {
        who: String(who || t("someone")),
        ago: at ? relative.relativeTime(new Date(String(at)), new Date()) : "",
      }),
    );
  });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={company ? t("edit") : t("new")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" loading={formState.isSubmitting}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {refused && <Banner tone="warn">{refused}</Banner>}
        {FIELDS.map((field) => (
          <div key={field}>
            <Field
              label={t(field)}
              optional={field !== "name"}
              error={formState.errors[field] && problems(field === "name" ? "required" : "invalid")}
            >
              <Input
                {...register(field, {
                  validate: (value) =>
                    field === "name"
                      ? value.trim() !== ""
                      : field !== "employees" || /^\d{0,8}$/.test(value.trim()),
                })}
                inputMode={field === "employees" ? "numeric" : "text"}
                most={field === "name" ? 200 : 100}
                autoComplete="off"
              />
            </Field>
            {field === "name" && similar.length > 0 && (
              <p role="status" className="mt-1 flex flex-wrap gap-x-2 text-caption text-warn">
                {t("similar")}
                {similar.map((each) => (
                  <Link key={each.id} href={paths.company(org, each.id)} className="min-h-6 underline">
                    {t("similarOne", { name: each.name, count: each.deals })}
                  </Link>
                ))}
              </p>
            )}
          </div>
        ))}
        {theirs && (
          <Button
            size="small"
            className="self-start"
            onClick={() => {
              for (const field of FIELDS) setValue(field, theirs[field]);
              setTheirs(null);
              setRefused(null);
            }}
          >
            {t("takeTheirs")}
          </Button>
        )}
      </form>
    </Dialog>
  );
}

function useSimilar(org: string, name: string, not: string | null): SimilarCompany[] {
  const [similar, setSimilar] = useState<SimilarCompany[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const result = await readSimilarCompanies(org, { name: name.slice(0, 200), not }, stop.signal);
      if (result.ok) setSimilar(result.value);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [org, name, not]);
  return similar;
}
