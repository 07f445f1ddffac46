import type { Day, Instant } from "../shared/day";
import type { RunEvent, Trace } from "./events";

/**
 * The events that had happened by the end of `asOf`, and that we had written down by `knownAt` (default: all of
 * them), in order and numbered anew, so that the state of a past day can be projected. A move that was undone by then has
 * not happened on any day. Empty before it was opened.
 */
export function eventsAt(
  trace: Pick<Trace, "events">,
  asOf: Day,
  knownAt: Instant | null = null,
): RunEvent[] {
  const known = trace.events.filter(
    (event) => knownAt === null || Date.parse(event.recordedAt) <= Date.parse(knownAt),
  );
  const undone = new Set(known.flatMap((event) => (event.type === "run.move-undone" ? [event.undid] : [])));
  const kept = known.filter(
    ({ type, seq, occurred }) => type !== "run.move-undone" && !undone.has(seq) && occurred.day <= asOf,
  );
  // What was opened later than asOf leaves nothing to say about, even if a step was logged for before.
  if (kept[0]?.type !== "run.opened") return [];
  const first = kept[0].seq;
  return kept.map((event, index) => ({ ...event, seq: first + index }));
}
