"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { useCommands } from "@/components/shell/commands";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { tickCallStep } from "@/lib/features/calls/actions";
import type { CallView } from "@/lib/features/calls/view";
import { newId } from "@/lib/platform/id";
import { useCall } from "./use-call";
import { useText } from "./words";

/** The steps of the call process, before the call and after it, to tick. */
export function StepsCard({ org, call }: { org: string; call: CallView }) {
  const t = useTranslations("calls.steps");
  const text = useText();
  const { change } = useCall();
  const [, start] = useTransition();
  const done = new Set(
    call.stages.flatMap(({ steps }) => steps.flatMap((step) => (step.done ? [step.key] : []))),
  );
  const [ticked, tick] = useOptimistic(done, (now, { key, on }: { key: string; on: boolean }) => {
    const next = new Set(now);
    if (on) next.add(key);
    else next.delete(key);
    return next;
  });
  const toggle = (key: string, on: boolean, name: string) =>
    start(async () => {
      tick({ key, on });
      await change(() => tickCallStep(org, { id: call.id, stepKey: key, done: on }, { key: newId() }), name);
    });
  const mayTick = call.mayEdit && call.status !== "cancelled";
  useCommands(
    call.stages
      .flatMap(({ steps }) => steps)
      .map(({ key, name }) => {
        const on = !ticked.has(key);
        const step = text(name);
        return (
          mayTick && {
            label: t(on ? "tick" : "untick", { step }),
            away: !on,
            run: () => toggle(key, on, step),
          }
        );
      }),
  );
  if (call.stages.length === 0 || !call.process) return null;
  const open = call.stages.find(({ steps }) => steps.some(({ done }) => !done));
  return (
    <Card title={t("title")} sub={t("sub", { name: text(call.process.name) })}>
      {call.stages.map((stage) => (
        <details
          key={stage.key}
          open={stage === open || undefined}
          className="border-t border-line py-2 first-of-type:border-t-0"
        >
          <summary className="min-h-6 cursor-pointer text-body-strong touch:min-h-11">
            {text(stage.name)}{" "}
            <span className="tnum text-caption font-normal text-ink-3">
              {t("done", {
                done: stage.steps.filter(({ key }) => ticked.has(key)).length,
                count: stage.steps.length,
              })}
            </span>
          </summary>
          <ul>
            {stage.steps.map(({ key, name, howTo }) => (
              <li key={key} className="flex flex-col py-0.5">
                <Checkbox
                  checked={ticked.has(key)}
                  disabled={!mayTick}
                  onCheckedChange={(on) => toggle(key, on, text(name))}
                  label={text(name)}
                />
                {text(howTo) && (
                  <details className="ml-6">
                    <summary className="min-h-6 cursor-pointer text-caption font-normal text-ink-3 touch:min-h-11">
                      {t("how")}
                      <span className="sr-only">: {text(name)}</span>
                    </summary>
                    <p className="text-caption font-normal text-ink-2">{text(howTo)}</p>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Card>
  );
}
