"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { announce } from "@/components/ui/live-region";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { notify } from "@/components/ui/toast";
import { compareAgain, keepApart } from "@/lib/features/companies/actions";
import type { DuplicateList, DuplicatePair } from "@/lib/features/companies/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { MergeDialog } from "./merge-dialog";

/** Companies that are probably one, pair by pair: merge them, or say that they are not. */
export function DuplicatesPage({ org, list }: { org: string; list: DuplicateList }) {
  const t = useTranslations("buying.duplicates");
  const words = useTranslations("deals.companies");
  const router = useRouter();
  const sentence = useRefusal();
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  const apart = async ({ one, other }: DuplicatePair) => {
    const pair = { id: one.id, otherId: other.id };
    const act = async (verb: typeof keepApart, title: string, undo?: () => void) => {
      const result = await verb(org, pair, { key: newId() });
      router.refresh();
      if (!result.ok) return void notify({ title: sentence(result.refusal), tone: "bad" });
      announce(title);
      notify({ title, ...(undo && { undo }) });
    };
    await act(
      keepApart,
      t("saidApart", { one: one.name, other: other.name }),
      () => void act(compareAgain, t("undone")),
    );
  };
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: words("title"), href: paths.companies(org) }]}
        title={t("title")}
        sub={t("sub", { count: list.pairs.length })}
      />
      {list.pairs.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {list.pairs.map((pair) => (
            <li
              key={`${pair.one.id} ${pair.other.id}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5"
            >
              <p className="min-w-0 flex-1 basis-72 break-words">
                <CompanyLink org={org} company={pair.one} /> <span className="text-ink-3">{t("and")}</span>{" "}
                <CompanyLink org={org} company={pair.other} /> <Badge>{t(`why.${pair.why}`)}</Badge>
              </p>
              {list.mayEdit && (
                <div className="flex gap-2">
                  <Button
                    size="small"
                    aria-label={t("mergeNames", { one: pair.one.name, other: pair.other.name })}
                    onClick={() => setMerging(pair)}
                  >
                    {t("merge")}
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t("apartNames", { one: pair.one.name, other: pair.other.name })}
                    onClick={() => apart(pair)}
                  >
                    {t("apart")}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {list.more && <p className="mt-3 text-caption font-normal text-ink-3">{t("more")}</p>}
      {merging && (
        <MergeDialog
          org={org}
          company={merging.one}
          otherId={merging.other.id}
          stay
          onClose={() => setMerging(null)}
        />
      )}
    </Page>
  );
}

function CompanyLink({ org, company }: { org: string; company: { id: string; name: string } }) {
  return (
    <Link
      href={paths.company(org, company.id)}
      prefetch={false}
      className="inline-block min-h-6 text-body-strong hover:underline"
    >
      <bdi>{company.name}</bdi>
    </Link>
  );
}
