"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/radio-group";
import { useTyped } from "@/components/ui/use-typed";
import { CALL_RESULTS, type CallResult } from "@/lib/domain/calls/types";
import { isDay } from "@/lib/domain/shared/day";
import { debriefCall, reopenCall } from "@/lib/features/calls/actions";
import { MOST_LEARNED } from "@/lib/features/calls/input";
import type { CallView } from "@/lib/features/calls/view";
import { deleteTask } from "@/lib/features/tasks/actions";
import { newId } from "@/lib/platform/id";
import { changesIn, changesOn } from "@/lib/platform/typed/changes";
import { EntryList } from "./entry-list";
import { useCall } from "./use-call";
import { useText } from "./words";

/** What came of a call: one tap for the result, and Save; the rest is there for who has a minute more. */
export function DebriefForm({
  org,
  call,
  onDone,
  onCancel,
}: {
  org: string;
  call: CallView;
  onDone?: () => void;
  onCancel?: () => void;
}) {
  const t = useTranslations("calls.debrief");
  const toast = useTranslations("calls.toast");
  const common = useTranslations("common");
  const text = useText();
  const { busy, change } = useCall();
  const said = call.debrief;
  const held = call.status === "held";
  const { id, version, step } = call;
  const [start] = useState(() => ({
    result: said?.result ?? "",
    learned: said?.learned ?? "",
    heard: said?.heard ?? [],
    stepDone: said?.stepDone ?? true,
    ...{ next: "", day: "" },
  }));
  const [typed, setTyped] = useState(start);
  const [missing, setMissing] = useState(false);
  const [noDay, setNoDay] = useState(false);
  const type = (more: Partial<typeof start>) => setTyped((before) => ({ ...before, ...more }));
  const forget = useTyped(`call.debrief.${id}`, changesIn(start, typed), (kept) =>
    setTyped(changesOn(start, kept)),
  );
  const { learned, stepDone, next, day } = typed;
  const result = CALL_RESULTS.find((each) => each === typed.result) ?? null;
  const all = [...call.objections, ...call.otherObjections];
  const known = [...start.heard, ...all.map((entry) => entry.id)];
  const heard = new Set(typed.heard.filter((each) => known.includes(each)));
  const expected = new Set([...call.objections.map((entry) => entry.id), ...heard]);

  const submit = async () => {
    if (result === null) return setMissing(true);
    const title = next.trim();
    if (title && day && !isDay(day)) return setNoDay(true);
    const task = title ? { id: newId(), title, day: day || null } : null;
    const input = {
      id,
      version,
      result,
      learned,
      heard: [...heard],
      stepDone: step !== null && stepDone,
      task,
    };
    const undo = held
      ? undefined
      : (changed: { version: number }) => {
          if (task) void deleteTask(org, { id: task.id }, { key: newId() });
          void change(
            () => reopenCall(org, { id, version: changed.version }, { key: newId() }),
            toast("reopened"),
          );
        };
    if (!(await change(() => debriefCall(org, input, { key: newId() }), toast("debriefed"), undo))) return;
    forget();
    onDone?.();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t("ask")} error={missing && result === null && t("needResult")}>
        <Segmented
          label={t("ask")}
          value={result ?? ("" as CallResult)}
          onChange={(value) => type({ result: value })}
          className="max-sm:flex max-sm:w-full max-sm:*:flex-1 max-sm:*:justify-center"
          options={CALL_RESULTS.map((value) => ({ value, label: t(value) }))}
        />
      </Field>
      {step && (
        <Checkbox
          checked={stepDone}
          onCheckedChange={(on) => type({ stepDone: on })}
          label={t("stepDone", { step: text(step.name) })}
        />
      )}
      <Field label={t("learned")} hint={t("learnedHint")} optional>
        <Textarea
          value={learned}
          onChange={(event) => type({ learned: event.target.value })}
          rows={3}
          most={MOST_LEARNED}
        />
      </Field>
      {all.length > 0 && (
        <EntryList
          label={t("heard")}
          first={all.filter((entry) => expected.has(entry.id))}
          others={all.filter((entry) => !expected.has(entry.id))}
          othersLabel={t("heardOthers", { count: all.length - expected.size })}
          chosen={heard}
          onChoose={(chosen) => type({ heard: [...chosen] })}
        />
      )}
      <div className="grid grid-cols-[1fr_12rem] gap-3 max-sm:grid-cols-1">
        <Field label={t("next")} hint={t("nextHint")} optional>
          <Input
            value={next}
            onChange={(event) => type({ next: event.target.value })}
            most={300}
            autoComplete="off"
          />
        </Field>
        <DayField
          label={t("nextDay")}
          optional
          today={call.today}
          value={day}
          onValue={(said) => {
            type({ day: said });
            setNoDay(false);
          }}
          error={noDay ? common("day.unclear") : undefined}
          disabled={!next.trim()}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={busy} className="max-sm:flex-1">
          {t(held ? "save" : "submit")}
        </Button>
        {onCancel && (
          <Button
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
