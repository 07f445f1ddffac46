"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Stance } from "@/lib/domain/buying/roles";
import type { CallEntry, CallView } from "@/lib/features/calls/view";
import { useText } from "./words";

const TONE: Record<Stance, Tone> = { for: "good", against: "warn", unknown: "neutral" };

/** What was prepared for a call, to be read in the car park: the goal large, then what to ask, what to expect and what to say. */
export function PlanCard({ call, actions }: { call: CallView; actions?: ReactNode }) {
  const t = useTranslations("calls.plan");
  const text = useText();
  const { plan, objections, messages, people, step, process } = call;
  const nothing =
    plan.questions.length + objections.length + messages.length + people.length === 0 && step === null;
  return (
    <Card title={t("title")} actions={actions}>
      <p className="text-caption text-ink-3">{t("goal")}</p>
      <p dir="auto" className="text-lead font-semibold break-words">
        {plan.goal || <span className="font-normal text-ink-3">{t("noGoal")}</span>}
      </p>
      {plan.questions.length > 0 && (
        <Part title={t("questions")}>
          <ol className="list-decimal pl-5 marker:text-ink-3">
            {plan.questions.map((question) => (
              <li key={question} dir="auto" className="py-0.5 break-words">
                {question}
              </li>
            ))}
          </ol>
        </Part>
      )}
      <Entries title={t("objections")} entries={objections} />
      <Entries title={t("messages")} entries={messages} />
      {people.length > 0 && (
        <Part title={t("people")}>
          <ul>
            {people.map((person) => (
              <Person key={person.id} person={person} />
            ))}
          </ul>
        </Part>
      )}
      {step && (
        <Part title={t("step")}>
          <p>
            {text(step.name)}
            {step.done && (
              <>
                {" "}
                <Badge tone="good">{t("stepDone")}</Badge>
              </>
            )}
          </p>
        </Part>
      )}
      {nothing && <p className="mt-3 text-ink-3">{t("noNothing")}</p>}
      {process && (
        <p className="mt-3 text-caption font-normal text-ink-3">
          {t("process", { name: text(process.name), number: process.number ?? 0 })}
        </p>
      )}
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-3">
      <h3 className="text-caption text-ink-3">{title}</h3>
      {children}
    </div>
  );
}

function Entries({ title, entries }: { title: string; entries: readonly CallEntry[] }) {
  const text = useText();
  if (entries.length === 0) return null;
  return (
    <Part title={title}>
      <ul>
        {entries.map(({ id, name, note }) => (
          <li key={id} className="py-0.5 break-words">
            {text(name)}
            {note && <span className="block text-caption font-normal text-ink-2">{note}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Person({ person: { name, jobTitle, role, stance } }: { person: CallView["people"][number] }) {
  const t = useTranslations("buying");
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <bdi className="text-body-strong break-words">{name}</bdi>
      {jobTitle && <bdi className="text-caption font-normal text-ink-3">{jobTitle}</bdi>}
      {role && <Badge tone="accent">{t(`roles.${role}`)}</Badge>}
      {role && <Badge tone={TONE[stance]}>{t(`stanceIs.${stance}`)}</Badge>}
    </li>
  );
}
