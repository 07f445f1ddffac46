"use client";

import { useEffect, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { readCompanies } from "@/lib/features/companies/actions";

const PAUSE_MS = 200;
type Named = { id: string; name: string };

/** One company that is there, found by typing. */
export function CompanyFilter({
  org,
  label,
  known,
  value,
  onChange,
}: {
  org: string;
  label: string;
  /** The company that is chosen already, by name. */
  known: Named | null;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Named[]>(known ? [known] : []);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const result = await readCompanies(org, { q: typed.slice(0, 100), limit: 20 }, stop.signal);
      if (result.ok) setFound(result.value.rows.map(({ id, name }) => ({ id, name })));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [org, typed]);
  const all = known && !found.some(({ id }) => id === known.id) ? [known, ...found] : found;
  return (
    <Field label={label}>
      <Combobox
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        onSearch={setTyped}
        onChange={onChange}
      />
    </Field>
  );
}
