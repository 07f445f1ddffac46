"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { applyImport, checkImport, rejectsHref } from "@/lib/features/imports/actions";
import type { CheckCounts } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { CheckSums } from "./check-sums";
import { madeWords } from "./made-words";
import { NoteList } from "./note-list";
import { RejectGroups } from "./reject-groups";
import type { ImportPart } from "./use-import";

/** The dry run: how many rows would come in, that they add up to the file, and why others cannot. */
export function CheckCard({ org, view, act, pending }: ImportPart) {
  const t = useTranslations("imports");
  const { check } = view.counts;
  if (view.status === "checking") {
    return (
      <Card title={t("check.waiting")}>
        <Progress
          label={t("check.running")}
          value={view.progress}
          max={Math.max(1, view.total)}
          detail={t("apply.progress", { done: view.progress, total: view.total })}
        />
      </Card>
    );
  }
  if (view.status === "failed" && view.error?.during === "checking") {
    return (
      <Card title={t("check.waiting")}>
        <Banner
          tone="bad"
          action={
            <Button
              size="small"
              loading={pending}
              onClick={() => act(() => checkImport(org, { id: view.id }))}
            >
              {t("check.retry")}
            </Button>
          }
        >
          {t("page.failed")}
        </Banner>
      </Card>
    );
  }
  if (!check) {
    return (
      <Card title={t("check.waiting")} className="text-ink-3">
        <p>{t("check.waitingText")}</p>
      </Card>
    );
  }
  const good = check.rows - check.rejected;
  const ready = view.status === "checked" && view.mayRun;
  const incoming = check.created + check.updated;
  return (
    <Card
      title={
        check.rejected > 0
          ? t("check.title", { good, bad: check.rejected })
          : t("check.allGood", { good: check.rows })
      }
      sub={t(check.sums.length > 0 ? "check.addsUp" : "check.addsUpRows", { rows: check.rows })}
    >
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div>
          <CheckSums check={check} />
          <Remarks check={check} />
        </div>
        {check.rejected > 0 ? (
          <RejectGroups
            groups={check.groups}
            more={check.moreGroups}
            columns={view.reading?.header ?? []}
            footer={
              <>
                <span className="text-caption font-normal text-ink-3">{t("check.rest")}</span>
                <a
                  href={rejectsHref(org, view.id)}
                  download
                  className="text-caption font-semibold text-accent hover:underline"
                >
                  {t("check.download", { count: check.rejected })}
                </a>
              </>
            }
          />
        ) : (
          <NoteList notes={check.notes} />
        )}
      </div>
      {check.rejected > 0 && check.notes.length > 0 && (
        <div className="mt-5 border-t border-line pt-4">
          <NoteList notes={check.notes} />
        </div>
      )}
      {ready && (
        <div className="mt-5 flex flex-wrap items-center justify-end gap-3 border-t border-line pt-4">
          {incoming === 0 && <p className="text-ink-2">{t("check.nothing")}</p>}
          <Button
            variant="primary"
            disabled={incoming === 0}
            loading={pending}
            onClick={() => act(() => applyImport(org, { id: view.id }))}
          >
            {t("check.apply", { count: incoming })}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Remarks({ check }: { check: CheckCounts }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const made = madeWords(check.made, t);
  return (
    <div className="mt-3 flex flex-col gap-1 text-caption font-normal text-ink-3">
      {check.unreadableAmounts > 0 && <p>{t("check.unreadable", { count: check.unreadableAmounts })}</p>}
      {made.length > 0 && <p>{t("check.made", { what: format.list(made) })}</p>}
    </div>
  );
}
