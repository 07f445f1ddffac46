"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { LocalText } from "@/lib/domain/shared/text";
import { useText } from "./words";

type Item = { id: string; name: LocalText | string; note?: string };

/** Things to tick, with those that are seldom needed behind a line that says how many they are. */
export function EntryList({
  label,
  first,
  others,
  othersLabel,
  chosen,
  onChoose,
}: {
  label: string;
  first: readonly Item[];
  others: readonly Item[];
  othersLabel: string;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const text = useText();
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  const list = (items: readonly Item[]) =>
    items.map(({ id, name, note }) => (
      <li key={id} className="flex">
        <Checkbox
          checked={chosen.has(id)}
          onCheckedChange={(on) => toggle(id, on)}
          label={typeof name === "string" ? name : text(name)}
          hint={note || undefined}
          className="min-w-0 flex-1 py-1 break-words"
        />
      </li>
    ));
  return (
    <fieldset className="min-w-0">
      <legend className="text-caption text-ink-2">{label}</legend>
      <ul className="mt-1">{list(first)}</ul>
      {others.length > 0 && (
        <details className="mt-1">
          <summary className="min-h-6 cursor-pointer text-caption font-normal text-ink-3 touch:min-h-11">
            {othersLabel}
          </summary>
          <ul className="mt-1">{list(others)}</ul>
        </details>
      )}
    </fieldset>
  );
}
