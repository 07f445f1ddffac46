import { CALL_CHANNELS } from "@/lib/domain/calls/types";
import type { CallChoices } from "@/lib/features/calls/view";
import type { PlanTicks, PlanValues } from "./plan-values";

type Typed = PlanValues & { readonly [list in keyof PlanTicks]: readonly string[] };

/** A plan as it is kept on the device while it is typed. */
export const typedOf = (values: PlanValues, ticks: PlanTicks): Typed => ({
  ...values,
  objections: [...ticks.objections].sort(),
  messages: [...ticks.messages].sort(),
  people: [...ticks.people].sort(),
});

/** That plan as the form holds it; what can no longer be chosen is as it was. */
export function typedIn(
  { objections, messages, people, ...typed }: Typed,
  [start, ticked]: readonly [PlanValues, PlanTicks],
  choices: CallChoices,
): [PlanValues, PlanTicks] {
  const among = (name: keyof PlanTicks, ids: readonly string[]) =>
    new Set(ids.filter((id) => ticked[name].has(id) || choices[name].some((each) => each.id === id)));
  const still = <K extends keyof PlanValues>(name: K, known: readonly string[]): Pick<PlanValues, K> =>
    ({
      [name]: known.includes(typed[name]) || typed[name] === "" ? typed[name] : start[name],
    }) as Pick<PlanValues, K>;
  return [
    {
      ...typed,
      channel: CALL_CHANNELS.find((each) => each === typed.channel) ?? start.channel,
      ...still(
        "stepKey",
        choices.steps.map(({ key }) => key),
      ),
      ...still(
        "processId",
        choices.processes.map(({ id }) => id),
      ),
      ...still(
        "ownerId",
        choices.holders.map(({ id }) => id),
      ),
    },
    {
      objections: among("objections", objections),
      messages: among("messages", messages),
      people: among("people", people),
    },
  ];
}
