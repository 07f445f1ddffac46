import type { ProcessDocument, Stage } from "./types";

type What = "stage" | "step" | "criterion";

/** The keys of both lists in one order: the new one, with each that is gone behind the one it followed. */
export function mergedOrder(before: readonly string[], after: readonly string[]): string[] {
  const order = [...after];
  const stays = new Set(order);
  before.forEach((key, index) => {
    if (stays.has(key)) return;
    const previous = before[index - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key);
  });
  return order;
}

/**
 * Differences as one meets them along the route: stage by stage, in each the stage itself, then its steps, then its
 * criteria. What is gone stands behind what it followed; what went to another stage stands there.
 */
export function alongTheRoute<T extends { readonly what: What; readonly key: string }>(
  before: ProcessDocument,
  after: ProcessDocument,
  changes: readonly T[],
): T[] {
  const place = new Map<string, number>();
  const put = (what: What, key: string) => {
    if (!place.has(`${what}.${key}`)) place.set(`${what}.${key}`, place.size);
  };
  const within = (list: "steps" | "criteria", old: Stage | undefined, now: Stage | undefined) => {
    const elsewhere = new Set(after.stages.flatMap((stage) => (stage === now ? [] : keysOf(stage[list]))));
    const known = keysOf(old?.[list] ?? []).filter((key) => !elsewhere.has(key));
    return mergedOrder(known, keysOf(now?.[list] ?? []));
  };
  for (const key of mergedOrder(keysOf(before.stages), keysOf(after.stages))) {
    const [old, now] = [before, after].map(({ stages }) => stages.find((stage) => stage.key === key));
    put("stage", key);
    for (const step of within("steps", old, now)) put("step", step);
    for (const criterion of within("criteria", old, now)) put("criterion", criterion);
  }
  const at = ({ what, key }: T) => place.get(`${what}.${key}`) ?? place.size;
  return changes.toSorted((one, other) => at(one) - at(other));
}

const keysOf = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);
