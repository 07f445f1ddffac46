"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { cn } from "./cn";
import { CONTROL, PANEL, ROW } from "./control-style";
import type { Option } from "./select";

/** One of a long list, found by typing. Give `onSearch` when the list comes from the server; then nothing is filtered here. */
export function Combobox({
  options,
  value,
  defaultValue,
  onChange,
  onSearch,
  placeholder,
  emptyText,
  name,
  label,
  disabled,
  required,
}: {
  options: readonly Option[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string | null) => void;
  onSearch?: (typed: string) => void;
  placeholder?: string;
  emptyText?: string;
  name?: string;
  label?: string;
  disabled?: boolean;
  required?: boolean;
}) {
  const t = useTranslations("common");
  const items = useMemo(
    () =>
      Base.createItems([...options], {
        getValue: (option) => option.value,
        getLabel: (option) => option.label,
      }),
    [options],
  );
  return (
    <Base.Root
      items={items}
      value={value}
      defaultValue={defaultValue}
      onValueChange={(next) => onChange?.(next)}
      onInputValueChange={(typed) => onSearch?.(typed)}
      filter={onSearch ? null : undefined}
      name={name}
      disabled={disabled}
      required={required}
    >
      <Base.InputGroup className="relative">
        <Base.Input aria-label={label} placeholder={placeholder} className={cn(CONTROL, "pr-16")} />
        <span className="absolute inset-y-0 right-1 flex items-center text-ink-3">
          <Base.Clear
            aria-label={t("clear")}
            className="flex size-7 items-center justify-center rounded-control hover:text-ink"
          >
            <X className="size-4" aria-hidden="true" />
          </Base.Clear>
          <Base.Trigger
            aria-label={t("open")}
            className="flex size-7 items-center justify-center rounded-control hover:text-ink"
          >
            <ChevronDown className="size-4" aria-hidden="true" />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className="z-40">
          <Base.Popup className={cn(PANEL, "w-(--anchor-width)")}>
            <Base.Empty>
              <p className="px-3 py-3 text-ink-3">{emptyText ?? t("nothingFound")}</p>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 data-empty:p-0">
              {(option: Option) => (
                <Base.Item key={option.value} value={option.value} disabled={option.disabled} className={ROW}>
                  <span className="flex w-4 shrink-0 justify-center">
                    <Base.ItemIndicator>
                      <Check className="size-4" aria-hidden="true" />
                    </Base.ItemIndicator>
                  </span>
                  <span className="flex-1">{option.label}</span>
                  {option.hint && <span className="text-caption font-normal text-ink-3">{option.hint}</span>}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
