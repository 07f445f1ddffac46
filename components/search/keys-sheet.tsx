"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type Command, keysOf, pageCommands } from "@/components/shell/commands";
import { Dialog } from "@/components/ui/dialog";
import type { Destination } from "./items";

/** Every shortcut there is here: those of the page that is open and those that hold everywhere. */
export default function KeysSheet({
  destinations,
  open,
  onOpenChange,
}: {
  destinations: readonly Destination[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("search.keys");
  const [commands, setCommands] = useState<readonly Command[]>([]);
  useEffect(() => {
    if (open) setCommands(pageCommands());
  }, [open]);
  const rows = (pairs: readonly { label: string; keys?: string }[]) =>
    pairs.flatMap(({ label, keys }) => (keys ? [{ label, keys }] : []));
  const page = rows(commands.map((command) => ({ label: command.label, keys: keysOf(command) })));
  const everywhere = rows([
    { label: t("search"), keys: "Ctrl K, ⌘ K" },
    { label: t("title"), keys: "?" },
    ...destinations.map(({ label, keys, begins }) => ({
      label: begins ? label : t("goTo", { place: label }),
      keys,
    })),
  ]);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("off")} wide>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {page.length > 0 && <Keys title={t("page")} rows={page} />}
        <Keys title={t("everywhere")} rows={everywhere} />
      </div>
    </Dialog>
  );
}

function Keys({ title, rows }: { title: string; rows: readonly { label: string; keys: string }[] }) {
  return (
    <section>
      <h3 className="mb-1.5 text-caption text-ink-3">{title}</h3>
      <dl>
        {rows.map(({ label, keys }) => (
          <div
            key={`${keys} ${label}`}
            className="flex min-h-9 items-center justify-between gap-4 border-b border-line last:border-0"
          >
            <dt>{label}</dt>
            <dd className="shrink-0">
              <kbd className="rounded-xs border border-line bg-canvas px-1.5 font-sans text-caption text-ink-2">
                {keys}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
