"use client";

import { useTranslations } from "next-intl";
import { CHOSEN_FIELDS, type ChosenField } from "@/lib/domain/companies/merge";
import { readCompanies, readPair } from "@/lib/features/companies/actions";
import type { CompanySide } from "@/lib/features/companies/view";
import { OtherOne } from "./other-one";
import { PairChoice } from "./pair-choice";
import { PairDialog } from "./pair-dialog";
import { useMerge } from "./use-merge";

/** Merges a company with another one: which, which of the two stays, and field by field what it will say. */
export function MergeDialog({
  org,
  company,
  otherId,
  stay,
  onClose,
}: {
  org: string;
  company: { id: string; name: string };
  /** Asked for when it is not known. */
  otherId?: string;
  /** Whether the page stays where it is afterwards; otherwise it goes to the company that was kept. */
  stay: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("buying.merge");
  const { merge } = useMerge(org);
  return (
    <PairDialog<CompanySide, ChosenField>
      words={{ title: t("title"), intro: t("intro"), do: t("do") }}
      otherId={otherId}
      read={(id, signal) => readPair(org, { id: company.id, otherId: id }, signal)}
      merge={({ from, into, take }) => merge(from, into, take, { stay })}
      other={(value, onChange) => (
        <OtherOne
          label={t("other")}
          placeholder={t("otherPlaceholder")}
          find={async (typed, signal) => {
            const result = await readCompanies(org, { q: typed.slice(0, 100), limit: 20 }, signal);
            if (!result.ok) return null;
            const others = result.value.rows.filter(({ id }) => id !== company.id);
            return others.map(({ id, name }) => ({ value: id, label: name }));
          }}
          value={value}
          onChange={onChange}
        />
      )}
      choice={(pair, onChange) => (
        <PairChoice
          pair={pair}
          fields={CHOSEN_FIELDS}
          words={{
            keep: t("keep"),
            keepHint: t("keepHint"),
            facts: ({ deals, people }) => t("facts", { deals, people }),
            field: (field) => t(`field.${field}`),
            told: (side, field) => String(side[field]),
          }}
          onChange={onChange}
        />
      )}
      onClose={onClose}
    />
  );
}
