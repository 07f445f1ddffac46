"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import { useAsked } from "@/components/ui/use-asked";
import { readCompanies } from "@/lib/features/companies/actions";
import type { CompanyList } from "@/lib/features/companies/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { CompanyDialog } from "./company-dialog";
import { ContactDialog } from "./contact-dialog";

/** Companies by name, found by typing, more on demand. */
export function CompanyTable({ org, q, first }: { org: string; q: string; first: CompanyList }) {
  const t = useTranslations("deals.companies");
  const duplicates = useTranslations("buying.duplicates");
  const common = useTranslations("common");
  const format = useFormat();
  const router = useRouter();
  const sentence = useRefusal();
  const [list, setList] = useState(first);
  const [busy, setBusy] = useState(false);
  const [adding, setAdding] = useState<"company" | "person" | null>(null);
  useAsked((what) => first.mayEdit && setAdding(what === "person" ? "person" : "company"));
  const next = list.next ? common("more", { count: Math.min(50, list.total - list.rows.length) }) : null;
  useCommands([
    first.mayEdit && { label: t("new"), run: () => setAdding("company") },
    next !== null && { label: `${t("title")}: ${next}`, run: () => void more() },
  ]);
  const more = async () => {
    setBusy(true);
    const result = await readCompanies(org, { q, after: list.next });
    setBusy(false);
    if (!result.ok) return notify({ title: sentence(result.refusal), tone: "bad" });
    setList({ ...result.value, rows: [...list.rows, ...result.value.rows] });
  };
  const add = first.mayEdit && (
    <Button variant="primary" onClick={() => setAdding("company")}>
      {t("new")}
    </Button>
  );
  const empty = list.total === 0 && q === "";
  return (
    <Page>
      <PageHeader
        title={t("title")}
        sub={empty ? undefined : t("count", { count: list.total })}
        actions={
          !empty && (
            <>
              <LinkButton href={paths.duplicates(org)} variant="quiet" prefetch={false}>
                {duplicates("link")}
              </LinkButton>
              {add}
            </>
          )
        }
      />
      {!empty && (
        <search className="relative mb-4 block max-w-sm">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const words = String(new FormData(event.currentTarget).get("q") ?? "").trim();
              router.push(
                words ? `${paths.companies(org)}?${new URLSearchParams({ q: words })}` : paths.companies(org),
              );
            }}
          >
            <SearchField label={t("search")} defaultValue={q} />
          </form>
        </search>
      )}
      {empty ? (
        <EmptyState title={t("none")} action={add}>
          <p>{t("noneText")}</p>
        </EmptyState>
      ) : list.rows.length === 0 ? (
        <EmptyState title={t("notFound", { q })} action={add}>
          <p>{t("notFoundText")}</p>
        </EmptyState>
      ) : (
        <div className="rounded-card border border-line bg-surface">
          <Table label={t("title")} inset>
            <Thead>
              <tr>
                <Th>{t("name")}</Th>
                <Th className="max-sm:hidden">{t("sector")}</Th>
                <Th className="max-sm:hidden">{t("country")}</Th>
                <Th numeric>{t("openDeals")}</Th>
                <Th numeric className="max-sm:hidden">
                  {t("allDeals")}
                </Th>
              </tr>
            </Thead>
            <Tbody>
              {list.rows.map((row) => (
                <Tr key={row.id} className="hover:bg-sunken">
                  <Th row>
                    <Link href={paths.company(org, row.id)} prefetch={false} className="hover:underline">
                      {row.name}
                    </Link>
                  </Th>
                  <Td className="text-ink-2 max-sm:hidden">{row.sector}</Td>
                  <Td className="text-ink-2 max-sm:hidden">{row.country}</Td>
                  <Td numeric>{format.number(row.openDeals)}</Td>
                  <Td numeric className="max-sm:hidden">
                    {format.number(row.deals)}
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      )}
      {next && (
        <Button className="mt-3" size="small" loading={busy} onClick={more}>
          {next}
        </Button>
      )}
      {adding === "company" && (
        <CompanyDialog
          org={org}
          onClose={() => setAdding(null)}
          onSaved={(id) => router.push(paths.company(org, id))}
        />
      )}
      {adding === "person" && (
        <ContactDialog
          org={org}
          companyId={null}
          company={null}
          onClose={() => setAdding(null)}
          onSaved={(id) => router.push(paths.contact(org, id))}
        />
      )}
    </Page>
  );
}
