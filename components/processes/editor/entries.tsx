"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { RegisterEntry, RegisterKind } from "@/lib/domain/registers/types";
import type { LocalText } from "@/lib/domain/shared/text";
import { addEntry } from "@/lib/features/registers/actions";
import type { NameTaken } from "@/lib/features/registers/view";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";

type Entries = {
  readonly entries: readonly RegisterEntry[];
  /** Adds an entry to a register; gives its id, or that of the entry that has the name already. */
  readonly create: (kind: RegisterKind, name: LocalText) => Promise<Result<{ id: string }>>;
};
const EntriesContext = createContext<Entries | null>(null);

/** The registers as the editor knows them: as they were when the page came, and what was added since. */
export function EntriesProvider({
  org,
  first,
  children,
}: {
  org: string;
  first: readonly RegisterEntry[];
  children: ReactNode;
}) {
  const [entries, setEntries] = useState(first);
  const know = useCallback(
    (entry: RegisterEntry) => setEntries((all) => [...all.filter(({ id }) => id !== entry.id), entry]),
    [],
  );
  const value = useMemo(
    (): Entries => ({
      entries,
      async create(kind, name) {
        const id = newId();
        const result = await addEntry(org, { id, kind, name });
        if (result.ok) {
          know({ id, kind, name, archived: false, mergedInto: null });
          return result;
        }
        // A colleague added it meanwhile: that one is meant.
        const there = (result.refusal.current as NameTaken | undefined)?.entry;
        if (!there || there.archived) return result;
        know(there);
        return { ok: true, value: { id: there.id } };
      },
    }),
    [org, entries, know],
  );
  return <EntriesContext value={value}>{children}</EntriesContext>;
}

/** The registers around this part of the editor. */
export function useEntries(): Entries {
  const entries = useContext(EntriesContext);
  if (!entries) throw new Error("the registers are not around this part of the editor");
  return entries;
}
