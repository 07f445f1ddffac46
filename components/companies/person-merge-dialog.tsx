"use client";

import { useTranslations } from "next-intl";
import { PERSON_FIELDS, type PersonField } from "@/lib/domain/companies/merge-people";
import { readPeoplePair } from "@/lib/features/companies/actions";
import type { PersonSide } from "@/lib/features/companies/view";
import { find } from "@/lib/features/search/actions";
import { SEARCH_LENGTH } from "@/lib/features/search/view";
import { OtherOne, type OtherOption } from "./other-one";
import { PairChoice } from "./pair-choice";
import { PairDialog } from "./pair-dialog";
import { useMergePeople } from "./use-merge-people";

/** Merges a person with another one: whom, who of the two stays, and what will be said of them. */
export function PersonMergeDialog({
  org,
  person,
  otherId,
  stay,
  onClose,
}: {
  org: string;
  person: { id: string; name: string };
  /** Asked for when it is not known. */
  otherId?: string;
  /** Whether the page stays where it is afterwards; otherwise it goes to the person who was kept. */
  stay: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("buying.mergePeople");
  const { merge } = useMergePeople(org);
  return (
    <PairDialog<PersonSide, PersonField>
      words={{ title: t("title"), intro: t("intro"), do: t("do") }}
      otherId={otherId}
      read={(id, signal) => readPeoplePair(org, { id: person.id, otherId: id }, signal)}
      merge={({ from, into, take }) => merge(from, into, take, { stay })}
      other={(value, onChange) => (
        <OtherOne
          label={t("other")}
          placeholder={t("otherPlaceholder")}
          find={async (typed, signal) => {
            if (!typed.trim()) return null;
            const result = await find(org, { q: typed.slice(0, SEARCH_LENGTH) }, signal);
            if (!result.ok) return null;
            return result.value.hits.flatMap((hit): OtherOption[] =>
              hit.kind === "contact" && hit.id !== person.id
                ? [{ value: hit.id, label: hit.name, ...(hit.company && { hint: hit.company }) }]
                : [],
            );
          }}
          value={value}
          onChange={onChange}
        />
      )}
      choice={(pair, onChange) => (
        <PairChoice
          pair={pair}
          fields={PERSON_FIELDS}
          words={{
            keep: t("keep"),
            keepHint: t("keepHint"),
            facts: ({ company, deals }) => [company, t("facts", { deals })].filter(Boolean).join(" · "),
            field: (field) => t(`field.${field}`),
            told: (side, field) => String(field === "companyId" ? side.company : side[field]),
          }}
          onChange={onChange}
        />
      )}
      onClose={onClose}
    />
  );
}
