"use client";

import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { addDays, type Day, isDay, isDayWithin } from "@/lib/domain/shared/day";
import { readTypedDay, type Toward } from "@/lib/domain/typed-line/typed-day";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { Field } from "./field";
import { IconButton } from "./icon-button";
import { Input } from "./input";

const STEP: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/**
 * A day, typed as people say it ("31-12", "vrijdag", "next Tuesday"), stepped with the arrow keys or picked. Below it stands
 * what was understood, and what else it may mean. `value` is the day, or the words as typed while they are none: nothing typed
 * is lost, and the form takes it for a day only when it is one that may be chosen (`isDayWithin`). The picker behind the button
 * is the browser's own: the one native field for a day in the product, never typed in.
 */
export function DayField({
  label,
  value,
  onValue,
  today,
  toward = "ahead",
  min,
  max,
  optional,
  required,
  hideLabel,
  error,
  className,
  autoFocus,
  disabled,
}: {
  label: ReactNode;
  value: string;
  onValue: (value: string) => void;
  /** Whence "Friday" is seen: the organisation's day. */
  today: Day;
  toward?: Toward;
  /** The first and the last day that may be chosen. */
  min?: Day | undefined;
  max?: Day | undefined;
  optional?: boolean;
  /** Nothing goes on without a day: an empty field says so, too. */
  required?: boolean;
  hideLabel?: boolean;
  error?: ReactNode;
  className?: string;
  autoFocus?: boolean;
  disabled?: boolean;
}) {
  const t = useTranslations("common.day");
  const format = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  const shown = isDay(value) ? format.day(value, "year") : value;
  const [typed, setTyped] = useState(shown);
  const [touched, setTouched] = useState(false);
  const [left, setLeft] = useState(false);
  const readings = readTypedDay(typed, today, toward);
  // A value that came from elsewhere stands there instead of what was typed before.
  const text = typed.trim() === value || readings.includes(value) ? typed : shown;
  const may = (day: Day) => isDayWithin(day, { min, max });
  const others = touched && text === typed ? readings.filter((day) => day !== value && may(day)) : [];

  const type = (words: string) => {
    setTyped(words);
    setTouched(true);
    const read = readTypedDay(words, today, toward);
    onValue(read.find(may) ?? read[0] ?? words.trim());
  };
  const take = (day: Day) => {
    setTyped(format.day(day, "year"));
    setTouched(true);
    onValue(day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") setLeft(true);
    const step = STEP[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || (value !== "" && !isDay(value))) return;
    event.preventDefault();
    take(value === "" ? today : addDays(value, step));
  };
  const pick = () => {
    try {
      picker.current?.showPicker();
    } catch {
      // A browser without one: the field takes the same day typed.
    }
  };
  const problem = () => {
    if (!left || (value === "" && !required)) return undefined;
    if (value === "") return t("missing");
    if (!isDay(value)) return t("unclear");
    if (min !== undefined && value < min) return t("early", { day: format.day(min, "year") });
    return max !== undefined && value > max ? t("late", { day: format.day(max, "year") }) : undefined;
  };
  return (
    <Field
      label={label}
      optional={optional}
      hideLabel={hideLabel}
      className={className}
      error={error ?? problem()}
      disabled={disabled}
      hint={
        <span className="flex flex-wrap items-center gap-x-3">
          <span aria-live="polite">
            {touched &&
              isDay(value) &&
              t("read", { day: `${format.day(value, "weekday")} ${value.slice(0, 4)}` })}
          </span>
          {others.map((day) => (
            <button
              key={day}
              type="button"
              onClick={() => take(day)}
              className="min-h-6 text-accent hover:underline touch:min-h-11"
            >
              {t("or", { day: format.day(day, "short"), year: day.slice(0, 4) })}
            </button>
          ))}
        </span>
      }
    >
      <div className="relative">
        <Input
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setLeft(true)}
          onFocus={() => setLeft(false)}
          placeholder={t("placeholder")}
          autoComplete="off"
          aria-required={required}
          autoFocus={autoFocus}
          className="pr-11"
        />
        <input
          ref={picker}
          type="date"
          // Of no form: what is wrong with a day is said by the field, not by the browser.
          form=""
          tabIndex={-1}
          aria-hidden="true"
          value={isDay(value) ? value : ""}
          min={min}
          max={max}
          disabled={disabled}
          onChange={(event) => event.currentTarget.value && take(event.currentTarget.value)}
          className="pointer-events-none absolute inset-y-0 right-0 w-9 opacity-0"
        />
        <IconButton
          label={t("choose")}
          tooltip={false}
          disabled={disabled}
          onClick={pick}
          className="absolute inset-y-0 right-0"
        >
          <CalendarDays className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
    </Field>
  );
}
