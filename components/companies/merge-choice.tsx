"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/radio-group";
import { CHOSEN_FIELDS, type ChosenField } from "@/lib/domain/companies/merge";
import type { CompanySide } from "@/lib/features/companies/view";
import { Question } from "./question";

export type Sides = { into: CompanySide; from: CompanySide; take: ChosenField[] };

/** Which of two companies stays, and for each field on which they differ whose value it will have. */
export function MergeChoice({ sides, onChange }: { sides: Sides; onChange: (sides: Sides) => void }) {
  const t = useTranslations("buying.merge");
  const { into, from, take } = sides;
  const both = [into, from].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const differing = CHOSEN_FIELDS.filter(
    (field) => into[field] !== null && from[field] !== null && into[field] !== from[field],
  );
  return (
    <>
      <Question text={t("keep")} hint={t("keepHint")}>
        <RadioGroup
          value={into.id}
          onChange={(id) => id !== into.id && onChange({ into: from, from: into, take: [] })}
          options={both.map((side) => ({
            value: side.id,
            label: side.name,
            hint: t("facts", { deals: side.deals, people: side.people }),
          }))}
        />
      </Question>
      {differing.map((field) => (
        <Question key={`${field} ${into.id}`} text={t(`field.${field}`)}>
          <RadioGroup
            value={take.includes(field) ? "from" : "into"}
            onChange={(side) =>
              onChange({
                ...sides,
                take: side === "from" ? [...take, field] : take.filter((each) => each !== field),
              })
            }
            options={[
              { value: "into", label: String(into[field]) },
              { value: "from", label: String(from[field]) },
            ]}
          />
        </Question>
      ))}
    </>
  );
}
