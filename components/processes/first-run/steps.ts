import type { ProcessDraft } from "@/lib/features/processes/view";

/** The stations of the guided first run. The first two stand on one page, before there is a process. */
export const FIRST_RUN = ["sell", "role", "map", "people", "check", "publish"] as const;
export type FirstRunStep = (typeof FIRST_RUN)[number];
/** The stations of a process that was begun. */
export const WITH_PROCESS = ["map", "people", "check", "publish"] as const;
export type ProcessStep = (typeof WITH_PROCESS)[number];

/** The station that an address asks for, or null. */
export const askedStep = (value: string | string[] | undefined): ProcessStep | null =>
  WITH_PROCESS.find((step) => step === value) ?? null;

/**
 * Where to go on after the tab was closed, from what is saved alone: the map while nothing was filled in, the people while
 * nobody was asked to come along, then the check.
 */
export const resumeAt = ({ revision }: Pick<ProcessDraft, "revision">, company: boolean): ProcessStep =>
  revision === 0 ? "map" : company ? "check" : "people";
