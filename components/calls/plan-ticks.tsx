"use client";

import { useTranslations } from "next-intl";
import type { CallChoices } from "@/lib/features/calls/view";
import { EntryList } from "./entry-list";
import type { PlanTicks as Ticks } from "./plan-values";

/** People shown at once; a company may have many. */
const FIRST_PEOPLE = 6;

/** Who will be there, the objections to expect and what answers them: what the process links first. */
export function PlanTicks({
  choices,
  ticks,
  onTick,
}: {
  choices: CallChoices;
  ticks: Ticks;
  onTick: (ticks: Ticks) => void;
}) {
  const f = useTranslations("calls.form");
  const buying = useTranslations("buying");
  const people = choices.people.map(({ id, name, jobTitle, role }) => ({
    id,
    name,
    note: [role && buying(`roles.${role}`), jobTitle].filter(Boolean).join(" · "),
  }));
  const set = (name: keyof Ticks) => (chosen: ReadonlySet<string>) => onTick({ ...ticks, [name]: chosen });
  const entries = (name: "objections" | "messages") => {
    const all = choices[name];
    // Ticked ones stay in sight, and so does a short list.
    const near = all.filter(({ id, suggested }) => suggested || ticks[name].has(id));
    const first = near.length > 0 || all.length > FIRST_PEOPLE ? near : all;
    const others = all.filter((entry) => !first.includes(entry));
    if (all.length === 0) return <Nothing label={f(name)} text={f(`${name}None`)} />;
    return (
      <EntryList
        label={f(name)}
        first={first}
        others={others}
        othersLabel={f("others", { count: others.length })}
        chosen={ticks[name]}
        onChoose={set(name)}
      />
    );
  };
  return (
    <>
      {entries("objections")}
      {entries("messages")}
      {people.length === 0 ? (
        <Nothing label={f("people")} text={f("peopleNone")} />
      ) : (
        <EntryList
          label={f("people")}
          first={people.slice(0, FIRST_PEOPLE)}
          others={people.slice(FIRST_PEOPLE)}
          othersLabel={f("othersPeople", { count: people.length - FIRST_PEOPLE })}
          chosen={ticks.people}
          onChoose={set("people")}
        />
      )}
    </>
  );
}

const Nothing = ({ label, text }: { label: string; text: string }) => (
  <div>
    <p className="text-caption text-ink-2">{label}</p>
    <p className="text-ink-3">{text}</p>
  </div>
);
