"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { MOST_BODY } from "@/lib/features/comments/view";

/** A remark on a step; what was typed stays until it was taken. */
export function WriteForm({
  onWrite,
}: {
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
        <Textarea
          rows={2}
          value={body}
          placeholder={t("placeholder")}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setBody(event.target.value)}
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
