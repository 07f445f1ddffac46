"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MentionField } from "@/components/ui/mention-field";
import { answerComment } from "@/lib/features/comments/actions";
import { MOST_BODY } from "@/lib/features/comments/view";
import { mentionable } from "@/lib/features/inbox/actions";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";

/** One line to answer a remark, behind a button. */
export function AnswerForm({
  org,
  commentId,
  onDone,
}: {
  org: string;
  commentId: string;
  onDone: (result: Result<unknown>) => Promise<boolean>;
}) {
  const t = useTranslations("comments");
  const [body, setBody] = useState<string | null>(null);
  if (body === null) {
    return (
      <Button size="small" variant="quiet" onClick={() => setBody("")}>
        {t("answer")}
      </Button>
    );
  }
  return (
    <form
      className="flex w-full gap-2"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!body.trim()) return setBody(null);
        if (await onDone(await answerComment(org, { id: newId(), commentId, body: body.trim() })))
          setBody(null);
      }}
    >
      <Field label={t("answer")} hideLabel className="flex-1">
        <MentionField autoFocus most={MOST_BODY} value={body} onValue={setBody} people={mentionable(org)} />
      </Field>
      <Button size="small" type="submit">
        {t("send")}
      </Button>
    </form>
  );
}
