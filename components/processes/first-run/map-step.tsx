"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Edit } from "@/lib/domain/process/edits";
import { settle } from "@/lib/domain/process/inherit";
import { blanksOf } from "@/lib/domain/templates/blanks";
import type { ProcessDraft } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { useDraft } from "../editor/use-draft";
import { ProcessMapView } from "../process-map";
import { useWords } from "../words";
import { BlankField } from "./blank-field";
import { StepFoot } from "./step-foot";

/** Nobody has said anything about what was never in use. */
const NOBODY: ReadonlyMap<string, number> = new Map();

/** The filled map with its blanks. What is typed goes into the draft as it is typed, and stands in the map below. */
export function MapStep({ org, draft }: { org: string; draft: ProcessDraft }) {
  const t = useTranslations("start.map");
  const s = useTranslations("start");
  const router = useRouter();
  const words = useWords(draft, draft.category);
  const { store, state } = useDraft(org, draft);
  const [leaving, setLeaving] = useState(false);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const { document: doc, trouble, unsent, refused } = state;
  const { revision, document } = draft;
  const blanks = blanksOf(draft.templateKey, doc, words.locale);
  const next = paths.startProcess(org, draft.id, "people");

  // Back may bring an older copy of the page: what is saved since is asked for, and taken up where nothing is typed.
  useEffect(() => router.refresh(), [router]);
  useEffect(() => store.receive({ revision, document }), [store, revision, document]);
  useEffect(() => {
    if (leaving && unsent === 0 && trouble === null) router.push(next);
    if (trouble !== null) setLeaving(false);
  }, [leaving, unsent, trouble, router, next]);

  const put = (edit: Edit | null) => {
    if (edit) store.edit([edit], "blank");
  };
  const mark = (key: string, isWrong: boolean) =>
    setWrong((before) => {
      if (before.has(key) === isWrong) return before;
      const after = new Set(before);
      if (isWrong) after.add(key);
      else after.delete(key);
      return after;
    });
  const go = () => {
    const [first] = wrong;
    if (first) return globalThis.document.getElementById(`blank-${first}`)?.focus();
    store.flush();
    setLeaving(true);
  };
  const status = trouble === null ? (unsent > 0 ? t("saving") : state.savedAt ? t("saved") : "") : null;
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="page-title">{blanks.length > 0 ? t("title") : t("titleNone")}</h1>
        <p className="text-body text-ink-2">{blanks.length > 0 ? t("text") : t("textNone")}</p>
      </header>
      {trouble && <Banner tone="warn">{t(trouble === "gone" ? "gone" : "offline")}</Banner>}
      {refused.length > 0 && <Banner tone="warn">{t("refused")}</Banner>}
      <form
        className="flex flex-col gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {blanks.length > 0 && (
          <ul className="grid gap-4 lg:grid-cols-3">
            {blanks.map((blank) => (
              <BlankField
                key={blank.key}
                blank={blank}
                templateKey={draft.templateKey ?? ""}
                doc={doc}
                names={draft}
                words={words}
                onEdit={put}
                onWrong={(isWrong) => mark(blank.key, isWrong)}
              />
            ))}
          </ul>
        )}
        <StepFoot back={paths.start(org, draft.style)}>
          <div className="flex items-center gap-4">
            <span role="status" className="text-caption font-normal text-ink-3">
              {status}
            </span>
            <Button type="submit" variant="primary" loading={leaving}>
              {s("next")}
            </Button>
          </div>
        </StepFoot>
      </form>
      <section className="flex flex-col gap-3 border-t border-line pt-4">
        <p className="flex flex-wrap justify-between gap-x-6 text-caption font-normal text-ink-3">
          <span>{t("below")}</span>
          <Link href={paths.draft(org, draft.id)} className="text-accent hover:underline">
            {t("designer")}
          </Link>
        </p>
        <ProcessMapView
          doc={settle(doc, draft.known.timing)}
          words={words}
          unfolded={null}
          said={NOBODY}
          remarks={() => null}
        />
      </section>
    </>
  );
}
