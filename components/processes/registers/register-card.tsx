"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { RegisterKind } from "@/lib/domain/registers/types";
import type { Locale } from "@/lib/domain/shared/text";
import type { RegisterRow } from "@/lib/features/registers/view";
import { AddEntryLine } from "./add-entry-line";
import { EntryForm } from "./entry-form";
import { EntryRow } from "./entry-row";
import type { Registers } from "./use-registers";

/** One register: its entries, the line to add one, and the archived ones folded away. */
export function RegisterCard({
  org,
  kind,
  entries,
  finds,
  searched,
  languages,
  canEdit,
  registers,
  onShow,
  onMerge,
}: {
  org: string;
  kind: RegisterKind;
  entries: readonly RegisterRow[];
  /** Whether an entry is among what was searched for. */
  finds: (entry: RegisterRow) => boolean;
  /** What was typed to find entries; empty when all are shown. */
  searched: string;
  languages: readonly Locale[];
  canEdit: boolean;
  registers: Registers;
  /** Finds an entry by its name. */
  onShow: (name: string) => void;
  onMerge: (entry: RegisterRow, into?: string) => void;
}) {
  const { t, nameOf } = registers;
  // Several may be open: what is typed in one is not lost by opening another, nor by searching.
  const [editing, setEditing] = useState<ReadonlySet<string>>(new Set());
  const back = useRef<string | null>(null);
  const close = (entry: RegisterRow) => {
    // What is not found any more goes with its form, and cannot take the focus.
    back.current = finds(entry) ? entry.id : null;
    setEditing((open) => new Set([...open].filter((one) => one !== entry.id)));
  };
  const current = entries.filter((entry) => !entry.archived && (editing.has(entry.id) || finds(entry)));
  const archived = entries.filter((entry) => entry.archived && finds(entry));
  return (
    <Card
      aria-label={t(`kind.${kind}`)}
      title={
        <>
          {t(`kind.${kind}`)}
          {current.length > 0 && (
            <span className="tnum ml-2 text-caption font-normal text-ink-3">{current.length}</span>
          )}
        </>
      }
      sub={t(`hint.${kind}`)}
    >
      {current.length === 0 && (
        <p className="py-2 text-ink-3">
          {searched ? t("notFound", { text: searched }) : t(canEdit ? `empty.${kind}` : "emptyReader")}
        </p>
      )}
      <ul className="divide-y divide-line">
        {current.map((entry) => (
          <li key={entry.id}>
            {editing.has(entry.id) ? (
              <EntryForm
                org={org}
                entry={entry}
                languages={languages}
                registers={registers}
                onMerge={(into) => {
                  close(entry);
                  onMerge(entry, into);
                }}
                onClose={() => close(entry)}
              />
            ) : (
              <EntryRow
                org={org}
                entry={entry}
                languages={languages}
                canEdit={canEdit}
                registers={registers}
                nameRef={(button) => {
                  if (!button || back.current !== entry.id) return;
                  back.current = null;
                  button.focus();
                }}
                onEdit={() => setEditing((open) => new Set([...open, entry.id]))}
                onMerge={() => onMerge(entry)}
              />
            )}
          </li>
        ))}
      </ul>
      {canEdit && <AddEntryLine org={org} kind={kind} registers={registers} onShow={onShow} />}
      {archived.length > 0 && (
        <details className="mt-2 border-t border-line pt-2">
          <summary className="min-h-6 cursor-pointer text-caption text-ink-3 touch:min-h-11">
            {t("archivedList", { count: archived.length })}
          </summary>
          <ul className="divide-y divide-line">
            {archived.map((entry) => (
              <li key={entry.id} className="flex min-h-10 items-center justify-between gap-2 text-ink-2">
                <span className="min-w-0 break-words">{nameOf(entry)}</span>
                {canEdit && (
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={t("restoreOf", { name: nameOf(entry) })}
                    onClick={() => registers.restore(entry)}
                  >
                    {t("restore")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
