"use client";

import { Check, Trash2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/toast";
import { removeComment, resolveComment, writeComment } from "@/lib/features/comments/actions";
import type { CommentsView, CommentView } from "@/lib/features/comments/view";
import { mentionable } from "@/lib/features/inbox/actions";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";
import { AnswerForm } from "./answer-form";
import { TakeOver } from "./take-over";
import { WriteForm } from "./write-form";

type Props = {
  org: string;
  processId: string;
  stepKey: string;
  view: CommentsView;
  /** Gives what takes a suggestion over into the draft that is open here, or null when it does not fit there. */
  onAccept?: (body: string) => (() => void) | null;
  /** Whether there is a draft to take a suggestion over into, when not here; undefined where none may be opened. */
  draft?: boolean;
};

/** What people say about a step, and the way to say something. Words are plain text, whatever is in them. */
export function StepComments({ org, processId, stepKey, view, onAccept, draft }: Props) {
  const t = useTranslations("comments");
  const say = useRefusal();
  const router = useRouter();
  const { timeZone } = view;
  const threads = view.comments.filter((comment) => comment.stepKey === stepKey);
  const told = async (result: Result<unknown>): Promise<boolean> => {
    if (result.ok) router.refresh();
    else notify({ title: say(result.refusal), tone: "bad" });
    return result.ok;
  };
  return (
    <div className="flex flex-col gap-3">
      {threads.length === 0 && <p className="text-caption font-normal text-ink-3">{t("none")}</p>}
      <ul className="flex flex-col gap-3">
        {threads.map((comment) => (
          <li key={comment.id} className="flex flex-col gap-1 border-l-2 border-line pl-2.5">
            <Remark
              comment={comment}
              timeZone={timeZone}
              onRemove={
                comment.mine || view.mayAnswer
                  ? async () => void told(await removeComment(org, { id: comment.id }))
                  : undefined
              }
            />
            {comment.answers.map((answer) => (
              <div key={answer.id} className="ml-3">
                <Remark comment={answer} timeZone={timeZone} />
              </div>
            ))}
            <div className="flex flex-wrap gap-1">
              {view.mayWrite && <AnswerForm org={org} commentId={comment.id} onDone={told} />}
              {view.mayAnswer && comment.kind === "suggestion" && comment.resolution === null && (
                <>
                  {onAccept ? (
                    <Button
                      size="small"
                      variant="quiet"
                      onClick={async () => {
                        const take = onAccept(comment.body);
                        if (!take) return;
                        // Settled first, so that two managers do not both take it over.
                        const accepted = { id: comment.id, resolution: "accepted" } as const;
                        if (await told(await resolveComment(org, accepted))) take();
                      }}
                    >
                      <Check className="size-3.5" aria-hidden="true" />
                      {t("accept")}
                    </Button>
                  ) : (
                    draft !== undefined && (
                      <TakeOver {...{ org, processId, stepKey, draft }} commentId={comment.id} />
                    )
                  )}
                  <Button
                    size="small"
                    variant="quiet"
                    onClick={async () =>
                      void told(await resolveComment(org, { id: comment.id, resolution: "declined" }))
                    }
                  >
                    <X className="size-3.5" aria-hidden="true" />
                    {t("decline")}
                  </Button>
                </>
              )}
              {view.mayAnswer && comment.resolution !== null && (
                <Button
                  size="small"
                  variant="quiet"
                  onClick={async () =>
                    void told(await resolveComment(org, { id: comment.id, resolution: null }))
                  }
                >
                  {t("reopen")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {view.mayWrite && (
        <WriteForm
          people={mentionable(org)}
          onWrite={async ({ body, kind }) =>
            told(await writeComment(org, { id: newId(), processId, stepKey, kind, body }))
          }
        />
      )}
    </div>
  );
}

function Remark({
  comment,
  timeZone,
  onRemove,
}: {
  comment: CommentView;
  timeZone: string;
  onRemove?: () => void;
}) {
  const t = useTranslations("comments");
  const format = useFormat();
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-2 text-caption font-normal text-ink-3">
        <span className="font-semibold text-ink-2">{comment.by}</span>
        {format.instant(comment.at, timeZone)}
        {comment.kind === "suggestion" && (
          <Badge tone={comment.resolution === "accepted" ? "good" : "neutral"}>
            {t(comment.resolution ? `resolution.${comment.resolution}` : "suggestion")}
          </Badge>
        )}
        {onRemove && (
          <IconButton label={t("remove")} onClick={onRemove} className="-my-1 size-6 min-h-6">
            <Trash2 className="size-3.5" aria-hidden="true" />
          </IconButton>
        )}
      </p>
      <p className="break-words whitespace-pre-line text-body">{comment.body}</p>
    </div>
  );
}
