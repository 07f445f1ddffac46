"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { ReasonChips } from "@/components/ui/reason-chips";
import { notify } from "@/components/ui/toast";
import type { Refusal } from "@/lib/domain/shared/result";
import { recordReview } from "@/lib/features/maturity/actions";
import { REVIEW_CONCLUSIONS } from "@/lib/features/maturity/input";
import { newId } from "@/lib/platform/id";

/** Records that people looked at the figures and what they concluded; the figures are kept with it. */
export function ReviewForm({
  org,
  processId,
  primary = false,
}: {
  org: string;
  processId: string;
  primary?: boolean;
}) {
  const t = useTranslations("maturity.review");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [id, setId] = useState(newId);
  const [conclusion, setConclusion] = useState<string>(REVIEW_CONCLUSIONS[0]);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function save(data: FormData) {
    setBusy(true);
    const chosen = REVIEW_CONCLUSIONS.find((each) => each === conclusion) ?? "no-change";
    const input = { id, processId, conclusion: chosen, note: String(data.get("note") ?? "") };
    // The id is the key: trying again after a lost answer records nothing twice.
    const result = await recordReview(org, input, { key: id });
    setBusy(false);
    if (!result.ok) return setRefusal(result.refusal);
    setRefusal(null);
    setOpen(false);
    setId(newId());
    notify({ title: t("saved"), tone: "good" });
    router.refresh();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("record")}
      description={t("hint")}
      trigger={<Button variant={primary ? "primary" : "secondary"}>{t("record")}</Button>}
      footer={
        <Button variant="primary" type="submit" form={form} loading={busy}>
          {t("save")}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
        className="flex flex-col gap-4"
      >
        {refusal && (
          <Banner tone="bad">
            {refusals(refusal.code as Parameters<typeof refusals>[0], refusal.params)}
          </Banner>
        )}
        <div className="flex flex-col gap-1">
          <p className="text-caption text-ink-2">{t("question")}</p>
          <ReasonChips
            label={t("question")}
            options={REVIEW_CONCLUSIONS.map((value) => ({ value, label: t(value) }))}
            value={conclusion}
            onChange={setConclusion}
          />
        </div>
        <Field label={t("note")} name="note" optional>
          <Textarea name="note" rows={4} most={4000} />
        </Field>
      </form>
    </Dialog>
  );
}
