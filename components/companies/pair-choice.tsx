"use client";

import { RadioGroup } from "@/components/ui/radio-group";
import { Question } from "./question";

/** Two of a kind that become one: which stays, and the fields that are taken from the other. */
export type Pair<S, F> = { into: S; from: S; take: F[] };

/** Which of two stays, and for each field on which they differ whose value it will have. */
export function PairChoice<S extends { id: string; name: string }, F extends keyof S & string>({
  pair,
  fields,
  words,
  onChange,
}: {
  pair: Pair<S, F>;
  fields: readonly F[];
  words: {
    keep: string;
    keepHint: string;
    facts: (side: S) => string;
    field: (field: F) => string;
    told: (side: S, field: F) => string;
  };
  onChange: (pair: Pair<S, F>) => void;
}) {
  const { into, from, take } = pair;
  const both = [into, from].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const differing = fields.filter(
    (field) => into[field] !== null && from[field] !== null && into[field] !== from[field],
  );
  return (
    <>
      <Question text={words.keep} hint={words.keepHint}>
        <RadioGroup
          value={into.id}
          onChange={(id) => id !== into.id && onChange({ into: from, from: into, take: [] })}
          options={both.map((side) => ({ value: side.id, label: side.name, hint: words.facts(side) }))}
        />
      </Question>
      {differing.map((field) => (
        <Question key={`${field} ${into.id}`} text={words.field(field)}>
          <RadioGroup
            value={take.includes(field) ? "from" : "into"}
            onChange={(side) =>
              onChange({
                ...pair,
                take: side === "from" ? [...take, field] : take.filter((each) => each !== field),
              })
            }
            options={[
              { value: "into", label: words.told(into, field) },
              { value: "from", label: words.told(from, field) },
            ]}
          />
        </Question>
      ))}
    </>
  );
}
