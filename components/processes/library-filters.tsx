"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { CATEGORIES, SELLING_STYLES } from "@/lib/domain/process/types";
import { inLocale } from "@/lib/domain/shared/text";
import { LIBRARY_SORTS, LIBRARY_STATES, NO_ROLE, type OwnerName } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { isFiltered, type LibraryFilter, writeFilter } from "./library-filter";
import { useTextLocale } from "./words";

const ANY = "any";

/** What of the library is shown, and in which order. All of it stands in the address. */
export function LibraryFilters({
  org,
  roles,
  drafts,
  filter,
}: {
  org: string;
  roles: readonly OwnerName[];
  /** Whether drafts are among what can be asked for. */
  drafts: boolean;
  filter: LibraryFilter;
}) {
  const t = useTranslations("processes");
  const locale = useTextLocale();
  const router = useRouter();
  const search = useRef<HTMLInputElement>(null);
  const { q = "" } = filter;
  // Cleared, or Back: the same field, so that whoever pressed Enter in it stays there.
  useEffect(() => {
    if (search.current) search.current.value = q;
  }, [q]);
  const go = (change: Partial<LibraryFilter>) =>
    router.push(paths.processes(org, writeFilter({ ...filter, after: undefined, ...change })));
  const choice = (
    key: "role" | "category" | "style" | "state",
    any: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Select
      inline
      label={t(`library.${key}`)}
      value={filter[key] ?? ANY}
      options={[{ value: ANY, label: any }, ...options]}
      onChange={(value) => go({ [key]: value === ANY ? undefined : value })}
      className="max-w-60"
    />
  );
  return (
    <search className="mb-5 flex flex-wrap items-center gap-2">
      <form
        className="relative w-full sm:w-60"
        onSubmit={(event) => {
          event.preventDefault();
          go({ q: String(new FormData(event.currentTarget).get("q") ?? "").trim() });
        }}
      >
        <SearchField ref={search} label={t("library.search")} defaultValue={q} />
      </form>
      {choice("role", t("library.anyRole"), [
        ...roles.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
        { value: NO_ROLE, label: t("list.noRole") },
      ])}
      {choice(
        "category",
        t("library.anyCategory"),
        CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
      )}
      {choice(
        "style",
        t("library.anyStyle"),
        SELLING_STYLES.map((value) => ({ value, label: t(`style.${value}`) })),
      )}
      {choice(
        "state",
        t("library.inUse"),
        LIBRARY_STATES.filter((value) => drafts || value !== "draft").map((value) => ({
          value,
          label: t(`library.states.${value}`),
        })),
      )}
      <Select
        inline
        label={t("library.sort")}
        value={filter.sort}
        options={LIBRARY_SORTS.map((value) => ({ value, label: t(`library.sorts.${value}`) }))}
        onChange={(sort) => go({ sort })}
      />
      {isFiltered(filter) && (
        <Link
          href={paths.processes(org, filter.sort === "role" ? {} : { sort: filter.sort })}
          className="inline-flex min-h-9 items-center px-2 font-semibold text-accent hover:underline touch:min-h-11"
        >
          {t("library.clear")}
        </Link>
      )}
    </search>
  );
}
