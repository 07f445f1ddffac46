import type { RunEventBody } from "./events";

/** The ids of every version that these events put a run on, in their order; one may come twice. */
export const versionsIn = (events: readonly RunEventBody[]): string[] =>
  events.flatMap((event) => {
    if (event.type === "run.opened") return [event.versionId];
    return event.type === "run.version-switched" ? [event.to] : [];
  });
