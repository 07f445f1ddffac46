"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { useTyped } from "@/components/ui/use-typed";
import { CALL_CHANNELS } from "@/lib/domain/calls/types";
import { changeCall, deleteCall, planCall } from "@/lib/features/calls/actions";
import { LENGTHS, MOST_GOAL } from "@/lib/features/calls/input";
import type { CallChoices, CallView } from "@/lib/features/calls/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { changesIn, changesOn } from "@/lib/platform/typed/changes";
import { PlanTicks } from "./plan-ticks";
import { typedIn, typedOf } from "./plan-typed";
import { freshValues, type PlanValues, planOf, suggestion, valuesOf } from "./plan-values";
import { useLength, useText, useWhen } from "./words";

/** The plan of a call, new or that of `call`: what the processes suggest stands in it already. */
export function PlanForm({
  org,
  choices,
  stepKey = null,
  call,
}: {
  org: string;
  choices: CallChoices;
  stepKey?: string | null;
  call?: CallView;
}) {
  const t = useTranslations("calls");
  const f = useTranslations("calls.form");
  const common = useTranslations("common");
  const router = useRouter();
  const sentence = useRefusal();
  const text = useText();
  const length = useLength();
  const [id] = useState(() => call?.id ?? newId());
  const [[start, ticked]] = useState(() => (call ? valuesOf(call) : freshValues(choices, stepKey, text)));
  const [ticks, setTicks] = useState(ticked);
  const [refused, setRefused] = useState<string | null>(null);
  const [version, setVersion] = useState(call?.version ?? 1);
  const { register, control, handleSubmit, getValues, setValue, reset, watch, formState } =
    useForm<PlanValues>({
      defaultValues: start,
    });
  const dealId = choices.deal.id;
  const forget = useTyped(
    call ? `call.${call.id}` : `call.on.${dealId}.${stepKey ?? ""}`,
    changesIn(typedOf(start, ticked), typedOf(watch(), ticks)),
    (kept) => {
      const [values, chosen] = typedIn(changesOn(typedOf(start, ticked), kept), [start, ticked], choices);
      reset(values);
      setTicks(chosen);
    },
  );

  // What nobody typed follows the step and the process.
  const follow = (before: PlanValues) => {
    const was = suggestion(choices, before, text);
    const is = suggestion(choices, getValues(), text);
    for (const name of ["goal", "questions"] as const)
      if (getValues(name) === was[name]) setValue(name, is[name]);
  };
  const following = (name: "stepKey" | "processId") => ({
    ...register(name),
    onChange: (event: React.ChangeEvent<HTMLSelectElement>) => {
      const before = getValues();
      setValue(name, event.target.value);
      follow({ ...before });
    },
  });

  const submit = handleSubmit(async (values) => {
    const plan = planOf(values, ticks);
    if (!plan) return setRefused(f("needDay"));
    setRefused(null);
    const result = call
      ? await changeCall(org, { id, version, set: plan }, { key: newId() })
      : await planCall(org, { id, dealId, processId: values.processId || null, ...plan }, { key: id });
    if (!result.ok) {
      const now = (result.refusal.current as { current?: { version?: number } } | undefined)?.current
        ?.version;
      if (result.refusal.code !== "stale" || now === undefined) return setRefused(sentence(result.refusal));
      setVersion(now);
      return setRefused(t("conflict"));
    }
    forget();
    const undo = () =>
      void deleteCall(org, { id, version: 1 }, { key: newId() }).then((gone) => {
        notify(gone.ok ? { title: t("toast.deleted") } : { title: sentence(gone.refusal), tone: "bad" });
        router.push(paths.deal(org, dealId));
        router.refresh();
      });
    notify(
      call
        ? { title: t("toast.changed") }
        : { title: t("toast.planned", { goal: values.goal || t("withoutGoal") }), undo },
    );
    router.push(paths.call(org, dealId, id));
    router.refresh();
  });

  const lengths = [...new Set([...LENGTHS.map(String), start.minutes])].sort((a, b) => Number(a) - Number(b));
  const holders = choices.holders.map(({ id: value, name }) => ({ value, label: name }));
  return (
    <form onSubmit={submit} noValidate className="flex max-w-2xl flex-col gap-4">
      {refused && <Banner tone="warn">{refused}</Banner>}
      {!call && choices.processes.length === 0 && (
        <Banner tone="info" title={f("noProcess")}>
          {f(choices.mayDesign ? "noProcessManager" : "noProcessRep")}
          {choices.mayDesign && (
            <span className="mt-2 block">
              <LinkButton size="small" href={paths.newProcess(org)}>
                {f("openTemplates")}
              </LinkButton>
            </span>
          )}
        </Banner>
      )}
      {!call && <PlannedAlready org={org} choices={choices} />}
      <Card>
        <div className="grid grid-cols-2 gap-4">
          <Field className="col-span-2" label={f("goal")} hint={f("goalHint")}>
            <Input {...register("goal")} most={MOST_GOAL} autoComplete="off" />
          </Field>
          <Controller
            name="day"
            control={control}
            render={({ field }) => (
              <DayField label={f("day")} today={choices.today} value={field.value} onValue={field.onChange} />
            )}
          />
          <Field label={f("time")}>
            <Input type="time" {...register("time")} />
          </Field>
          <Field label={f("channel")}>
            <NativeSelect
              {...register("channel")}
              options={CALL_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
            />
          </Field>
          <Field label={f("length")}>
            <NativeSelect
              {...register("minutes")}
              options={lengths.map((value) => ({ value, label: length(Number(value)) }))}
            />
          </Field>
        </div>
      </Card>
      <Card>
        <div className="flex flex-col gap-4">
          {!call && <p className="text-caption font-normal text-ink-3">{f("suggested")}</p>}
          <Field label={f("questions")} hint={f("questionsHint")}>
            <Textarea {...register("questions")} rows={4} />
          </Field>
          <PlanTicks choices={choices} ticks={ticks} onTick={setTicks} />
        </div>
      </Card>
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={f("step")}>
            <NativeSelect
              {...following("stepKey")}
              options={[{ value: "", label: f("stepNone") }, ...stepOptions(choices, call, text)]}
            />
          </Field>
          {!call && choices.processes.length > 0 && (
            <Field label={f("process")}>
              <NativeSelect
                {...following("processId")}
                options={[
                  ...choices.processes.map(({ id: value, name }) => ({ value, label: text(name) })),
                  { value: "", label: f("processNone") },
                ]}
              />
            </Field>
          )}
          <Field label={f("holder")}>
            <NativeSelect
              {...register("ownerId")}
              options={
                call && !holders.some(({ value }) => value === call.owner.id)
                  ? [{ value: call.owner.id, label: call.owner.name }, ...holders]
                  : holders
              }
            />
          </Field>
        </div>
      </Card>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={formState.isSubmitting} className="max-sm:flex-1">
          {f(call ? "save" : "submit")}
        </Button>
        <LinkButton href={call ? paths.call(org, dealId, id) : paths.deal(org, dealId)}>
          {common("cancel")}
        </LinkButton>
      </div>
    </form>
  );
}

/** The steps that a call may do, with the one that was chosen, which may be done by now. */
function stepOptions(choices: CallChoices, call: CallView | undefined, text: ReturnType<typeof useText>) {
  const options = choices.steps.map(({ key, name }) => ({ value: key, label: text(name) }));
  const chosen = call?.step;
  return chosen && !options.some(({ value }) => value === chosen.key)
    ? [{ value: chosen.key, label: text(chosen.name) }, ...options]
    : options;
}

/** So that nobody plans one call twice. */
function PlannedAlready({ org, choices }: { org: string; choices: CallChoices }) {
  const t = useTranslations("calls");
  const when = useWhen(choices);
  if (choices.planned.length === 0) return null;
  return (
    <Banner tone="info" title={t("form.planned", { count: choices.planned.length })}>
      <ul>
        {choices.planned.map(({ id, deal, goal, at, owner }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <Link
              href={paths.call(org, deal.id, id)}
              className="inline-flex min-h-6 min-w-0 items-center break-words underline touch:min-h-11"
            >
              {goal || t("withoutGoal")}
            </Link>
            <span>
              {when(at)}, {t("by", { name: owner.name })}
            </span>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
