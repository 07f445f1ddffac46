"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Page } from "@/components/ui/page";
import type { ImportView } from "@/lib/features/imports/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { ApplyCard } from "./apply-card";
import { CheckCard } from "./check-card";
import { FileCard } from "./file-card";
import { ImportHeader } from "./import-header";
import { KindNote } from "./kind-note";
import { MappingCard } from "./mapping-card";
import { ImportsQueryProvider } from "./query-provider";
import { ReadingCard } from "./reading-card";
import { Spine, SpineStep, type StepState } from "./spine";
import { isRunning, useImport } from "./use-import";

/** One import, from its file to what came in. It follows the job, so that it can be left and opened again at any time. */
export function ImportPage(props: { org: string; initial: ImportView }) {
  return (
    <ImportsQueryProvider>
      <Page>
        <Steps {...props} />
      </Page>
    </ImportsQueryProvider>
  );
}

function Steps({ org, initial }: { org: string; initial: ImportView }) {
  const t = useTranslations("imports");
  const { view, act, pending } = useImport(org, initial);
  useTabTitle(view);
  const { reading, mapping } = view;
  const states = statesOf(view);
  const before =
    ["read", "mapped", "checked"].includes(view.status) ||
    (view.status === "failed" && view.error?.during === "checking");
  const mayChange = view.mayRun && before;
  return (
    <>
      <ImportHeader org={org} view={view} act={act} />
      {mayChange && <KindNote org={org} view={view} act={act} pending={pending} />}
      {reading && mapping ? (
        <Spine label={t("start.next")}>
          <SpineStep state={states[0] ?? "ahead"}>
            <ReadingCard org={org} view={view} act={act} mayChange={mayChange} />
          </SpineStep>
          <SpineStep state={states[1] ?? "ahead"}>
            <MappingCard
              org={org}
              view={view}
              mapping={mapping}
              act={act}
              pending={pending}
              mayChange={mayChange}
            />
          </SpineStep>
          <SpineStep state={states[2] ?? "ahead"}>
            <CheckCard org={org} view={view} act={act} pending={pending} />
          </SpineStep>
          <SpineStep state={states[3] ?? "ahead"} last>
            <ApplyCard org={org} view={view} act={act} pending={pending} />
          </SpineStep>
        </Spine>
      ) : (
        <FileCard org={org} view={view} act={act} pending={pending} />
      )}
    </>
  );
}

/** Done up to where the import is; the first that is not done is where it stands. */
function statesOf({ status, mapping, counts }: ImportView): StepState[] {
  const asked = mapping?.questions ?? [];
  const done = [
    !asked.some(({ code }) => code === "dates" || code === "numbers"),
    counts.check !== undefined || status === "checking",
    counts.check !== undefined && status !== "checked",
    status === "applied" || status === "undone",
  ];
  const here = done.indexOf(false);
  return done.map((_, index) => (here === -1 || index < here ? "done" : index === here ? "here" : "ahead"));
}

/** While a job runs, the tab says how far it is. */
function useTabTitle(view: ImportView): void {
  const t = useTranslations("imports.page");
  const format = useFormat();
  const { status, progress, total, fileName } = view;
  const title =
    isRunning(status) && total > 0
      ? t("tab", { percent: format.percent(progress / total), file: fileName })
      : null;
  useEffect(() => {
    if (title === null) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
