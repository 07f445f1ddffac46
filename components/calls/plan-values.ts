import type { CallChannel } from "@/lib/domain/calls/types";
import { CALL_CHANNELS } from "@/lib/domain/calls/types";
import { addDays, type Day, isDay } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";
import { dayOf, minutesOf } from "@/lib/domain/timing/zone";
import type { CallChoices, CallView } from "@/lib/features/calls/view";
import { clockOf, minutesIn } from "./words";

/** A plan as the form holds it: texts, empty for nothing. */
export type PlanValues = {
  goal: string;
  day: string;
  time: string;
  minutes: string;
  channel: CallChannel;
  questions: string;
  stepKey: string;
  processId: string;
  ownerId: string;
};
export type PlanTicks = Record<"objections" | "messages" | "people", ReadonlySet<string>>;

type Read = (text: LocalText | null) => string;
const HOUR = 60;
/** After this hour a call is sooner tomorrow. */
const EVENING = 18 * HOUR;
const MORNING = 10 * HOUR;

const suggestedOf = (entries: CallChoices["objections"]) =>
  new Set(entries.flatMap(({ id, suggested }) => (suggested ? [id] : [])));

/** What suggests the goal and questions: the step before the call process. */
export function suggestion(
  choices: CallChoices,
  { stepKey, processId }: { stepKey: string; processId: string },
  read: Read,
) {
  const sources = [
    choices.steps.find(({ key }) => key === stepKey),
    choices.processes.find(({ id }) => id === processId),
  ].flatMap((source) => source ?? []);
  const questions = sources.flatMap((source) => source.questions.map(read));
  return {
    goal: sources.map(({ goal }) => read(goal)).find(Boolean) ?? "",
    questions: [...new Set(questions)].filter(Boolean).join("\n"),
  };
}

/** A new plan: what the processes suggest, at the next full hour. */
export function freshValues(
  choices: CallChoices,
  stepKey: string | null,
  read: Read,
): [PlanValues, PlanTicks] {
  const step = choices.steps.find(({ key }) => key === stepKey);
  const processId = choices.processes[0]?.id ?? "";
  const late = choices.minutes >= EVENING - HOUR;
  const minutes = late ? MORNING : (Math.floor(choices.minutes / HOUR) + 1) * HOUR;
  const day: Day = late ? addDays(choices.today, 1) : choices.today;
  const channel = CALL_CHANNELS.find((each) => each === step?.channel) ?? "call";
  const from = { stepKey: stepKey ?? "", processId };
  return [
    {
      ...suggestion(choices, from, read),
      ...from,
      day,
      time: clockOf(minutes),
      minutes: channel === "call" ? "30" : "60",
      channel,
      ownerId: choices.memberId,
    },
    {
      objections: suggestedOf(choices.objections),
      messages: suggestedOf(choices.messages),
      people: new Set(),
    },
  ];
}

/** The plan that a call has. */
export function valuesOf({
  plan,
  owner,
  timeZone,
  objections,
  messages,
  people,
}: CallView): [PlanValues, PlanTicks] {
  return [
    {
      goal: plan.goal,
      day: dayOf(plan.at, timeZone),
      time: clockOf(minutesOf(plan.at, timeZone)),
      minutes: String(plan.minutes),
      channel: plan.channel,
      questions: plan.questions.join("\n"),
      stepKey: plan.stepKey ?? "",
      processId: "",
      ownerId: owner.id,
    },
    {
      objections: new Set(objections.map(({ id }) => id)),
      messages: new Set(messages.map(({ id }) => id)),
      people: new Set(people.map(({ id }) => id)),
    },
  ];
}

/** The form as the commands take it; null while it has no day and time. */
export function planOf(values: PlanValues, ticks: PlanTicks) {
  const minutes = minutesIn(values.time);
  if (!isDay(values.day) || minutes === null) return null;
  return {
    when: { day: values.day, minutes },
    minutes: Number(values.minutes),
    channel: values.channel,
    stepKey: values.stepKey || null,
    goal: values.goal,
    questions: values.questions.split("\n"),
    objections: [...ticks.objections],
    messages: [...ticks.messages],
    people: [...ticks.people],
    ownerId: values.ownerId,
  };
}
