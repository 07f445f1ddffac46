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
/** How long a pause in typing is, in milliseconds, before it is searched for. */
const PAUSE = 300;

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
  /** What was asked for by typing and not answered yet, after what stands there: an answer leaves alone what was typed since. */
  const asked = useRef([q]);
  const timer = useRef<number | undefined>(undefined);
  const typing = useRef(false);
  // Cleared, or Back: the same field, so that whoever types in it stays there.
  useEffect(() => {
    const at = asked.current.indexOf(q);
    asked.current = at < 0 ? [q] : asked.current.slice(at);
    if (at < 0) typing.current = false;
    if (at < 0 && search.current) search.current.value = q;
  }, [q]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const address = (change: Partial<LibraryFilter>) =>
    paths.processes(org, writeFilter({ ...filter, after: undefined, ...change }));
  const find = () => {
    window.clearTimeout(timer.current);
    const typed = search.current?.value.trim() ?? "";
    if (typed === asked.current.at(-1)) return;
    asked.current.push(typed);
    // What is typed in one go is one place to go back to, however many pauses it has.
    router[typing.current ? "replace" : "push"](address({ q: typed || undefined }), { scroll: false });
    typing.current = true;
  };
  const go = (change: Partial<LibraryFilter>) => {
    window.clearTimeout(timer.current);
    const typed = search.current?.value.trim() ?? "";
    asked.current.push(typed);
    router.push(address({ q: typed || undefined, ...change }));
  };
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
        onBlur={() => {
          typing.current = false;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          find();
          typing.current = false;
        }}
      >
        <SearchField
          ref={search}
          label={t("library.search")}
          defaultValue={q}
          onInput={() => {
            window.clearTimeout(timer.current);
            timer.current = window.setTimeout(find, PAUSE);
          }}
        />
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
