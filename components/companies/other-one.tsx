"use client";

import { useEffect, useRef, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";

const PAUSE_MS = 200;
export type OtherOption = { value: string; label: string; hint?: string };

/** One of a kind by typing a name. `find` gives null where what was found before stays. */
export function OtherOne({
  label,
  placeholder,
  find,
  value,
  onChange,
}: {
  label: string;
  placeholder: string;
  find: (typed: string, signal: AbortSignal) => Promise<readonly OtherOption[] | null>;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const [typed, setTyped] = useState("");
  const [options, setOptions] = useState<OtherOption[]>([]);
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await latest.current(typed, stop.signal);
      if (!found || stop.signal.aborted) return;
      setOptions((before) => [
        ...before.filter((each) => each.value === value && !found.some((one) => one.value === value)),
        ...found,
      ]);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, value]);
  return (
    <Field label={label}>
      <Combobox
        options={options}
        value={value}
        onChange={onChange}
        onSearch={setTyped}
        placeholder={placeholder}
      />
    </Field>
  );
}
