"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import type { Refusal } from "@/lib/domain/shared/result";
import { previewMerge } from "@/lib/features/registers/actions";
import type { MergePreview, RegisterRow, UseCounts } from "@/lib/features/registers/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import type { Registers } from "./use-registers";

/** Asks what an entry becomes part of, and shows in counts what will be before it is done. */
export function MergeDialog({
  org,
  entry,
  into: first,
  others,
  registers,
  onClose,
}: {
  org: string;
  entry: RegisterRow;
  into: string | null;
  others: readonly RegisterRow[];
  registers: Registers;
  onClose: () => void;
}) {
  const { t, nameOf, merge } = registers;
  const common = useTranslations("common");
  const say = useRefusal();
  const [into, setInto] = useState(first);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [answer, setAnswer] = useState<MergePreview | Refusal | null>(null);
  const target = others.find(({ id }) => id === into) ?? null;
  const targetId = target?.id;
  useEffect(() => {
    setAnswer(null);
    if (!targetId) return;
    const leaving = new AbortController();
    previewMerge(org, { id: entry.id, into: targetId }, leaving.signal).then((result) => {
      if (!leaving.signal.aborted) setAnswer(result.ok ? result.value : result.refusal);
    });
    return () => leaving.abort();
  }, [org, entry.id, targetId]);
  const preview = answer && "together" in answer ? answer : null;
  const why = refused ?? (answer && !preview ? (answer as Refusal) : null);
  const name = nameOf(entry);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("mergeTitle", { name })}
      description={t("mergeText", { name })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="primary"
            loading={busy}
            disabled={!preview || !target}
            onClick={async () => {
              if (!target) return;
              setBusy(true);
              const refusal = await merge(entry, target);
              if (!refusal) return onClose();
              setBusy(false);
              setRefused(refusal);
            }}
          >
            {target ? t("mergeGo", { name: nameOf(target) }) : t("mergePick")}
          </Button>
        </>
      }
    >
      {others.length === 0 ? (
        <p className="text-ink-2">{t("mergeNone")}</p>
      ) : (
        <div className="flex flex-col gap-4">
          <Field label={t("mergeInto")}>
            <Combobox
              label={t("mergeInto")}
              placeholder={t("mergePick")}
              value={into}
              onChange={(id) => {
                setRefused(null);
                setInto(id);
              }}
              options={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
            />
          </Field>
          {target && !answer && <Skeleton className="h-24" />}
          {why && (
            <p role="alert" className="text-bad">
              {say(why)}
            </p>
          )}
          {target && preview && !why && (
            <div aria-live="polite" className="flex flex-col gap-2">
              <dl className="divide-y divide-line border-y border-line">
                <Counts term={t("mergeFrom", { name })} counts={preview.from} t={t} />
                <Counts term={t("mergeFrom", { name: nameOf(target) })} counts={preview.into} t={t} />
                <Counts
                  term={t("mergeThen", { name: nameOf(target) })}
                  counts={preview.together}
                  t={t}
                  strong
                />
              </dl>
              {inBoth(preview) > 0 && (
                <p className="text-caption font-normal text-ink-3">
                  {t("mergeBoth", { count: inBoth(preview) })}
                </p>
              )}
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** Stages and steps that name both entries. */
const inBoth = ({ from, into, together }: MergePreview): number =>
  from.stages + from.steps + into.stages + into.steps - together.stages - together.steps;

function Counts({
  term,
  counts: { processes, stages, steps },
  t,
  strong = false,
}: {
  term: string;
  counts: UseCounts;
  t: Registers["t"];
  strong?: boolean;
}) {
  return (
    <div
      className={`flex flex-wrap justify-between gap-x-4 py-2 ${strong ? "text-body-strong" : "text-ink-2"}`}
    >
      <dt className="min-w-0 break-words">{term}</dt>
      <dd className="tnum">
        {[t("use", { processes }), t("useStages", { count: stages }), t("useSteps", { count: steps })].join(
          " · ",
        )}
      </dd>
    </div>
  );
}
