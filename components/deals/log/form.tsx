"use client";

import { CircleCheck, PhoneMissed } from "lucide-react";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { MentionField } from "@/components/ui/mention-field";
import { mentionable } from "@/lib/features/inbox/actions";
import { CountsAs } from "./counts-as";
import { Kinds } from "./kinds";
import type { Subject } from "./subject";
import { tile } from "./tile";
import { TypedChips } from "./typed-chips";
import type { Draft } from "./use-draft";
import { WhenRow } from "./when-row";

/** What was done, how it went, what it counts as and when; all but the first is filled in, and one typed line says it all. */
export function LogForm({ draft, subject }: { draft: Draft; subject: Subject }) {
  const t = useTranslations("deals.log");
  const { org } = useParams<{ org: string }>();
  return (
    <div className="flex flex-col gap-4">
      <Kinds value={draft.kind} onChange={(kind) => draft.tap({ kind })} />
      <div className={cn("flex flex-col gap-4", draft.kind === null && "opacity-60")}>
        {draft.kind !== "note" && (
          <fieldset disabled={draft.kind === null}>
            <legend className="mb-1 text-caption text-ink-2">{t("how")}</legend>
            <div className="grid grid-cols-2 gap-2">
              {[true, false].map((each) => {
                const on = draft.kind !== null && each === draft.reached;
                const Icon = each ? CircleCheck : PhoneMissed;
                return (
                  <button
                    key={String(each)}
                    type="button"
                    aria-pressed={on}
                    onClick={() => draft.tap({ reached: each })}
                    className={tile(on)}
                  >
                    <Icon className="size-4" strokeWidth={1.6} aria-hidden="true" />
                    {t(each ? "twoWay" : "oneWay")}
                  </button>
                );
              })}
            </div>
          </fieldset>
        )}
        <CountsAs draft={draft} subject={subject} />
      </div>
      <WhenRow draft={draft} />
      <div className="flex flex-col gap-2">
        <Field label={t("note")} optional>
          <MentionField
            value={draft.text}
            onValue={draft.type}
            people={mentionable(org)}
            most={10_000}
            lines={1}
            className="min-h-11!"
            placeholder={t("example")}
          />
        </Field>
        <TypedChips draft={draft} subject={subject} />
      </div>
    </div>
  );
}
