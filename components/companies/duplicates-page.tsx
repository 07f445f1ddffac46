"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import {
  compareAgain,
  comparePeopleAgain,
  keepApart,
  keepPeopleApart,
} from "@/lib/features/companies/actions";
import type {
  DuplicateList,
  DuplicatePair,
  DuplicatePeople,
  DuplicatePeopleList,
} from "@/lib/features/companies/view";
import { paths } from "@/lib/platform/paths";
import { DuplicateRows } from "./duplicate-rows";
import { MergeDialog } from "./merge-dialog";
import { PersonMergeDialog } from "./person-merge-dialog";
import { useApart } from "./use-apart";

/** Companies that are probably one, pair by pair: merge them, or say that they are not. */
export function DuplicateCompanies({ org, list }: { org: string; list: DuplicateList }) {
  const t = useTranslations("buying.duplicates");
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  const apart = useApart(org, keepApart, compareAgain);
  const side = ({ id, name }: DuplicatePair["one"]) => ({ id, name, href: paths.company(org, id) });
  return (
    <Frame org={org} of="companies" count={list.pairs.length} more={list.more}>
      <DuplicateRows
        rows={list.pairs.map(({ one, other, why }) => ({
          one: side(one),
          other: side(other),
          why: t(`why.${why}`),
        }))}
        mayEdit={list.mayEdit}
        onMerge={(index) => setMerging(list.pairs[index] ?? null)}
        onApart={(index) => apart(list.pairs[index])}
      />
      {merging && (
        <MergeDialog
          org={org}
          company={merging.one}
          otherId={merging.other.id}
          stay
          onClose={() => setMerging(null)}
        />
      )}
    </Frame>
  );
}

/** People who are probably one, pair by pair. */
export function DuplicatePersons({ org, list }: { org: string; list: DuplicatePeopleList }) {
  const t = useTranslations("buying.duplicates");
  const [merging, setMerging] = useState<DuplicatePeople | null>(null);
  const apart = useApart(org, keepPeopleApart, comparePeopleAgain);
  const side = ({ id, name, company }: DuplicatePeople["one"]) => ({
    id,
    name,
    beside: company,
    href: paths.contact(org, id),
  });
  return (
    <Frame org={org} of="people" count={list.pairs.length} more={list.more}>
      <DuplicateRows
        rows={list.pairs.map(({ one, other, why }) => ({
          one: side(one),
          other: side(other),
          why: t(`whyPeople.${why}`),
        }))}
        mayEdit={list.mayEdit}
        onMerge={(index) => setMerging(list.pairs[index] ?? null)}
        onApart={(index) => apart(list.pairs[index])}
      />
      {merging && (
        <PersonMergeDialog
          org={org}
          person={merging.one}
          otherId={merging.other.id}
          stay
          onClose={() => setMerging(null)}
        />
      )}
    </Frame>
  );
}

function Frame({
  org,
  of,
  count,
  more,
  children,
}: {
  org: string;
  of: "companies" | "people";
  count: number;
  more: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("buying.duplicates");
  const words = useTranslations("deals.companies");
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: words("title"), href: paths.companies(org) }]}
        title={t("title")}
        sub={t(of === "people" ? "subPeople" : "sub", { count })}
      />
      <div className="mb-4">
        <TabLinks
          label={t("title")}
          items={(["companies", "people"] as const).map((each) => ({
            href: paths.duplicates(org, each),
            label: t(`of.${each}`),
            active: each === of,
          }))}
        />
      </div>
      {count === 0 ? (
        <EmptyState title={t(of === "people" ? "nonePeople" : "none")}>
          <p>{t(of === "people" ? "nonePeopleText" : "noneText")}</p>
        </EmptyState>
      ) : (
        children
      )}
      {more && <p className="mt-3 text-caption font-normal text-ink-3">{t("more")}</p>}
    </Page>
  );
}
