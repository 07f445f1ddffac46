"use client";

import { Archive, EllipsisVertical, Merge, Pencil, Split } from "lucide-react";
import Link from "next/link";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Locale } from "@/lib/domain/shared/text";
import type { RegisterRow } from "@/lib/features/registers/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import type { Registers } from "./use-registers";

/** An entry: its name, its note, where it is linked, and what can be done with it. */
export function EntryRow({
  org,
  entry,
  languages,
  canEdit,
  registers,
  nameRef,
  onEdit,
  onMerge,
}: {
  org: string;
  entry: RegisterRow;
  languages: readonly Locale[];
  canEdit: boolean;
  registers: Registers;
  /** Takes the button with the name when it comes. */
  nameRef: (button: HTMLButtonElement | null) => void;
  onEdit: () => void;
  onMerge: () => void;
}) {
  const { t, nameOf, archive, takeOut } = registers;
  const format = useFormat();
  const name = nameOf(entry);
  const missing = languages.find((language) => !entry.name[language]);
  const { processes, stages, steps } = entry.use;
  const counts = [
    t("use", { processes: processes.length }),
    stages > 0 && t("useStages", { count: stages }),
    steps > 0 && t("useSteps", { count: steps }),
  ].filter(Boolean);
  return (
    <div className="flex items-start gap-1 py-2">
      <div className="min-w-0 flex-1">
        <p className="text-body-strong">
          {canEdit ? (
            <button
              ref={nameRef}
              type="button"
              className="min-h-6 text-left break-words hover:underline"
              onClick={onEdit}
            >
              {name}
              <span className="sr-only">, {t("edit")}</span>
            </button>
          ) : (
            <span className="break-words">{name}</span>
          )}
        </p>
        {entry.note && <p className="text-ink-2 whitespace-pre-line break-words">{entry.note}</p>}
        {entry.heard > 0 && (
          <p className="tnum text-caption font-normal text-ink-2">{t("heard", { count: entry.heard })}</p>
        )}
        {processes.length === 0 ? (
          <p className="text-caption font-normal text-ink-3">{t("unused")}</p>
        ) : (
          <details>
            <summary className="tnum min-h-6 w-fit cursor-pointer text-caption font-normal text-ink-3 hover:text-ink touch:py-3.5">
              {counts.join(" · ")}
            </summary>
            <p className="pt-1 text-caption font-normal text-ink-3">{t("linkedIn")}</p>
            <ul className="flex flex-col">
              {processes.map((process) => (
                <li key={process.id}>
                  <Link
                    href={paths.process(org, process.id)}
                    prefetch={false}
                    className="inline-block min-h-6 text-accent hover:underline"
                  >
                    {nameOf(process)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
        {missing && (
          <p className="text-caption font-normal text-warn">{t("missing", { language: missing })}</p>
        )}
        {entry.merged.length > 0 && (
          <p className="text-caption font-normal text-ink-3">
            {t("includes", { names: format.list(entry.merged.map(nameOf)) })}
          </p>
        )}
      </div>
      {canEdit && (
        <Menu
          trigger={
            <IconButton label={t("menu", { name })} tooltip={false} className="-my-1 -mr-2 shrink-0">
              <EllipsisVertical className="size-4" aria-hidden="true" />
            </IconButton>
          }
        >
          <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={onEdit}>
            {t("edit")}
          </MenuItem>
          <MenuItem icon={<Merge aria-hidden="true" />} onSelect={onMerge}>
            {t("merge")}
          </MenuItem>
          <MenuItem icon={<Archive aria-hidden="true" />} onSelect={() => archive(entry)}>
            {t("archive")}
          </MenuItem>
          {entry.merged.length > 0 && <MenuSeparator />}
          {entry.merged.map((part) => (
            <MenuItem key={part.id} icon={<Split aria-hidden="true" />} onSelect={() => takeOut(part)}>
              {t("undoMerge", { name: nameOf(part) })}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}
