"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { find } from "@/lib/features/search/actions";
import { SEARCH_LENGTH } from "@/lib/features/search/view";

const PAUSE_MS = 200;
type Option = { value: string; label: string; hint?: string };

/** A person by typing a name. */
export function OtherPerson({
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
  const t = useTranslations("buying.mergePeople");
  const [typed, setTyped] = useState("");
  const [options, setOptions] = useState<Option[]>([]);
  useEffect(() => {
    if (!typed.trim()) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const result = await find(org, { q: typed.slice(0, SEARCH_LENGTH) }, stop.signal);
      if (!result.ok || stop.signal.aborted) return;
      const found = result.value.hits.flatMap((hit): Option[] =>
        hit.kind === "contact" && hit.id !== not
          ? [{ value: hit.id, label: hit.name, ...(hit.company && { hint: hit.company }) }]
          : [],
      );
      setOptions((before) => [
        ...before.filter((each) => each.value === value && !found.some((one) => one.value === value)),
        ...found,
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
