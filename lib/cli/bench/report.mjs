import { say } from "../steps.mjs";

const CELLS = [9, 9, 9, 8, 11, 9, 9, 9];
/** What each is to stay within: times the floor's p50, and the least share of its requests per second, where there is one. */
const GOALS = {
  board: [1.6, 0.8],
  open: [1, 1],
  search: [1],
  move: [1, 1],
  create: [1, 1],
};
/** How far a time may grow from the smallest to the largest size. */
const GROWTH = { board: 1.5, search: 2 };
const mark = (met) => (met ? "✓ " : "✗ ");
const row = (name, ...cells) =>
  say(`  ${name.padEnd(8)}${cells.map((cell, i) => cell.padStart(CELLS[i])).join("")}`);

/**
 * The table of one size; `measured` is by scenario name, each with `product` and `floor`. ✓ and ✗ say whether a goal is met:
 * by this run on this machine, so nothing fails by it.
 */
export function printSize(deals, measured) {
  say();
  say(`${deals.toLocaleString("en")} deals: milliseconds at 1 connection (p50), requests per second at 8`);
  row("", "p50", "floor", "ratio", "p95", "req/s", "floor", "share", "kB");
  for (const [name, { product, floor }] of measured) {
    const [ratio, share] = [product.p50 / floor.p50, product.perSecond / floor.perSecond];
    const [most, least] = GOALS[name];
    row(
      name,
      ...[product.p50, floor.p50].map((ms) => ms.toFixed(2)),
      `${mark(ratio <= most)}${ratio.toFixed(2)}x`,
      product.p95.toFixed(1),
      ...[product.perSecond, floor.perSecond].map((rate) => rate.toFixed(0)),
      `${least === undefined ? "" : mark(share >= least)}${(100 * share).toFixed(0)} %`,
      (product.bytes / 1024).toFixed(1),
    );
  }
}

const RULES = {
  totals: "roll-ups that differ from the live sums",
  gaps: "deals with a gap in their events",
  visits: "open deals whose open visit is not their stage",
  events: "accepted moves without an event, or events without one",
};

/** What eight writers left behind. Gives whether all of it is exact. */
export function printExact({ moved, made, stale, broken }) {
  say(`  8 writers on few deals: ${moved} moves and ${made} new deals accepted, ${stale} refused as stale`);
  for (const [name, what] of Object.entries(RULES))
    say(`  ${broken[name] === 0 ? "✓" : "✗"} ${broken[name]} ${what}`);
  return Object.values(broken).every((count) => count === 0);
}

/** How the product's times grow from the smallest to the largest size. */
export function printGrowth(results) {
  const [small, large] = [results[0], results.at(-1)];
  if (small === large) return;
  const each = [...large.measured].map(([name, { product }]) => {
    const before = small.measured.get(name).product.p50;
    const growth = product.p50 / before;
    return `${name in GROWTH ? mark(growth <= GROWTH[name]) : ""}${name} ${growth.toFixed(2)}x`;
  });
  say();
  say(
    `p50 from ${small.deals.toLocaleString("en")} to ${large.deals.toLocaleString("en")} deals: ${each.join(", ")}`,
  );
}
