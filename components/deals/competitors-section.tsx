"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { showPlace } from "@/components/ui/show-place";
import { useDeal } from "./deal-provider";
import { usePeople } from "./use-people";

const MOST = 200;

/** Who else the buyer considers. */
export function CompetitorsSection({ may }: { may: boolean }) {
  const { deal } = useDeal();
  const t = useTranslations("buying");
  const common = useTranslations("common");
  const { addCompetitor, removeCompetitor } = usePeople();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useCommands(
    may
      ? [
          { label: t("addCompetitor"), run: () => showPlace(form.current) },
          ...deal.competitors.map((competitor) => ({
            label: t("removeCompetitor", { name: competitor.name }),
            away: true,
            run: () => void removeCompetitor(competitor),
          })),
        ]
      : [],
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (!typed || typed.length > MOST || busy) return;
    setBusy(true);
    if (await addCompetitor(typed)) setName("");
    setBusy(false);
  };
  return (
    <section aria-labelledby="competitors" className="mt-3 border-t border-line pt-3">
      <h3 id="competitors" className="text-body-strong">
        {t("competitors")}
      </h3>
      {deal.competitors.length === 0 && <p className="text-ink-3">{t("noCompetitors")}</p>}
      <ul className="flex flex-wrap gap-2 pt-1 pb-2">
        {deal.competitors.map((competitor) => (
          <li
            key={competitor.id}
            className="flex min-w-0 items-center rounded-control border border-line pl-3"
          >
            <bdi className="min-w-0 py-1.5 pr-3 break-words">{competitor.name}</bdi>
            {may && (
              <IconButton
                label={t("removeCompetitor", { name: competitor.name })}
                tooltip={false}
                className="-ml-3"
                onClick={() => removeCompetitor(competitor)}
              >
                <X className="size-4" aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <form ref={form} onSubmit={submit} className="flex items-end gap-2">
          <Field label={t("addCompetitor")} hideLabel className="max-w-64 flex-1">
            <Input
              dir="auto"
              value={name}
              most={MOST}
              placeholder={t("addCompetitor")}
              autoComplete="off"
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </Field>
          <Button type="submit" variant="quiet" loading={busy} aria-disabled={!name.trim() || undefined}>
            {common("add")}
          </Button>
        </form>
      )}
    </section>
  );
}
