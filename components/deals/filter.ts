import { OUTCOMES, type Outcome } from "@/lib/domain/run/events";

/** What the address of the deals page says. Anything unknown in it is left out. */
export type DealsFilter = {
  view: "board" | "list";
  process: string | null;
  owner: string | null;
  /** Only deals whose owner left; the list alone knows it. */
  unowned: boolean;
  stage: string | null;
  status: "open" | "closed" | "all";
  outcome: Outcome | null;
  q: string;
};

type Raw = Record<string, string | string[] | undefined>;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads the address's search part. */
export function readFilter(raw: Raw): DealsFilter {
  const text = (name: string): string | null => {
    const value = raw[name];
    return (Array.isArray(value) ? value[0] : value) || null;
  };
  const id = (name: string): string | null => {
    const value = text(name);
    return value && UUID.test(value) ? value : null;
  };
  const status = text("status");
  const outcome = OUTCOMES.find((each) => each === text("outcome")) ?? null;
  return {
    view: text("view") === "list" ? "list" : "board",
    process: id("process"),
    owner: id("owner"),
    unowned: text("view") === "list" && text("unowned") === "1",
    stage: text("stage")?.slice(0, 100) ?? null,
    status: outcome ? "closed" : status === "closed" || status === "all" ? status : "open",
    outcome,
    q: (text("q") ?? "").slice(0, 100),
  };
}

/** The filter as the search part of an address; what is the default is left out. */
export function writeFilter(filter: Partial<DealsFilter>): Record<string, string | undefined> {
  return {
    view: filter.view === "list" ? "list" : undefined,
    process: filter.process ?? undefined,
    owner: filter.owner ?? undefined,
    unowned: filter.view === "list" && filter.unowned ? "1" : undefined,
    stage: filter.stage ?? undefined,
    status: filter.outcome || filter.status === "open" ? undefined : filter.status,
    outcome: filter.outcome ?? undefined,
    q: filter.q || undefined,
  };
}
