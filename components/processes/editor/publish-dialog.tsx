"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { diff } from "@/lib/domain/process/diff";
import { settle } from "@/lib/domain/process/inherit";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { publishVersion } from "@/lib/features/processes/actions";
import { type Hypothesis, movedFrom, type ProcessDraft } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { ChangesList } from "../changes-list";
import { useEditing } from "./editing";
import { HypothesisFields, type HypothesisForm } from "./hypothesis-fields";
import { ReplayOpen } from "./replay-open";
import { ReplayStrip } from "./replay-strip";
import { useReplay } from "./use-replay";

/**
 * The last look before a version is fixed: what changes, for whom it does not, why, and what is expected. It opens only
 * without errors and with everything saved, so that what is published is what stands here.
 */
export default function PublishDialog({
  org,
  draft,
  doc,
  revision,
  unsent,
  hints,
  open,
  onOpenChange,
  onPublished,
}: {
  org: string;
  draft: ProcessDraft;
  doc: ProcessDocument;
  revision: number;
  unsent: number;
  hints: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPublished: (number: number) => void;
}) {
  const t = useTranslations("processes.publish");
  const say = useRefusal();
  const { words } = useEditing();
  const [why, setWhy] = useState("");
  const [form, setForm] = useState<HypothesisForm>({
    metric: "",
    direction: "down",
    size: "",
    stageKey: "",
  });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newId);
  const { published, number } = draft;
  const changes = useMemo(
    () => (published && open ? diff(published.document, settle(doc, draft.known.timing)) : []),
    [published, doc, draft.known.timing, open],
  );
  const stageNames = Object.fromEntries(
    [...(published?.document.stages ?? []), ...doc.stages].map((stage) => [stage.key, stage.name]),
  );

  const { replay, problem } = useReplay(org, draft.id, open && published !== null && unsent === 0, revision);

  const publish = async () => {
    if (published && !why.trim()) return setRefusal(refuse("why-needed", undefined, { field: "why" }));
    setBusy(true);
    setRefusal(null);
    const result = await publishVersion(
      org,
      {
        processId: draft.id,
        versionId: draft.versionId,
        revision,
        ...(why.trim() && { why: why.trim() }),
        ...hypothesisOf(form, doc),
      },
      { key },
    );
    setBusy(false);
    if (result.ok) return onPublished(result.value.number);
    // Another try is another request, unless this one may have arrived.
    if (result.refusal.code !== "offline") setKey(newId());
    setRefusal(result.refusal);
  };
  const stay =
    published && published.open > 0 ? t("stay", { number: published.number, count: published.open }) : null;
  const whyError = refusal?.field === "why" ? say(refusal) : undefined;
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { number })}
      description={[t("text", { number }), stay].filter(Boolean).join(" ")}
      footer={
        <>
          {unsent > 0 && <p className="mr-auto self-center text-caption text-warn">{t("waitSaved")}</p>}
          <Button variant="primary" loading={busy} disabled={unsent > 0} onClick={publish}>
            {t("go", { number })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {refusal && !whyError && <Banner tone="bad">{say(refusal)}</Banner>}
        {hints > 0 && <p className="text-caption text-ink-3">{t("hints", { count: hints })}</p>}
        {published && (
          <section>
            <h3 className="text-body-strong">{t("changes")}</h3>
            {replay && (
              <p className="text-caption font-normal text-ink-3">
                {words.t("replay.cases", { count: replay.cases })}{" "}
                {replay.cases > 0 &&
                  words.t("replay.flagged", {
                    before: replay.flagged.before,
                    after: replay.flagged.after,
                    count: replay.cases,
                  })}
              </p>
            )}
            {problem && <p className="text-caption text-warn">{say(problem)}</p>}
            <ChangesList
              changes={changes}
              stageNames={stageNames}
              movedFrom={movedFrom(changes, published.document)}
              words={words}
              numbered
              beside={(what, changeKey) => {
                const counts = replay?.changes.find((one) => one.what === what && one.key === changeKey);
                return counts && <ReplayStrip counts={counts} />;
              }}
            />
          </section>
        )}
        {replay && <ReplayOpen org={org} replay={replay} doc={doc} />}
        <Field label={t("why")} optional={!published} hint={t("whyHint")} error={whyError}>
          <Textarea
            rows={2}
            maxLength={1_000}
            value={why}
            placeholder={t("whyPlaceholder")}
            onChange={(event) => {
              setWhy(event.target.value);
              if (whyError) setRefusal(null);
            }}
          />
        </Field>
        <HypothesisFields form={form} doc={doc} onChange={setForm} />
      </div>
    </Dialog>
  );
}

function hypothesisOf(form: HypothesisForm, doc: ProcessDocument): { hypothesis?: Hypothesis } {
  const { metric, direction } = form;
  if (!metric) return {};
  const size = Number(form.size.replace(",", "."));
  const stageKey = form.stageKey || doc.stages[0]?.key;
  return {
    hypothesis: {
      metric,
      direction,
      size: Number.isFinite(size) && size > 0 ? size : null,
      ...(metric === "stage-days" && stageKey && { stageKey }),
    },
  };
}
