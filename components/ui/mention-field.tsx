"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { peopleLike, typedMention } from "@/lib/domain/mentions/mentions";
import { cn } from "./cn";
import { PANEL } from "./control-style";
import { Input, Textarea } from "./input";

type Person = { readonly id: string; readonly name: string };
type Control = HTMLInputElement | HTMLTextAreaElement;

/**
 * A text field in which an @ opens the list of people to mention; arrows and Enter choose, Escape leaves the words as they
 * are. `people` is asked for once, at the first @. `lines` makes it several lines high.
 */
export function MentionField({
  value,
  onValue,
  people,
  lines,
  most,
  ...rest
}: {
  value: string;
  onValue: (text: string) => void;
  people: () => Promise<readonly Person[]>;
  lines?: number;
  most?: number;
} & Pick<ComponentProps<"textarea">, "autoFocus" | "placeholder" | "className" | "onBlur">) {
  const t = useTranslations("common");
  const listId = useId();
  const field = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  const [known, setKnown] = useState<readonly Person[]>([]);
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const typed = caret === null ? null : typedMention(value, caret);
  const found = typed ? peopleLike(known, typed.typed) : [];
  // A name that stands there whole is chosen already.
  const open = typed !== null && found.length > 0 && !found.some(({ name }) => `${name} ` === typed.typed);

  const look = (control: Control) => {
    setCaret(control.selectionStart);
    setAt(0);
    if (asked.current || !control.value.includes("@")) return;
    asked.current = true;
    void people().then((all) => {
      asked.current = all.length > 0;
      setKnown(all);
    });
  };
  const choose = (person: Person | undefined) => {
    if (!typed || !person || caret === null) return;
    const text = `${value.slice(0, typed.start)}${person.name} ${value.slice(caret).trimStart()}`;
    onValue(text);
    setCaret(null);
    const control = field.current?.querySelector<Control>("input, textarea");
    const place = typed.start + person.name.length + 1;
    requestAnimationFrame(() => {
      control?.focus();
      control?.setSelectionRange(place, place);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!open) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setAt((at + step + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(found[at]);
    else if (event.key === "Escape") setCaret(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    ...rest,
    value,
    most,
    onChange: (event: React.ChangeEvent<Control>) => {
      onValue(event.target.value);
      look(event.target);
    },
    onKeyDown,
    autoComplete: "off",
    "aria-autocomplete": "list" as const,
    "aria-controls": open ? listId : undefined,
    "aria-activedescendant": open ? `${listId}-${at}` : undefined,
  };
  return (
    <div ref={field} className="relative">
      {lines ? (
        <Textarea {...(shared as object)} rows={lines} most={most} />
      ) : (
        <Input {...(shared as object)} most={most} />
      )}
      {open && (
        <div
          id={listId}
          role="listbox"
          aria-label={t("mention")}
          className={cn(PANEL, "absolute top-full left-0 z-40 mt-1 w-full max-w-80 p-1")}
        >
          {found.map((person, index) => (
            <button
              key={person.id}
              id={`${listId}-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={cn(
                "flex min-h-8 w-full items-center rounded-control px-2.5 text-left touch:min-h-11",
                index === at && "bg-accent-soft text-accent",
              )}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              {person.name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
