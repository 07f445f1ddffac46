import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { OwnerName, ProcessCard, ProcessesList } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { ComparePicks } from "./compare/compare-picks";
import { isFiltered, type LibraryFilter, writeFilter } from "./library-filter";
import { LibraryFilters } from "./library-filters";
import { ProcessCardView } from "./process-card";
import { RolesWithout } from "./roles-without";
import { useWords } from "./words";

type Group = { readonly role: OwnerName | null; readonly cards: ProcessCard[] };

/** The library: the processes that match, by role where that is the order. A role without one is shown as work to do. */
export function ProcessesPage({
  org,
  view,
  filter,
}: {
  org: string;
  view: ProcessesList;
  filter: LibraryFilter;
}) {
  const t = useTranslations("processes");
  const registers = useTranslations("registers");
  const words = useWords({ roles: [], departments: [] }, "opportunity");
  const filtered = isFiltered(filter);
  const none = view.inUse + view.archived === 0;
  const groups: readonly Group[] =
    filter.sort === "role" ? byRole(view.cards) : [{ role: null, cards: [...view.cards] }];
  const create = (
    <LinkButton variant="primary" href={paths.newProcess(org)}>
      {t("list.new")}
    </LinkButton>
  );
  const page = (after: string | undefined) => paths.processes(org, writeFilter({ ...filter, after }));
  return (
    <Page>
      <PageHeader
        title={t("title")}
        sub={t("list.sub")}
        actions={
          <>
            <LinkButton href={paths.registers(org)}>{registers("short")}</LinkButton>
            {view.canEdit && create}
          </>
        }
      />
      {none ? (
        <EmptyState title={t("list.emptyTitle")} action={view.canEdit && create}>
          {t(view.canEdit ? "list.empty" : "list.emptyReader")}
        </EmptyState>
      ) : (
        <LibraryFilters org={org} roles={view.roles} drafts={view.canEdit} filter={filter} />
      )}
      {!none && (
        <p role="status" className={filtered ? "mb-3 text-body text-ink-2" : "sr-only"}>
          {t("library.found", { count: view.total })}
        </p>
      )}
      {!none && view.cards.length === 0 && (
        <EmptyState
          title={t(filtered ? "library.nothing" : "library.nothingInUse")}
          action={
            <LinkButton href={paths.processes(org, filtered ? {} : { state: "archived" })}>
              {t(filtered ? "library.clear" : "library.showArchived")}
            </LinkButton>
          }
        >
          {t(filtered ? "library.nothingText" : "library.nothingInUseText")}
        </EmptyState>
      )}
      <ComparePicks org={org}>
        <div className="flex flex-col gap-8">
          {groups.map(({ role, cards }) => (
            <section key={role?.id ?? "none"} className="flex flex-col gap-3">
              {filter.sort === "role" ? (
                <h2 className="text-body-strong text-ink-2">
                  {role ? words.text(role.name) : t("list.noRole")}
                </h2>
              ) : (
                <h2 className="sr-only">{t(`library.sorts.${filter.sort}`)}</h2>
              )}
              {cards.map((card) => (
                <ProcessCardView key={card.id} org={org} card={card} />
              ))}
            </section>
          ))}
          {(view.next || filter.after) && (
            <nav aria-label={t("library.pages")} className="flex flex-wrap gap-2">
              {filter.after && <LinkButton href={page(undefined)}>{t("library.first")}</LinkButton>}
              {view.next && <LinkButton href={page(view.next)}>{t("library.more")}</LinkButton>}
            </nav>
          )}
          {!none && !filtered && !filter.after && <RolesWithout org={org} view={view} text={words.text} />}
          {view.archived > 0 && !filtered && (
            <Link
              href={paths.processes(org, { state: "archived" })}
              className="self-start font-semibold text-accent hover:underline"
            >
              {t("list.archived", { count: view.archived })}
            </Link>
          )}
        </div>
      </ComparePicks>
    </Page>
  );
}

/** Cards that follow each other and are for the same role. */
function byRole(cards: readonly ProcessCard[]): Group[] {
  const groups: Group[] = [];
  for (const card of cards) {
    const last = groups.at(-1);
    if (last && last.role?.id === card.role?.id) last.cards.push(card);
    else groups.push({ role: card.role, cards: [card] });
  }
  return groups;
}
