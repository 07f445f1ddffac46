"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { announce } from "@/components/ui/live-region";
import type { Option } from "@/components/ui/select";
import { LIMITS } from "@/lib/domain/process/limits";
import { byId, survivorOf, survivorsOf, withoutEntry } from "@/lib/domain/registers/merge";
import { MOST_ENTRY_NAME, REGISTER_KINDS, type RegisterEntry } from "@/lib/domain/registers/types";
import { byName } from "@/lib/domain/shared/same-name";
import { LOCALES } from "@/lib/domain/shared/text";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { useEditing } from "./editing";
import { useEntries } from "./entries";
import { Section } from "./section";

/** Before the kind of register in the value of a choice that adds the typed name to it. */
const NEW = "new:";

/** What is known of the buyer at a stage or step: chips by register, and one field that finds an entry or adds it. */
export function EntriesSection({
  ids,
  onEdit,
}: {
  ids: readonly string[];
  onEdit: (ids: readonly string[]) => boolean;
}) {
  const t = useTranslations("registers");
  const { entries } = useEntries();
  const known = useMemo(() => byId(entries), [entries]);
  const linked = survivorsOf(known, ids);
  return (
    <Section title={t("pick.title")} count={linked.length}>
      <div data-field="entries" className="flex flex-col gap-3">
        {REGISTER_KINDS.map((kind) => {
          const chips = linked.filter((entry) => entry.kind === kind);
          if (chips.length === 0) return null;
          return (
            <div key={kind} className="flex flex-col gap-1">
              <span className="text-caption text-ink-2">{t(`kind.${kind}`)}</span>
              <ul className="flex flex-wrap gap-1.5">
                {chips.map((entry) => (
                  <Chip
                    key={entry.id}
                    entry={entry}
                    onRemove={() => onEdit(withoutEntry(known, ids, entry.id))}
                  />
                ))}
              </ul>
            </div>
          );
        })}
        {ids.length < LIMITS.itemsPerStep ? (
          <Find known={known} linked={linked} onPick={(id) => onEdit([...ids, id])} />
        ) : (
          <p className="text-caption font-normal text-ink-3">
            {t("pick.full", { limit: LIMITS.itemsPerStep })}
          </p>
        )}
      </div>
    </Section>
  );
}

function Chip({ entry, onRemove }: { entry: RegisterEntry; onRemove: () => void }) {
  const t = useTranslations("registers");
  const { words } = useEditing();
  const name = words.text(entry.name);
  return (
    <li className="inline-flex min-w-0 items-center rounded-full bg-sunken pl-2.5 text-body text-ink">
      <span className="min-w-0 py-0.5 break-words">
        {name}
        {entry.archived && <span className="text-ink-3"> ({t("pick.archived")})</span>}
      </span>
      <IconButton
        label={t("pick.takeOut", { name })}
        tooltip={false}
        className="min-h-7 w-7 shrink-0 rounded-full"
        onClick={onRemove}
      >
        <X className="size-3.5" aria-hidden="true" />
      </IconButton>
    </li>
  );
}

/** Finds an entry by any of its names, those merged into it included; what is not there can be added to a register. */
function Find({
  known,
  linked,
  onPick,
}: {
  known: ReadonlyMap<string, RegisterEntry>;
  linked: readonly RegisterEntry[];
  onPick: (id: string) => boolean;
}) {
  const t = useTranslations("registers");
  const { words } = useEditing();
  const { create } = useEntries();
  const say = useRefusal();
  const [typed, setTyped] = useState("");
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const name = typed.trim();
  const options = useMemo(
    () => [
      ...matches(known, linked, name).map(
        (entry): Option => ({ value: entry.id, label: words.text(entry.name), hint: t(`one.${entry.kind}`) }),
      ),
      ...(name && name.length <= MOST_ENTRY_NAME
        ? REGISTER_KINDS.filter(
            (kind) =>
              !byName(
                [...known.values()].filter((entry) => entry.kind === kind),
                { en: name },
              ),
          ).map(
            (kind): Option => ({
              value: `${NEW}${kind}`,
              label: `+ ${t("pick.create", { register: t(`kind.${kind}`) })}`,
            }),
          )
        : []),
    ],
    [known, linked, name, words, t],
  );
  const pick = async (value: string | null) => {
    if (value === null) return;
    const kind = REGISTER_KINDS.find((one) => `${NEW}${one}` === value);
    const made = kind ? await create(kind, { [words.locale]: name }) : null;
    if (made && !made.ok) return setProblem(say(made.refusal));
    const id = made ? made.value.id : value;
    setProblem(null);
    if (!linked.some((entry) => entry.id === id)) onPick(id);
    if (made) announce(t("added", { name }));
    // A new field for the next one, with the focus where it was.
    setTyped("");
    setTurn((before) => before + 1);
    requestAnimationFrame(() => box.current?.querySelector("input")?.focus());
  };
  return (
    <div ref={box} className="flex flex-col gap-1">
      <Combobox
        key={turn}
        label={t("pick.add")}
        placeholder={t("pick.search")}
        options={options}
        value={null}
        onChange={pick}
        onSearch={setTyped}
        emptyText={t("pick.none")}
      />
      {problem && (
        <p role="alert" className="text-caption text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Entries that may be linked and have every typed word in one of their names or in one merged into them. */
function matches(
  known: ReadonlyMap<string, RegisterEntry>,
  linked: readonly RegisterEntry[],
  typed: string,
): RegisterEntry[] {
  const typedWords = typed.toLowerCase().split(/\s+/);
  const named = [...known.values()].filter(({ name }) => {
    const text = LOCALES.map((locale) => name[locale] ?? "")
      .join("\n")
      .toLowerCase();
    return typedWords.every((word) => text.includes(word));
  });
  const found = new Set(named.flatMap(({ id }) => survivorOf(known, id) ?? []));
  return [...found].filter((entry) => !entry.archived && !linked.includes(entry));
}
