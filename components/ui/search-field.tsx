import { Search } from "lucide-react";
import type { Ref } from "react";
import { Input } from "./input";

/** The field of a search form: `q` in what the form sends, with its sign before it. `label` is also what it shows while empty. */
export function SearchField({
  label,
  defaultValue,
  onInput,
  ref,
}: {
  label: string;
  defaultValue: string;
  /** Something was typed in it, or it was cleared. */
  onInput?: () => void;
  ref?: Ref<HTMLInputElement>;
}) {
  return (
    <>
      <Search
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        aria-hidden="true"
      />
      <Input
        ref={ref}
        type="search"
        name="q"
        defaultValue={defaultValue}
        onInput={onInput}
        aria-label={label}
        placeholder={label}
        maxLength={100}
        className="pl-9"
      />
    </>
  );
}
