"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/radio-group";
import { PERSON_FIELDS, type PersonField } from "@/lib/domain/companies/merge-people";
import type { PersonSide } from "@/lib/features/companies/view";
import { Question } from "./question";

export type PersonSides = { into: PersonSide; from: PersonSide; take: PersonField[] };

/** Who of two people stays, and for each thing on which they differ what will be said. */
export function PersonMergeChoice({
  sides,
  onChange,
}: {
  sides: PersonSides;
  onChange: (sides: PersonSides) => void;
}) {
  const t = useTranslations("buying.mergePeople");
  const { into, from, take } = sides;
  const both = [into, from].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const differing = PERSON_FIELDS.filter(
    (field) => into[field] !== null && from[field] !== null && into[field] !== from[field],
  );
  const told = (side: PersonSide, field: PersonField) =>
    String(field === "companyId" ? side.company : side[field]);
  return (
    <>
      <Question text={t("keep")} hint={t("keepHint")}>
        <RadioGroup
          value={into.id}
          onChange={(id) => id !== into.id && onChange({ into: from, from: into, take: [] })}
          options={both.map((side) => ({
            value: side.id,
            label: side.name,
            hint: [side.company, t("facts", { deals: side.deals })].filter(Boolean).join(" · "),
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
              { value: "into", label: told(into, field) },
              { value: "from", label: told(from, field) },
            ]}
          />
        </Question>
      ))}
    </>
  );
}
