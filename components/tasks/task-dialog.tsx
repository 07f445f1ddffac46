"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MentionField } from "@/components/ui/mention-field";
import { NativeSelect } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { isDay } from "@/lib/domain/shared/day";
import { editTask } from "@/lib/features/tasks/actions";
import { MOST_NOTE, MOST_TITLE } from "@/lib/features/tasks/input";
import type { MyTasks, NamedId, TaskNow, TaskView } from "@/lib/features/tasks/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { type EditValues, fieldsOf, type Reminder, valuesOf, valuesOfNow } from "./edit-values";
import { clockOf } from "./words";

type View = Pick<MyTasks, "people" | "timeZone" | "workFrom" | "today">;

/** Changes a task: its words, day, reminder and person; what somebody else changed meanwhile is shown beside it. */
export function TaskDialog({
  org,
  task,
  view,
  contacts,
  onClose,
  onSaved,
  onDelete,
}: {
  org: string;
  task: TaskView;
  view: View;
  contacts: readonly NamedId[];
  onClose: () => void;
  onSaved: () => void;
  onDelete: () => void;
}) {
  const t = useTranslations("tasks.edit");
  const toast = useTranslations("tasks.toast");
  const common = useTranslations("common");
  const relative = useFormatter();
  const sentence = useRefusal();
  const formId = useId();
  const promise = task.kind === "promise";
  const [base, setBase] = useState({ version: task.version, values: valuesOf(task, view.timeZone) });
  const [refused, setRefused] = useState<string | null>(null);
  const { register, handleSubmit, control, setValue, formState } = useForm<EditValues>({
    defaultValues: base.values,
  });
  const [day, remind] = useWatch({ control, name: ["day", "remind"] });

  const submit = handleSubmit(async (values) => {
    setRefused(null);
    const fields = fieldsOf(values, base.values, view.workFrom);
    const result = await editTask(org, { id: task.id, version: base.version, fields }, { key: newId() });
    if (result.ok) {
      const given = fields.assigneeId && view.people.find(({ id }) => id === fields.assigneeId)?.name;
      const title = values.title.trim();
      notify({ title: given ? toast("given", { title, name: given }) : toast("saved", { title }) });
      return onSaved();
    }
    if (result.refusal.code !== "stale") return setRefused(sentence(result.refusal));
    const now = valuesOfNow(result.refusal.current as TaskNow);
    for (const name of Object.keys(now) as (keyof EditValues)[])
      if (values[name] === base.values[name]) setValue(name, now[name]);
    setBase({ version: (result.refusal.current as TaskNow).version, values: now });
    const { who, at } = result.refusal.params ?? {};
    const ago = at ? relative.relativeTime(new Date(String(at)), new Date()) : "";
    setRefused(t("conflict", { who: String(who || t("someone")), ago }));
  });
  const people = (all: readonly NamedId[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  const kept: Reminder[] = base.values.remind.startsWith("at ") ? [base.values.remind] : [];
  const reminders: Reminder[] = ["none", ...kept, "day", "before", "hour"];
  const reminder = (value: Reminder) => {
    const time = clockOf(view.workFrom);
    if (value === "none") return t("remindNone");
    if (value === "day") return t("remindDay", { time });
    if (value === "before") return t("remindBefore", { time });
    return value === "hour" ? t("remindHour") : value.slice("at ".length);
  };
  const time = useWatch({ control, name: "time" });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(promise ? "promise" : "title")}
      footer={
        <>
          <Button variant="quiet" className="mr-auto" onClick={onDelete}>
            {t("delete")}
          </Button>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" loading={formState.isSubmitting}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid grid-cols-2 gap-4">
        {refused && (
          <div className="col-span-2">
            <Banner tone="warn">{refused}</Banner>
          </div>
        )}
        <Field className="col-span-2" label={t("what")} error={formState.errors.title && t("needTitle")}>
          <Input
            {...register("title", { validate: (text) => text.trim() !== "" })}
            most={MOST_TITLE}
            autoComplete="off"
          />
        </Field>
        <Controller
          name="day"
          control={control}
          rules={{ validate: (text) => text === "" || isDay(text) }}
          render={({ field }) => (
            <DayField
              label={t("day")}
              optional
              today={view.today}
              value={field.value}
              onValue={field.onChange}
              error={formState.errors.day && common("day.unclear")}
            />
          )}
        />
        <Field label={t("time")} optional>
          <Input type="time" {...register("time")} disabled={!day} />
        </Field>
        <Field className="col-span-2" label={t("remind")}>
          <NativeSelect
            {...register("remind")}
            options={reminders.map((value) => ({
              value,
              label: reminder(value),
              disabled: value !== remind && ((value !== "none" && !day) || (value === "hour" && !time)),
            }))}
          />
        </Field>
        <Field className="col-span-2" label={t(promise ? "whoPromise" : "who")}>
          <NativeSelect {...register("assigneeId")} options={people(withThe(view.people, task.assignee))} />
        </Field>
        {promise && (
          <Field className="col-span-2" label={t("contact")}>
            <NativeSelect
              {...register("contactId")}
              options={[{ value: "", label: "–" }, ...people(withThe(contacts, task.contact))]}
            />
          </Field>
        )}
        <Field className="col-span-2" label={t("note")} optional>
          <Controller
            name="note"
            control={control}
            render={({ field: { value, onChange, onBlur } }) => (
              <MentionField
                lines={3}
                value={value}
                onValue={onChange}
                onBlur={onBlur}
                people={async () => view.people}
                most={MOST_NOTE}
              />
            )}
          />
        </Field>
      </form>
    </Dialog>
  );
}

/** The list with who is chosen now, who may have left it. */
const withThe = (all: readonly NamedId[], chosen: NamedId | null): readonly NamedId[] =>
  !chosen || all.some(({ id }) => id === chosen.id) ? all : [chosen, ...all];
