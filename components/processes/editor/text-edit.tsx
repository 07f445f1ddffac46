"use client";

import { useEffect, useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { Locale, LocalText } from "@/lib/domain/shared/text";
import type { Words } from "../words";

/** How long a pause in typing is, in milliseconds, before what was typed becomes an edit. */
const PAUSE = 700;

/**
 * One text of the draft in one language. What is typed becomes an edit at a pause and on leaving; everything typed between
 * coming and going is one undo. A change from elsewhere shows at once, but never under the cursor.
 */
export function TextEdit({
  label,
  field,
  value,
  locale,
  words,
  limit,
  onEdit,
  long = false,
  placeholder,
}: {
  label: string;
  /** The name a problem asks for. */
  field: string;
  value: LocalText;
  locale: Locale;
  words: Words;
  limit: number;
  /** The text, what makes it one turn with the next, and the text the person had before them when they typed it. */
  onEdit: (patch: LocalText, merge: string, was: LocalText) => void;
  long?: boolean;
  placeholder?: string;
}) {
  const stored = value[locale] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const visit = useRef(0);
  /** What the person came upon or sent last. What differs from it they typed; what a colleague changed they did not. */
  const known = useRef(stored);
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef<(leaving?: boolean) => void>(() => {});
  const shown = typed ?? stored;
  const tooLong = shown.length > limit;

  latest.current = (leaving = false) => {
    window.clearTimeout(timer.current);
    if (typed === null || typed === known.current || (tooLong && !leaving)) return;
    const was = { [locale]: known.current };
    known.current = typed;
    if (typed !== stored) onEdit({ [locale]: typed }, `${field}.${locale}.${visit.current}`, was);
  };
  // Leaving by closing the panel keeps what was typed, as leaving the field does; what is too long is handed back.
  useEffect(() => () => latest.current(true), []);

  const other = locale === "en" ? value.nl : value.en;
  const props = {
    value: shown,
    placeholder: other ?? placeholder,
    "data-field": `${field}.${locale}`,
    onFocus: () => {
      visit.current++;
      known.current = stored;
      setTyped(stored);
    },
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.target.value);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => latest.current(), PAUSE);
    },
    onBlur: () => {
      latest.current();
      if (!tooLong) setTyped(null);
    },
  };
  return (
    <Field
      label={label}
      hint={!stored && other ? words.t("panel.otherLanguage", { text: shorten(other) }) : undefined}
      error={tooLong ? words.tooLong({ length: shown.length, limit }) : undefined}
    >
      {long ? (
        <Textarea rows={3} {...props} />
      ) : (
        <Input
          {...props}
          onKeyDown={(event: React.KeyboardEvent) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) latest.current();
          }}
        />
      )}
    </Field>
  );
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
