"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { MOST_ENTRY_NAME, MOST_NOTE } from "@/lib/domain/registers/types";
import type { Refusal } from "@/lib/domain/shared/result";
import type { Locale } from "@/lib/domain/shared/text";
import { changeEntry } from "@/lib/features/registers/actions";
import type { NameTaken, RegisterRow, StaleEntry } from "@/lib/features/registers/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Registers } from "./use-registers";

/** Names and note of an entry, in its place in the list. Enter saves, Escape leaves it as it was. */
export function EntryForm({
  org,
  entry,
  languages,
  registers,
  onMerge,
  onClose,
}: {
  org: string;
  entry: RegisterRow;
  languages: readonly Locale[];
  registers: Registers;
  /** Merges with the entry that has the typed name. */
  onMerge: (into: string) => void;
  onClose: () => void;
}) {
  const { t, locale, nameOf, refresh } = registers;
  const common = useTranslations("common");
  const say = useRefusal();
  const [name, setName] = useState(entry.name);
  const [note, setNote] = useState(entry.note);
  const [version, setVersion] = useState(entry.version);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const there = refusal?.field === "name" ? (refusal.current as NameTaken | undefined)?.entry : undefined;
  const empty = languages.every((language) => !name[language]?.trim());
  const save = async () => {
    if (empty || busy) return;
    setBusy(true);
    const result = await changeEntry(org, { id: entry.id, version, set: { name, note } });
    setBusy(false);
    if (result.ok) {
      refresh();
      return onClose();
    }
    setRefusal(result.refusal);
    // What was typed stays; saving again writes it over what the other one saved.
    if (result.refusal.code === "stale") setVersion((result.refusal.current as StaleEntry).version);
    else if (result.refusal.field !== "name") notify({ title: say(result.refusal), tone: "bad" });
  };
  // The reader's own language first.
  const ordered = languages.toSorted((one, other) => Number(other === locale) - Number(one === locale));
  const theirs = refusal?.code === "stale" ? (refusal.current as StaleEntry) : null;
  return (
    <form
      aria-label={t("editOf", { name: nameOf(entry) })}
      className="flex flex-col gap-3 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      {ordered.map((language, at) => (
        <Field
          key={language}
          label={languages.length > 1 ? t(`nameIn.${language}`) : t("name")}
          error={at === 0 && refusal?.field === "name" ? say(refusal) : undefined}
        >
          <Input
            lang={language}
            autoComplete="off"
            most={MOST_ENTRY_NAME}
            autoFocus={at === 0}
            value={name[language] ?? ""}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
              setName({ ...name, [language]: event.target.value });
              setRefusal(null);
            }}
          />
        </Field>
      ))}
      {there && (
        <Button size="small" className="self-start" onClick={() => onMerge(there.id)}>
          {t("mergeSame", { name: nameOf(there) })}
        </Button>
      )}
      <Field label={t("note")} hint={t("noteHint")} optional>
        <Textarea
          rows={2}
          most={MOST_NOTE}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          className="min-h-14"
        />
      </Field>
      {theirs && (
        <p role="alert" className="text-caption text-bad">
          {refusal && say(refusal)} {[nameOf(theirs), theirs.note].filter(Boolean).join(": ")}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" size="small" loading={busy} disabled={empty}>
          {common("save")}
        </Button>
        <Button size="small" onClick={onClose}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
