"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/radio-group";
import { ReasonChips } from "@/components/ui/reason-chips";
import {
  CLOSE_REASONS,
  type CloseReason,
  DEVIATION_REASONS,
  type DeviationReason,
  OUTCOMES,
  type Outcome,
} from "@/lib/domain/run/events";
import { readAmount, writeAmount } from "@/lib/domain/shared/amount-input";
import { isDayWithin } from "@/lib/domain/shared/day";
import { isRefusal } from "@/lib/domain/shared/result";
import { closeDeal, giveEvidence, undoMove } from "@/lib/features/deals/actions";
import type { DealStage } from "@/lib/features/deals/view";
import { newId } from "@/lib/platform/id";
import { AmountField } from "./amount-field";
import { useDeal } from "./deal-provider";
import { asksReason, criteriaIn, LeavingList } from "./leaving";
import { useLanguage } from "./words";

/**
 * Closes the deal: how it ended, why, for how much and when. Only the outcome is needed, and for a win past criteria that the
 * process asks a reason for, that reason or their evidence.
 */
export function CloseDialog({ outcome: first, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { org, deal, act, busy } = useDeal();
  const t = useTranslations("deals.closing");
  const all = useTranslations("deals");
  const common = useTranslations("common");
  const locale = useLanguage();
  const currency = deal.amount?.currency ?? deal.currency;
  const before = deal.amount ? writeAmount(deal.amount, locale) : "";
  const [outcome, setOutcome] = useState(first);
  const [reason, setReason] = useState<CloseReason | null>(null);
  const [amount, setAmount] = useState(before);
  const [note, setNote] = useState("");
  const [day, setDay] = useState<string>(deal.today);
  const noDay = day !== "" && !isDayWithin(day, { max: deal.today });
  const [required, setRequired] = useState(deal.winAsks);
  const [deviation, setDeviation] = useState<DeviationReason | null>(null);
  const exits = criteriaIn(deal.stages, required);
  const lacking = outcome === "won" && exits.some(({ given }) => !given);
  const read = readAmount(amount, locale, currency);
  const wrong = read !== null && isRefusal(read) ? read : null;

  const submit = async () => {
    if (wrong || noDay) return;
    const { id } = deal;
    const refused = await act(
      (version) =>
        closeDeal(
          org,
          {
            id,
            version,
            outcome,
            reason: outcome === "won" ? null : reason,
            deviation: lacking && deviation ? { reason: deviation, note: null } : null,
            note: note.trim() || null,
            amount: amount === before || read === null || isRefusal(read) ? null : read,
            ...(day && day !== deal.today && { occurred: { day, at: null } }),
          },
          { key: newId() },
        ),
      {
        title: t("done", { outcome: all(`board.outcome.${outcome}`) }),
        undo: (_version, { seq }) => undoMove(org, { id, undo: seq }, { key: newId() }),
      },
    );
    if (!refused) return onClose();
    setRequired(asksReason(refused) ?? []);
  };
  const tick = ({ key: criterionKey, evidence: kind }: DealStage["criteria"][number]) =>
    act((version) => giveEvidence(org, { id: deal.id, version, criterionKey, kind }, { key: newId() }));

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="primary"
            loading={busy}
            disabled={wrong !== null || noDay || (lacking && !deviation)}
            onClick={submit}
          >
            {t("submit", { outcome: all(`board.outcome.${outcome}`) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Segmented
          label={t("outcome")}
          value={outcome}
          options={OUTCOMES.map((value) => ({ value, label: all(`board.outcome.${value}`) }))}
          onChange={setOutcome}
          className="max-sm:flex-wrap"
        />
        {outcome !== "won" && (
          <ReasonChips
            label={t("reason")}
            value={reason ?? ""}
            options={CLOSE_REASONS.map((value) => ({ value, label: all(`closeReason.${value}`) }))}
            onChange={(value) => setReason(CLOSE_REASONS.find((each) => each === value) ?? null)}
          />
        )}
        {outcome === "won" && exits.length > 0 && (
          <div className="flex flex-col gap-3 rounded-control border border-line p-3">
            <LeavingList stage={null} criteria={exits} onTick={tick} />
            {lacking && (
              <div className="flex flex-col gap-2">
                <p className="text-caption font-medium text-ink-2">{t("without")}</p>
                <ReasonChips
                  label={t("without")}
                  value={deviation ?? ""}
                  options={DEVIATION_REASONS.map((value) => ({ value, label: all(`deviation.${value}`) }))}
                  onChange={(value) => setDeviation(DEVIATION_REASONS.find((each) => each === value) ?? null)}
                />
              </div>
            )}
          </div>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <AmountField
            label={all("fields.amount")}
            value={amount}
            currency={currency}
            error={wrong ? all(`problems.${wrong.code}`, wrong.params) : undefined}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
          <DayField
            label={t("day")}
            value={day}
            onValue={setDay}
            today={deal.today}
            toward="back"
            max={deal.today}
          />
        </div>
        <Field label={t("note")} optional>
          <Textarea value={note} onChange={(event) => setNote(event.target.value)} most={10_000} />
        </Field>
      </div>
    </Dialog>
  );
}
