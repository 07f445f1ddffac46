"use client";

import { Calendar, Mail, MapPin, MessageSquare, Phone, StickyNote, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ACTIVITY_KINDS, type ActivityKind } from "@/lib/domain/run/events";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import { logActivity } from "@/lib/features/deals/actions";
import type { DealStep, DealView } from "@/lib/features/deals/view";
import { newId } from "@/lib/platform/id";
import { useDeal } from "./deal-provider";
import { useText } from "./words";

export const KIND_ICON = {
  call: Phone,
  meeting: Calendar,
  visit: MapPin,
  email: Mail,
  video: Video,
  message: MessageSquare,
  note: StickyNote,
} as const;

/** Steps that may be fulfilled now: those of this stage, and the next step wherever it is. */
const openSteps = (deal: DealView): DealStep[] =>
  deal.stages.flatMap(({ state, steps }) =>
    steps.filter((step) => step.status === "open" && (state === "here" || step.key === deal.next?.stepKey)),
  );

/** The step that an activity of this kind most likely was: the next one when its channel fits, else the first that does. */
function guess(deal: DealView, kind: ActivityKind): string | null {
  const fitting = openSteps(deal).filter(({ channel }) => channel === kind);
  return (fitting.find(({ key }) => key === deal.next?.stepKey) ?? fitting[0])?.key ?? null;
}

/** Logs what happened with the buyer: three taps when the guess is right, words only if wanted. */
export function LogDialog({ onClose }: { onClose: () => void }) {
  const { org, deal, act, busy } = useDeal();
  const t = useTranslations("deals.log");
  const text = useText();
  const [activityId] = useState(newId);
  const [kind, setKind] = useState<ActivityKind>("call");
  const [twoWay, setTwoWay] = useState(true);
  const [note, setNote] = useState("");
  const [day, setDay] = useState(deal.today);
  const [stepKey, setStepKey] = useState(() => guess(deal, "call"));
  const [counts, setCounts] = useState(true);
  const steps = openSteps(deal);
  const step = steps.find(({ key }) => key === stepKey) ?? null;

  const choose = (next: ActivityKind) => {
    setKind(next);
    setStepKey(guess(deal, next));
    if (next === "note") setTwoWay(false);
  };
  const submit = async () => {
    const refused = await act(
      () =>
        logActivity(
          org,
          {
            id: deal.id,
            activityId,
            kind,
            twoWay: kind !== "note" && twoWay,
            note: note.trim(),
            stepKey: counts ? stepKey : null,
            ...(day && day !== deal.today && { occurred: { day, at: null } }),
          },
          { key: activityId },
        ),
      { title: counts && step ? t("doneStep", { step: text(step.name) }) : t("done") },
    );
    if (!refused) onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={
        deal.company ? `${deal.company.name}, ${titleBeside(deal.title, deal.company.name)}` : deal.title
      }
      footer={
        <Button variant="primary" size="large" className="w-full" loading={busy} onClick={submit}>
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <fieldset>
          <legend className="mb-1 text-caption text-ink-2">{t("what")}</legend>
          <div className="grid grid-cols-4 gap-2 sm:grid-cols-7">
            {ACTIVITY_KINDS.map((each) => {
              const Icon = KIND_ICON[each];
              return (
                <button
                  key={each}
                  type="button"
                  aria-pressed={each === kind}
                  onClick={() => choose(each)}
                  className={tile(each === kind, "flex-col")}
                >
                  <Icon className="size-5" aria-hidden="true" />
                  {t(`kind.${each}`)}
                </button>
              );
            })}
          </div>
        </fieldset>
        {kind !== "note" && (
          <fieldset>
            <legend className="mb-1 text-caption text-ink-2">{t("how")}</legend>
            <div className="grid grid-cols-2 gap-2">
              {[true, false].map((each) => (
                <button
                  key={String(each)}
                  type="button"
                  aria-pressed={each === twoWay}
                  onClick={() => setTwoWay(each)}
                  className={tile(each === twoWay)}
                >
                  {t(each ? "twoWay" : "oneWay")}
                </button>
              ))}
            </div>
          </fieldset>
        )}
        {steps.length > 0 && (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 text-caption text-ink-2">{t("counts")}</legend>
            {step && (
              <Checkbox
                checked={counts}
                onCheckedChange={setCounts}
                label={text(step.name)}
                hint={t("guessed")}
              />
            )}
            <Select
              label={t("counts")}
              value={stepKey ?? "none"}
              options={[
                { value: "none", label: t("noStep") },
                ...steps.map(({ key, name }) => ({ value: key, label: text(name) })),
              ]}
              onChange={(value) => {
                setStepKey(value === "none" ? null : value);
                setCounts(true);
              }}
            />
          </fieldset>
        )}
        <Field label={t("day")}>
          <Input
            type="date"
            value={day}
            max={deal.today}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        </Field>
        <Field label={t("note")} optional>
          <Textarea value={note} onChange={(event) => setNote(event.target.value)} most={10_000} rows={2} />
        </Field>
      </div>
    </Dialog>
  );
}

const tile = (on: boolean, more = "") =>
  cn(
    "flex min-h-12 items-center justify-center gap-1.5 rounded-control border border-line px-1 py-2 text-caption",
    on
      ? "border-accent bg-accent-soft font-semibold text-accent ring-1 ring-accent"
      : "text-ink-2 hover:bg-sunken",
    more,
  );
