"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/select";
import { LIMITS } from "@/lib/domain/process/limits";
import { refuse } from "@/lib/domain/shared/result";
import { inLocale } from "@/lib/domain/shared/text";
import type { OwnerName } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { useTextLocale } from "./words";

/** The way in without a template: "Lead, visit, quote, order" becomes a line. */
export function OwnStages({
  roles,
  first,
  busy,
  onStart,
}: {
  roles: readonly OwnerName[];
  /** The role that is chosen to begin with. */
  first: string | null;
  busy: boolean;
  onStart: (own: { name: string; roleId: string; stages: string[] }) => void;
}) {
  const t = useTranslations("processes.new");
  const locale = useTextLocale();
  const [name, setName] = useState("");
  const [stages, setStages] = useState("");
  const [roleId, setRoleId] = useState(first ?? "");
  const say = useRefusal();
  const list = stages
    .split(/[,;\n]/)
    .map((stage) => stage.trim())
    .filter(Boolean);
  const longest = Math.max(0, ...list.map(({ length }) => length));
  const tooLong = (length: number) =>
    length > LIMITS.name ? say(refuse("text-too-long", { length, limit: LIMITS.name })) : undefined;
  const wrongName = tooLong(name.trim().length);
  const wrongStages =
    list.length > LIMITS.stages ? say(refuse("too-many-stages", { limit: LIMITS.stages })) : tooLong(longest);
  return (
    <form
      className="flex flex-col gap-3 rounded-card border border-dashed border-control p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrongName && !wrongStages) onStart({ name: name.trim(), roleId, stages: list });
      }}
    >
      <h3 className="section-title">{t("own")}</h3>
      <Field label={t("ownName")} error={wrongName}>
        <Input
          required
          value={name}
          placeholder={t("ownNamePlaceholder")}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
        />
      </Field>
      <Field label={t("ownStages")} hint={t("ownHint")} error={wrongStages}>
        <Input
          value={stages}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setStages(event.target.value)}
        />
      </Field>
      <Field label={t("ownRole")}>
        <NativeSelect
          aria-label={t("ownRole")}
          value={roleId}
          onChange={(event) => setRoleId(event.target.value)}
          options={[
            { value: "", label: t("ownNoRole") },
            ...roles.map((role) => ({ value: role.id, label: inLocale(role.name, locale) })),
          ]}
        />
      </Field>
      <Button type="submit" loading={busy} className="self-end">
        {t("ownStart")}
      </Button>
    </form>
  );
}
