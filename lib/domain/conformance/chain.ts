/** A step that was done, at its place in time order. */
export type ChainEvent = { readonly stepKey: string; readonly rank: number; readonly key: boolean };

type Link = { readonly length: number; readonly keys: number; readonly previous: number };

/**
 * The longest chain of events, in time order, whose ranks never fall: what was done in the order of the process.
 * Whatever is outside it is out of place, and no smaller set of events could be blamed for the disorder. Among equally
 * long chains the one with most key steps is kept, then the one with the latest events. O(n2). Gives the positions in
 * `events`, rising. Each step may occur once.
 */
export function longestChain(events: readonly ChainEvent[]): number[] {
  const links: Link[] = [];
  for (const [index, event] of events.entries()) {
    let best: Link = { length: 0, keys: 0, previous: -1 };
    for (let before = 0; before < index; before += 1) {
      const link = links[before];
      if (link && (events[before]?.rank ?? 0) <= event.rank && !isLonger(best, link))
        best = { ...link, previous: before };
    }
    links.push({ length: best.length + 1, keys: best.keys + (event.key ? 1 : 0), previous: best.previous });
  }
  let end = -1;
  let best: Link = { length: 0, keys: 0, previous: -1 };
  for (const [index, link] of links.entries()) {
    if (isLonger(best, link)) continue;
    best = link;
    end = index;
  }
  const chain: number[] = [];
  for (let at = end; at >= 0; at = links[at]?.previous ?? -1) chain.unshift(at);
  return chain;
}

/** Strictly better; an equal one that comes later replaces it, which prefers the latest events. */
const isLonger = (a: Link, b: Link) => a.length > b.length || (a.length === b.length && a.keys > b.keys);
