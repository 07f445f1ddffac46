"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { NativeSelect } from "@/components/ui/select";
import type { DealsFilter } from "./filter";
import type { Choice } from "./filter-choices";

/** On a phone: what the head of the board lets choose, behind one button that says how much of it is on. */
export function BoardFilters({
  choices,
  go,
}: {
  choices: readonly Choice[];
  go: (change: Partial<DealsFilter>) => void;
}) {
  const t = useTranslations("deals.filter");
  const [open, setOpen] = useState(false);
  const count = choices.filter(({ on }) => on).length;
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changes = choices.map(({ key, value, change }) => change(String(form.get(key) ?? value)));
    go(Object.assign({}, ...changes));
    setOpen(false);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title={t("filters")}
      className="w-88"
      trigger={
        <Button className="sm:hidden" aria-label={count ? t("filtersOn", { count }) : t("filters")}>
          <SlidersHorizontal className="size-4" aria-hidden="true" />
          {count > 0 && <span className="tnum">{count}</span>}
        </Button>
      }
    >
      <form onSubmit={apply} className="flex flex-col gap-3">
        {choices.map(({ key, label, value, options }) => (
          <Field key={key} label={label}>
            <NativeSelect name={key} defaultValue={value} options={options} />
          </Field>
        ))}
        <div className="flex justify-end">
          <Button type="submit" variant="primary">
            {t("apply")}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
