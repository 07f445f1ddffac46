import { type HandClock, handClock, type WorkWeek } from "@/lib/domain/process/hand-overs";
import { ownerKey } from "@/lib/domain/process/owner-key";
import type { Owner, ProcessDocument, SellingStyle } from "@/lib/domain/process/types";
import type { OwnerName } from "@/lib/features/processes/view";
import type { Words } from "../words";

/** What the clock of a process needs to know beside its document. */
export type HandsOf = {
  readonly style: SellingStyle;
  readonly role: OwnerName | null;
  readonly week: WorkWeek;
};

export type HandsView = {
  readonly clock: HandClock;
  /** Which row each leg lies in: rows are the hands, in the order of the clock. */
  readonly rowOf: (owner: Owner) => number;
  readonly name: (owner: Owner) => string;
  /** The same, and for the role whose process this is also that it is the owner, as the steps call it. */
  readonly rowName: (owner: Owner) => string;
  /** Working time in words: hours below a day, else days and halves. */
  readonly time: (hours: number) => string;
};

/**
 * The hand-overs of a settled document with the words for them; null where there are none, and for a consultative process:
 * there the gain is in milestones, not in hand-overs.
 */
export function handsView(
  doc: ProcessDocument,
  { style, role, week }: HandsOf,
  words: Words,
): HandsView | null {
  if (style !== "transactional") return null;
  const clock = handClock(doc, { ...week, ownRoleId: role?.id ?? null });
  if (clock.handOvers.length === 0) return null;
  const rows = clock.hands.map(({ owner }) => ownerKey(owner));
  const name = (owner: Owner) =>
    owner.kind === "run-owner" && role ? words.text(role.name) : words.ownerName(owner);
  return {
    clock,
    rowOf: (owner) => rows.indexOf(ownerKey(owner)),
    name,
    rowName: (owner) =>
      owner.kind === "run-owner" && role ? words.t("hands.owner", { role: name(owner) }) : name(owner),
    time: (hours) => {
      const halves = Math.round((hours / week.hoursPerDay) * 2) / 2;
      if (hours < week.hoursPerDay && Math.round(hours) < week.hoursPerDay)
        return words.t("unit.hours", { n: Math.round(hours) });
      return words.t("unit.working-days", { n: Math.max(1, halves) });
    },
  };
}

/** The words at each place where the run changes hands, by the key of the step that receives it. */
export function handMarks(view: HandsView | null, words: Words): ReadonlyMap<string, string> {
  return new Map(
    view?.clock.handOvers.map(({ to, toStep, sometimes }) => [
      toStep,
      words.t(sometimes ? "hands.toSometimes" : "hands.to", { name: view.name(to) }),
    ]),
  );
}
