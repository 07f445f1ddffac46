"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { hasEvidence, RELATIONSHIP_LEVELS, type RelationshipLevel } from "@/lib/domain/relationship/levels";
import { isDayWithin } from "@/lib/domain/shared/day";
import { judgeRelationship, withdrawRelationship } from "@/lib/features/companies/actions";
import type { CompanyOverview } from "@/lib/features/companies/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";

const NONE = "none";
const MOST_NOTE = 1000;

/** Judges a relationship: the level, since when, and what shows it. */
export function RelationshipDialog({
  org,
  companyId,
  overview,
  onClose,
}: {
  org: string;
  companyId: string;
  overview: CompanyOverview;
  onClose: () => void;
}) {
  const t = useTranslations("buying.relationship");
  const common = useTranslations("common");
  const kinds = useTranslations("deals.log.kind");
  const format = useFormat();
  const router = useRouter();
  const sentence = useRefusal();
  const formId = useId();
  const [id] = useState(newId);
  const [level, setLevel] = useState<RelationshipLevel | null>(overview.relationship[0]?.level ?? null);
  const [on, setOn] = useState<string>(overview.today);
  const [note, setNote] = useState("");
  const [activityId, setActivityId] = useState(NONE);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const given = { note, activityId: activityId === NONE ? null : activityId };
  const activities = [
    { value: NONE, label: t("noActivity") },
    ...overview.timeline.rows.map((row) => ({
      value: row.id,
      label: t("byActivity", {
        kind: kinds.has(row.kind) ? kinds(row.kind) : row.kind,
        day: format.day(row.on, "year"),
      }),
      hint: row.deal,
    })),
  ];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!level || !hasEvidence(given) || note.trim().length > MOST_NOTE) return;
    if (!isDayWithin(on, { max: overview.today })) return;
    setBusy(true);
    const result = await judgeRelationship(org, { id, companyId, level, on, ...given }, { key: id });
    setBusy(false);
    if (!result.ok) return setRefused(sentence(result.refusal));
    onClose();
    router.refresh();
    notify({
      title: t("judged", { level: t(`levels.${level}`) }),
      undo: async () => {
        await withdrawRelationship(org, { id }, { key: newId() });
        router.refresh();
      },
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" loading={busy}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {refused && <Banner tone="warn">{refused}</Banner>}
        <Field label={t("level")} hint={level && t(`shows.${level}`)}>
          <Select
            options={RELATIONSHIP_LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
            value={level}
            onChange={setLevel}
            placeholder={t("level")}
          />
        </Field>
        <DayField
          label={t("on")}
          value={on}
          onValue={setOn}
          today={overview.today}
          toward="back"
          max={overview.today}
          error={tried && on === "" ? common("day.unclear") : undefined}
        />
        <Field label={t("note")} error={tried && !hasEvidence(given) ? t("needEvidence") : undefined}>
          <Textarea
            dir="auto"
            value={note}
            most={MOST_NOTE}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        {activities.length > 1 && (
          <Field label={t("activity")} optional>
            <Select options={activities} value={activityId} onChange={setActivityId} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
