import type { Outcome } from "../run/events";
import { tooFar } from "../run/expected-close";
import type { Day, Occurred } from "../shared/day";
import type { Cells } from "./cells";
import type { ImportMapping, StageTarget } from "./mapping";
import { plainName } from "./names";
import { closeReasonIn } from "./outcomes";
import type { DealValues } from "./row-values";

type Standing = Pick<DealValues, "stageKey" | "outcome">;
type Dates = Pick<DealValues, "openedOn" | "stageEnteredOn" | "stageDates" | "closedOn" | "expectedClose">;

/** Reads a deal from its row, with every rule a deal from a file must hold to. `today` null skips the check on the future. */
export function readDeal(cells: Cells, mapping: ImportMapping, today: Day | null): DealValues {
  const externalId = cells.text("externalId");
  const company = cells.text("company");
  const owner = cells.text("owner");
  const product = cells.text("product");
  const own = cells.text("title");
  const title = own ?? titleFrom(cells.written("company"), cells.written("product"), externalId);
  const titles = mapping.columns.find(({ target }) => target.kind === "field" && target.field === "title");
  if (title === null) cells.problem("nothing-to-name-it", null);
  else if (own === null && titles) cells.note("title-made", titles.index, { field: "title", value: title });
  const standing = readStanding(cells, mapping);
  const dates = readDates(cells, mapping, standing, today);
  const amount = cells.money("amount");
  const reason = cells.text("closeReason");
  if (!owner) cells.note("owner-missing", null);
  if (amount && amount.minor < 0) cells.note("amount-negative", cells.column("amount"));
  if (standing.outcome === "won" && !amount) cells.note("won-without-amount", null);
  if (standing.outcome === null) {
    if (!company) cells.note("open-without-company", null);
    if (!amount) cells.note("open-without-amount", null);
    if (standing.stageKey === null) cells.note("stage-assumed", cells.column("outcome"));
    if (!dates.openedOn && !dates.stageEnteredOn && dates.stageDates.length === 0)
      cells.note("open-without-date", null);
  }
  const named = (name: string | null) => (name ? { name, id: null } : null);
  return {
    kind: "deals",
    externalId,
    title: title ?? "",
    titleMade: own === null,
    company: named(company),
    owner: owner ? { name: owner, id: mapping.owners?.[plainName(owner)] ?? null } : null,
    product: named(product),
    segment: cells.text("segment"),
    ...standing,
    closeReason:
      reason && standing.outcome && standing.outcome !== "won"
        ? (mapping.reasons?.[plainName(reason)] ?? closeReasonIn(reason))
        : null,
    closeNote: standing.outcome ? reason : null,
    turnNote: standing.outcome === null || standing.outcome === "won" ? reason : null,
    amount,
    ...dates,
    attributes: cells.attributes,
  };
}

function titleFrom(company: string | null, product: string | null, externalId: string | null): string | null {
  const parts = [company, product, company ? null : externalId].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" · ") : null;
}

function readStanding(cells: Cells, mapping: ImportMapping): Standing {
  const stage = target(cells, "stage", mapping.stages);
  const status = target(cells, "outcome", mapping.outcomes);
  const both = [stage, status];
  const outcomes = new Set(
    both.flatMap((each): Outcome[] => (each?.kind === "outcome" ? [each.outcome] : [])),
  );
  if (outcomes.size > 1 || (outcomes.size === 1 && status?.kind === "open"))
    cells.problem("outcome-conflict", cells.column("outcome"));
  if (!stage && !status && cells.problems.length === 0)
    cells.problem("missing", cells.column("stage"), { field: "stage" });
  const at = both.find((each) => each?.kind === "stage");
  return { stageKey: at?.kind === "stage" ? at.stageKey : null, outcome: [...outcomes][0] ?? null };
}

function target(
  cells: Cells,
  field: "stage" | "outcome",
  targets: ImportMapping["stages"],
): StageTarget | null {
  const value = cells.text(field);
  if (value === null) return null;
  const found = targets?.[plainName(value)];
  if (!found)
    cells.problem(field === "stage" ? "stage-unmapped" : "outcome-unmapped", cells.column(field), { value });
  return found ?? null;
}

function readDates(cells: Cells, mapping: ImportMapping, { outcome }: Standing, today: Day | null): Dates {
  const openedOn = cells.date("openedOn");
  const stageEnteredOn = cells.date("stageEnteredOn");
  const closed = cells.date("closedOn");
  const expected = cells.date("expectedClose")?.day ?? null;
  const dated = cells.stageDates();
  const stageDates = dated.flatMap(({ stage, on, column }) => {
    const to = mapping.stages?.[plainName(stage)];
    if (to?.kind === "stage") return [{ stageKey: to.stageKey, on }];
    cells.problem("stage-unmapped", column, { value: stage });
    return [];
  });
  const happened = [
    { on: openedOn, column: cells.column("openedOn") },
    { on: stageEnteredOn, column: cells.column("stageEnteredOn") },
    ...dated,
  ];
  for (const { on, column } of happened) {
    if (!on) continue;
    if (today !== null && on.day > today) cells.problem("in-the-future", column, { date: on.day });
    if (on !== openedOn && openedOn && isBefore(on, openedOn))
      cells.problem("stage-before-opened", column, { date: on.day, opened: openedOn.day });
    if (!outcome || !closed || !isBefore(closed, on)) continue;
    // A file that dates no opening counts from the first stage it does date.
    const first = on === openedOn || !openedOn;
    if (first)
      cells.problem("closed-before-opened", cells.column("closedOn"), { closed: closed.day, opened: on.day });
    else cells.problem("stage-after-closed", column, { date: on.day, closed: closed.day });
  }
  if (outcome && !closed) cells.problem("closed-without-date", cells.column("closedOn"));
  if (outcome && closed && today !== null && closed.day > today)
    cells.problem("in-the-future", cells.column("closedOn"), { date: closed.day });
  // Several systems have one close date, which is the expected one while the deal is open.
  if (!outcome && closed)
    cells.note(expected ? "close-date-ignored" : "close-date-of-open-deal", cells.column("closedOn"));
  return {
    openedOn,
    stageEnteredOn,
    stageDates,
    closedOn: outcome ? closed : null,
    expectedClose: expectedOf(cells, { expected, closed: outcome ? null : closed, openedOn, today }),
  };
}

/** The day a deal is expected to close; one before it began, or years too far, is left out, and said. */
function expectedOf(
  cells: Cells,
  at: { expected: Day | null; closed: Occurred | null; openedOn: Occurred | null; today: Day | null },
): Day | null {
  const day = at.expected ?? at.closed?.day ?? null;
  if (day === null) return null;
  const column = cells.column(at.expected ? "expectedClose" : "closedOn");
  if (at.today !== null && tooFar(day, at.openedOn?.day ?? null, at.today)) {
    cells.note("close-too-far", column, { date: day });
    return null;
  }
  if (at.openedOn && day < at.openedOn.day) {
    cells.note("close-before-opened", column, { date: day, opened: at.openedOn.day });
    return null;
  }
  return day;
}

/** Earlier, by the moment where both have one and else by the day. */
export const isBefore = (a: Occurred, b: Occurred): boolean => (a.at && b.at ? a.at < b.at : a.day < b.day);
