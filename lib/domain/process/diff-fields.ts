import { equal } from "../shared/equal";
import type { LocalText } from "../shared/text";
import { LOCALES } from "../shared/text";
import type { ExitCriterion, Stage, Step } from "./types";

/** What can happen to a stage, step or criterion between two documents. */
export const CHANGES = ["added", "removed", "moved", "retimed", "re-owned", "renamed", "changed"] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** One field of two versions of a thing: how a difference is called, and whether there is none. */
export type FieldChange = readonly [field: string, change: ChangeKind, same: boolean];

/** The fields of a stage. */
export const stageFields = (one: Stage, other: Stage): FieldChange[] => [
  ["name", "renamed", sameText(one.name, other.name)],
  ["plannedDays", "retimed", one.plannedDays === other.plannedDays],
  ["stepWindow", "retimed", equal(one.stepWindow, other.stepWindow)],
  ["buyerStep", "changed", sameText(one.buyerStep, other.buyerStep)],
  ["entries", "changed", equal(one.entries, other.entries)],
];

/** The fields of a step. */
export const stepFields = (one: Step, other: Step): FieldChange[] => [
  ["name", "renamed", sameText(one.name, other.name)],
  ["window", "retimed", equal(one.window, other.window)],
  ["owner", "re-owned", equal(one.owner, other.owner)],
  ["channel", "changed", one.channel === other.channel],
  ["importance", "changed", one.importance === other.importance],
  ["objective", "changed", sameText(one.objective, other.objective)],
  ["howTo", "changed", sameText(one.howTo, other.howTo)],
  ["buyerAction", "changed", sameText(one.buyerAction, other.buyerAction)],
  ["buyerGains", "changed", sameText(one.buyerGains, other.buyerGains)],
  ["desiredResult", "changed", sameText(one.desiredResult, other.desiredResult)],
  ["supporting", "changed", equal(one.supporting, other.supporting)],
  ["serves", "changed", equal(one.serves, other.serves)],
  ["conditions", "changed", equal(one.conditions, other.conditions)],
  ["repeatable", "changed", one.repeatable === other.repeatable],
  ["resources", "changed", equal(one.resources, other.resources)],
  ["entries", "changed", equal(one.entries, other.entries)],
];

/** The fields of a criterion; its text is its name. */
export const criterionFields = (one: ExitCriterion, other: ExitCriterion): FieldChange[] => [
  ["text", "renamed", sameText(one.text, other.text)],
  ["evidence", "changed", one.evidence === other.evidence],
  ["requirement", "changed", one.requirement === other.requirement],
];

const sameText = (one: LocalText, other: LocalText): boolean =>
  LOCALES.every((locale) => (one[locale] ?? "") === (other[locale] ?? ""));
