"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { REGISTER_KINDS } from "@/lib/domain/registers/types";
import { LOCALES, type LocalText } from "@/lib/domain/shared/text";
import type { RegisterRow, RegistersView } from "@/lib/features/registers/view";
import { paths } from "@/lib/platform/paths";
import { MergeDialog } from "./merge-dialog";
import { RegisterCard } from "./register-card";
import { useRegisters } from "./use-registers";

type Merge = { readonly entry: RegisterRow; readonly into: string | null };

/** The four registers beside each other: found by typing, added to, renamed, merged and archived in place. */
export function RegistersPage({ org, view }: { org: string; view: RegistersView }) {
  const registers = useRegisters(org);
  const { t } = registers;
  const [typed, setTyped] = useState("");
  const [merging, setMerging] = useState<Merge | null>(null);
  const finds = (entry: RegisterRow) => found(entry, typed);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: registers.processes, href: paths.processes(org) }]}
        title={t("title")}
        sub={<span className="block max-w-prose">{t("sub")}</span>}
      />
      {view.entries.length > 0 && (
        <search className="relative mb-4 block max-w-sm">
          <Search
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
            aria-hidden="true"
          />
          <Input
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            maxLength={100}
            value={typed}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
            className="pl-9"
          />
          <p role="status" className="sr-only">
            {typed.trim() && t("found", { count: view.entries.filter(finds).length })}
          </p>
        </search>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {REGISTER_KINDS.map((kind) => (
          <RegisterCard
            key={kind}
            org={org}
            kind={kind}
            entries={view.entries.filter((entry) => entry.kind === kind)}
            finds={finds}
            searched={typed.trim()}
            languages={view.languages}
            canEdit={view.canEdit}
            registers={registers}
            onShow={setTyped}
            onMerge={(entry, into) => setMerging({ entry, into: into ?? null })}
          />
        ))}
      </div>
      {merging && (
        <MergeDialog
          org={org}
          entry={merging.entry}
          into={merging.into}
          others={view.entries.filter(
            ({ id, kind, archived }) => kind === merging.entry.kind && id !== merging.entry.id && !archived,
          )}
          registers={registers}
          onClose={() => setMerging(null)}
        />
      )}
    </Page>
  );
}

/** Whether an entry, its note or something merged into it holds every typed word, in either language. */
function found({ name, note, merged }: RegisterRow, typed: string): boolean {
  const texts = (one: LocalText) => LOCALES.map((locale) => one[locale] ?? "");
  const all = [...texts(name), note, ...merged.flatMap((one) => texts(one.name))].join("\n").toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
