"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { readCompanies } from "@/lib/features/companies/actions";

export type WorksAt = { readonly id: string; readonly name: string } | null;
const PAUSE_MS = 200;

/** The company somebody works at, by typing its name; emptied, they work at none. */
export function WorksAtField({
  org,
  moves,
  value,
  onChange,
}: {
  org: string;
  /** Somebody who is there already may leave deals behind. */
  moves: boolean;
  value: WorksAt;
  onChange: (company: WorksAt) => void;
}) {
  const t = useTranslations("buying.worksAt");
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ id: string; name: string }[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const result = await readCompanies(org, { q: typed.slice(0, 100), limit: 20 }, stop.signal);
      if (result.ok && !stop.signal.aborted) setFound(result.value.rows);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [org, typed]);
  const all = [...(value && !found.some(({ id }) => id === value.id) ? [value] : []), ...found];
  return (
    <Field label={t("label")} hint={moves ? t("hint") : undefined} optional>
      <Combobox
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={value?.id ?? null}
        onChange={(id) => onChange(all.find((each) => each.id === id) ?? null)}
        onSearch={setTyped}
        placeholder={t("placeholder")}
      />
    </Field>
  );
}
