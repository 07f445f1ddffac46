"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ReasonChips } from "@/components/ui/reason-chips";
import { showPlace } from "@/components/ui/show-place";
import { CANCEL_REASONS, type CancelReason } from "@/lib/domain/calls/types";
import { isDay } from "@/lib/domain/shared/day";
import { dayOf, instantAt, minutesOf } from "@/lib/domain/timing/zone";
import { cancelCall, changeCall, reopenCall } from "@/lib/features/calls/actions";
import type { CallView } from "@/lib/features/calls/view";
import { newId } from "@/lib/platform/id";
import { useCall } from "./use-call";
import { clockOf, minutesIn, useWhen } from "./words";

/** A call that goes otherwise than planned: another time, or not held and why; each with the way back. */
export function NotHeld({ org, call }: { org: string; call: CallView }) {
  const t = useTranslations("calls.notHeld");
  const [doing, setDoing] = useState<"move" | "cancel" | null>(null);
  const done = () => setDoing(null);
  const card = useRef<HTMLDivElement>(null);
  const go = (what: "move" | "cancel") => () => {
    setDoing(what);
    showPlace(card.current);
  };
  useCommands([
    { label: t("otherTime"), also: t("move"), run: go("move") },
    { label: t("notHeld"), run: go("cancel") },
  ]);
  return (
    <Card ref={card} title={t("title")}>
      {doing === null && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setDoing("move")}>{t("otherTime")}</Button>
          <Button onClick={() => setDoing("cancel")}>{t("notHeld")}</Button>
        </div>
      )}
      {doing === "move" && <Move org={org} call={call} onDone={done} />}
      {doing === "cancel" && <Cancel org={org} call={call} onDone={done} />}
    </Card>
  );
}

type Props = { org: string; call: CallView; onDone: () => void };

function Move({ org, call: { id, version, plan, timeZone, today }, onDone }: Props) {
  const t = useTranslations("calls.notHeld");
  const f = useTranslations("calls.form");
  const toast = useTranslations("calls.toast");
  const when = useWhen({ today, timeZone });
  const { busy, change } = useCall();
  const [day, setDay] = useState("");
  const [time, setTime] = useState(clockOf(minutesOf(plan.at, timeZone)));
  const minutes = minutesIn(time);
  const was = { day: dayOf(plan.at, timeZone), minutes: minutesOf(plan.at, timeZone) };
  const submit = async () => {
    if (!isDay(day) || minutes === null) return;
    const moved = await change(
      () => changeCall(org, { id, version, set: { when: { day, minutes } } }, { key: newId() }),
      toast("moved", { when: when(instantAt(day, minutes, timeZone)) }),
      (changed) =>
        void change(
          () => changeCall(org, { id, version: changed.version, set: { when: was } }, { key: newId() }),
          toast("movedBack", { when: when(plan.at) }),
        ),
    );
    if (moved) onDone();
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <DayField label={f("day")} value={day} onValue={setDay} today={today} required autoFocus />
        <Field label={f("time")}>
          <Input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={busy} disabled={!isDay(day) || minutes === null}>
          {t("move")}
        </Button>
        <Button onClick={onDone}>{t("keep")}</Button>
      </div>
    </form>
  );
}

function Cancel({ org, call: { id, version }, onDone }: Props) {
  const t = useTranslations("calls.notHeld");
  const toast = useTranslations("calls.toast");
  const { busy, change } = useCall();
  const [reason, setReason] = useState<CancelReason | null>(null);
  const submit = async () => {
    if (reason === null) return;
    const cancelled = await change(
      () => cancelCall(org, { id, version, reason }, { key: newId() }),
      toast("cancelled"),
      (changed) =>
        void change(
          () => reopenCall(org, { id, version: changed.version }, { key: newId() }),
          toast("reopened"),
        ),
    );
    if (cancelled) onDone();
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-caption text-ink-2">{t("why")}</p>
      <ReasonChips
        label={t("why")}
        options={CANCEL_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        onChange={(value) => setReason(CANCEL_REASONS.find((each) => each === value) ?? null)}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" loading={busy} disabled={reason === null} onClick={() => void submit()}>
          {t("notHeld")}
        </Button>
        <Button onClick={onDone}>{t("keep")}</Button>
      </div>
    </div>
  );
}
