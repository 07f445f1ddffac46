"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/live-region";
import { MOST_ENTRY_NAME, type RegisterKind } from "@/lib/domain/registers/types";
import type { Refusal } from "@/lib/domain/shared/result";
import { addEntry } from "@/lib/features/registers/actions";
import type { NameTaken } from "@/lib/features/registers/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import type { Registers } from "./use-registers";

/** The line to add an entry by name: Enter adds and stays for the next. A name that is there leads to what has it. */
export function AddEntryLine({
  org,
  kind,
  registers,
  onShow,
}: {
  org: string;
  kind: RegisterKind;
  registers: Registers;
  onShow: (name: string) => void;
}) {
  const { t, locale, nameOf, refresh, restore } = registers;
  const say = useRefusal();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const there = (refusal?.current as NameTaken | undefined)?.entry;
  const leave = () => {
    setTyped("");
    setRefusal(null);
  };
  const add = async () => {
    const name = typed.trim();
    if (!name || busy) return;
    setBusy(true);
    const result = await addEntry(org, { id: newId(), kind, name: { [locale]: name } });
    setBusy(false);
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    // What was typed on meanwhile stays.
    setTyped((now) => (now.trim() === name ? "" : now));
    announce(t("added", { name }));
    refresh();
  };
  return (
    <form
      className="mt-2 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label={t(`add.${kind}`)}
          hideLabel
          className="flex-1 basis-56"
          error={refusal ? say(refusal) : undefined}
        >
          <Input
            placeholder={t(`placeholder.${kind}`)}
            most={MOST_ENTRY_NAME}
            autoComplete="off"
            value={typed}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
              setTyped(event.target.value);
              setRefusal(null);
            }}
          />
        </Field>
        <Button type="submit" loading={busy} className="shrink-0">
          {t(`add.${kind}`)}
        </Button>
      </div>
      {there && (
        <Button
          size="small"
          className="self-start"
          onClick={() => {
            if (there.archived) restore(there);
            else onShow(nameOf(there));
            leave();
          }}
        >
          {there.archived ? t("restoreOf", { name: nameOf(there) }) : t("show")}
        </Button>
      )}
    </form>
  );
}
