import type { EvidenceKind } from "@/lib/domain/process/types";
import type { OpenStep } from "@/lib/domain/quick-log/types";
import type { Day } from "@/lib/domain/shared/day";
import type { LocalText } from "@/lib/domain/shared/text";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import type { DealView } from "@/lib/features/deals/view";

/** What somebody logs about: a deal with what it waits for, or, without a connection, only the name they typed. */
export type Subject = {
  readonly id: string | null;
  readonly name: string;
  readonly steps: readonly (OpenStep & { readonly stage: LocalText; readonly until: Day | null })[];
  readonly criteria: readonly {
    readonly key: string;
    readonly text: LocalText;
    readonly evidence: EvidenceKind;
  }[];
  readonly timeZone: string;
};

/** A deal's name as its page says it. */
export const dealName = (deal: {
  readonly title: string;
  readonly company: { readonly name: string } | null;
}): string =>
  deal.company ? `${deal.company.name}, ${titleBeside(deal.title, deal.company.name)}` : deal.title;

/** A deal as a subject: the open steps of its stage, the next one wherever it is, and the criteria without evidence. */
export function subjectOf(deal: DealView): Subject {
  const here = deal.stages.find(({ key }) => key === deal.stageKey);
  return {
    id: deal.id,
    name: dealName(deal),
    steps: deal.stages.flatMap(({ state, steps, name }) =>
      steps
        .filter((step) => step.status === "open" && (state === "here" || step.key === deal.next?.stepKey))
        .map(({ key, name: own, channel, until }) => ({
          key,
          name: own,
          channel,
          until,
          stage: name,
          next: key === deal.next?.stepKey,
        })),
    ),
    criteria: (deal.status === "open" && here ? here.criteria : []).filter(({ given }) => !given),
    timeZone: deal.timeZone,
  };
}

/** For a deal that only has the name somebody typed: nothing is known of it until there is a connection. */
export const namedSubject = (name: string): Subject => ({
  id: null,
  name,
  steps: [],
  criteria: [],
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
