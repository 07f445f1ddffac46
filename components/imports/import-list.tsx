"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import { readImports, undoImport } from "@/lib/features/imports/actions";
import type { ImportList, ImportRowView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { ImportsQueryProvider } from "./query-provider";
import { UndoButton } from "./undo-button";
import { isRunning } from "./use-import";

const POLL_MS = 2_000;

/** Every import with what came of it; those under way are followed. */
export function ImportListPage(props: { org: string; initial: ImportList }) {
  return (
    <ImportsQueryProvider>
      <Page>
        <Imports {...props} />
      </Page>
    </ImportsQueryProvider>
  );
}

function Imports({ org, initial }: { org: string; initial: ImportList }) {
  const t = useTranslations("imports");
  const key = ["imports", org];
  const client = useQueryClient();
  const sentence = useRefusal();
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await readImports(org, pageParam ? { after: pageParam } : {}, signal);
      if (!answer.ok) throw new Error(answer.refusal.code);
      return answer.value;
    },
    initialPageParam: null as ImportList["next"],
    getNextPageParam: ({ next }) => next,
    initialData: { pages: [initial], pageParams: [null] },
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ imports }) => imports.some(({ status }) => isRunning(status)))
        ? POLL_MS
        : false,
  });
  const imports = pages.data.pages.flatMap((page) => page.imports);
  const start = initial.mayRun && (
    <LinkButton href={paths.newImport(org)} variant="primary">
      {t("new")}
    </LinkButton>
  );
  const undo = async (id: string) => {
    const answer = await undoImport(org, { id });
    if (!answer.ok) notify({ title: sentence(answer.refusal), tone: "bad" });
    await client.invalidateQueries({ queryKey: key });
  };
  return (
    <>
      <PageHeader title={t("title")} sub={t("sub")} actions={imports.length > 0 && start} />
      {imports.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={start}>
          {t("empty")}
        </EmptyState>
      ) : (
        <Card>
          <ImportTable org={org} imports={imports} view={initial} onUndo={undo} />
          {pages.hasNextPage && (
            <Button
              size="small"
              className="mt-3"
              loading={pages.isFetchingNextPage}
              onClick={() => pages.fetchNextPage()}
            >
              {t("list.more")}
            </Button>
          )}
        </Card>
      )}
    </>
  );
}

function ImportTable({
  org,
  imports,
  view: { timeZone, mayRun },
  onUndo,
}: {
  org: string;
  imports: readonly ImportRowView[];
  view: ImportList;
  onUndo: (id: string) => Promise<void>;
}) {
  const t = useTranslations("imports");
  const format = useFormat();
  return (
    <Table label={t("list.label")}>
      <Thead>
        <tr>
          <Th>{t("list.file")}</Th>
          <Th className="hidden sm:table-cell">{t("list.what")}</Th>
          <Th numeric>{t("list.rows")}</Th>
          <Th numeric className="hidden sm:table-cell">
            {t("list.rejected")}
          </Th>
          <Th className="hidden pl-6 sm:table-cell">{t("list.state")}</Th>
          <Th className="w-40">
            <span className="sr-only">{t("list.actions")}</span>
          </Th>
        </tr>
      </Thead>
      <Tbody>
        {imports.map((each) => {
          const { id, fileName, kind, status, counts, total } = each;
          const tally = counts.apply ?? counts.check;
          return (
            <Tr key={id}>
              <Th row className="py-2">
                <Link href={paths.import(org, id)} className="break-all text-accent hover:underline">
                  {fileName}
                </Link>
                <span className="block text-caption font-normal text-ink-3">
                  {t("list.by", {
                    when: format.instant(each.createdAt, timeZone),
                    name: each.createdBy ?? t("list.someone"),
                  })}
                </span>
                <span className="block text-caption font-normal text-ink-2 sm:hidden">
                  {stateOf(each, t, format.percent, (at) => format.instant(at, timeZone))}
                </span>
              </Th>
              <Td className="hidden sm:table-cell">{t(`kind.${kind}`)}</Td>
              <Td numeric>{total > 0 ? format.number(tally?.rows ?? total) : "—"}</Td>
              <Td numeric className="hidden sm:table-cell">
                {tally ? format.number(tally.rejected) : "—"}
              </Td>
              <Td className="hidden pl-6 text-ink-2 sm:table-cell">
                {stateOf(each, t, format.percent, (at) => format.instant(at, timeZone))}
              </Td>
              <Td className="text-right">
                {mayRun && (status === "applied" || status === "applying") && (
                  <UndoButton
                    target={each}
                    trigger={
                      <Button size="small" className="whitespace-nowrap">
                        {t("apply.undo")}
                      </Button>
                    }
                    onUndo={() => onUndo(id)}
                  />
                )}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}

function stateOf(
  { status, undoneAt, progress, total }: ImportRowView,
  t: (key: string, values?: Record<string, string | number>) => string,
  percent: (share: number) => string,
  when: (at: string) => string,
): string {
  if (status === "undone" && undoneAt) return t("list.undoneOn", { when: when(undoneAt) });
  if (isRunning(status) && total > 0) return `${t(`status.${status}`)}, ${percent(progress / total)}`;
  return t(`status.${status}`);
}
