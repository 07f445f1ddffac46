"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { applyImport, rejectsHref, undoImport } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { ApplyLine } from "./apply-line";
import { ApplyResult } from "./apply-result";
import { madeWords } from "./made-words";
import { UndoButton } from "./undo-button";
import { type ImportPart, isRunning } from "./use-import";
import { useStalled } from "./use-stalled";

/** The import itself: how far it is, what came in, and the way back. */
export function ApplyCard({ org, view, act, pending }: ImportPart) {
  const t = useTranslations("imports.apply");
  const { status, counts } = view;
  const stalled = useStalled(view.progress, isRunning(status));
  if (!counts.apply) {
    return (
      <Card title={t("waiting")} className="text-ink-3">
        <p>{t("waitingText")}</p>
      </Card>
    );
  }
  const failed = status === "failed";
  const title = failed
    ? t("failed")
    : status === "applying"
      ? t("running")
      : status === "undoing"
        ? t("undoing")
        : status === "undone"
          ? t("undone")
          : t("done");
  const goOn = () =>
    act(() =>
      (status === "undoing" || view.error?.during === "undoing" ? undoImport : applyImport)(org, {
        id: view.id,
      }),
    );
  return (
    <Card
      title={title}
      actions={
        view.mayRun &&
        status !== "undone" &&
        status !== "undoing" && (
          <UndoButton
            target={view}
            trigger={<Button>{t(status === "applying" ? "stop" : "undo")}</Button>}
            onUndo={() => act(() => undoImport(org, { id: view.id }))}
          />
        )
      }
    >
      {(failed || stalled) && (
        <div className="mb-4">
          <Banner
            tone={failed ? "bad" : "warn"}
            action={
              view.mayRun && (
                <Button size="small" loading={pending} onClick={goOn}>
                  {t("continue")}
                </Button>
              )
            }
          >
            {t(failed ? "failedText" : "stalled")}
          </Banner>
        </div>
      )}
      <ApplyLine view={view} />
      <ApplyResult view={view} />
      <After org={org} view={view} />
    </Card>
  );
}

function After({ org, view }: { org: string; view: ImportView }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const { apply, undo } = view.counts;
  if (!apply) return null;
  if (view.status === "undone" && undo) {
    const made = madeWords(undo.made, t);
    return (
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="max-w-sentence">
          <p>
            {t("apply.undoneSummary", { removed: undo.removed, restored: undo.restored, kept: undo.kept })}
          </p>
          {made.length > 0 && (
            <p className="text-ink-2">{t("apply.undoneMade", { what: format.list(made) })}</p>
          )}
        </div>
        <LinkButton href={paths.newImport(org)}>{t("apply.again")}</LinkButton>
      </div>
    );
  }
  const goals = {
    deals: paths.pipeline(org, { process: apply.processId ?? undefined }),
    companies: paths.companies(org),
    people: paths.members(org),
    products: paths.deals(org),
  };
  return (
    <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
      <section>
        <h3 className="text-body-strong">{t("apply.undoHead")}</h3>
        <p className="text-ink-2">
          {t("apply.undoLine", { created: apply.created, updated: apply.updated })}
        </p>
        {apply.rejected > 0 && (
          <p className="mt-2">
            <a
              href={rejectsHref(org, view.id)}
              download
              className="font-semibold text-accent hover:underline"
            >
              {t("check.download", { count: apply.rejected })}
            </a>
          </p>
        )}
      </section>
      <section>
        <h3 className="text-body-strong">{t("apply.seeHead")}</h3>
        <p className="text-ink-2">{t(`apply.see.${view.kind}`)}</p>
        {view.status === "applied" && (
          <p className="mt-2">
            <LinkButton href={goals[view.kind]} size="small">
              {t(`apply.seeLink.${view.kind}`)}
            </LinkButton>
          </p>
        )}
      </section>
    </div>
  );
}
