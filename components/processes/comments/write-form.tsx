"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { MentionField } from "@/components/ui/mention-field";
import { MOST_BODY } from "@/lib/features/comments/view";

/** A remark on a step; what was typed stays until it was taken. */
export function WriteForm({
  people,
  onWrite,
}: {
  /** Whom an @ may mention. */
  people: ComponentProps<typeof MentionField>["people"];
  onWrite: (comment: { body: string; kind: "comment" | "suggestion" }) => Promise<boolean>;
}) {
  const t = useTranslations("comments");
  const [body, setBody] = useState("");
  const [suggests, setSuggests] = useState(false);
  const [busy, setBusy] = useState(false);
  const over = body.trim().length > MOST_BODY;
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!body.trim() || over) return;
        setBusy(true);
        if (await onWrite({ body: body.trim(), kind: suggests ? "suggestion" : "comment" })) {
          setBody("");
          setSuggests(false);
        }
        setBusy(false);
      }}
    >
      <Field
        label={t("write")}
        error={over ? t("tooLong", { length: body.trim().length, limit: MOST_BODY }) : undefined}
      >
        <MentionField
          lines={2}
          value={body}
          placeholder={t("placeholder")}
          onValue={setBody}
          people={people}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox label={t("asSuggestion")} checked={suggests} onCheckedChange={setSuggests} />
        <Button size="small" type="submit" loading={busy} disabled={!body.trim() || over}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
