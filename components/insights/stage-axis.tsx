import { At } from "@/components/route-line/at";
import type { AgeDot, StageRoute } from "@/lib/features/insights/view";
import { placeOf } from "./age-axis";

/** Up to here each deal is a dot of its own; more are drawn as bars of how many. */
const MOST_DOTS = 60;
const BINS = 48;
const LINE = 34;

const pct = (share: number) => `${share * 100}%`;
const colourOf = (status: AgeDot["status"]) =>
  status === "stalled" ? "var(--warn)" : status === "slow" ? "var(--age-3)" : "var(--ink-2)";

function Dots({ ages, end }: { ages: readonly AgeDot[]; end: number }) {
  return ages.flatMap(({ days, deals, status }) =>
    Array.from({ length: Math.min(deals, 4) }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: deals of one age are alike
      <At key={`${days} ${index}`} x={placeOf(days, end)} y={LINE - 14 - index * 7}>
        {status === "stalled" ? (
          <path d="M-4.5 -3.5h9l-4.5 8z" fill="var(--warn)" />
        ) : (
          <circle r="3" fill="var(--surface)" stroke={colourOf(status)} strokeWidth="1.5" />
        )}
      </At>
    )),
  );
}

function Bars({ ages, end }: { ages: readonly AgeDot[]; end: number }) {
  const bins = Array.from({ length: BINS }, () => ({ deals: 0, status: null as AgeDot["status"] }));
  for (const { days, deals, status } of ages) {
    const bin = bins[Math.min(BINS - 1, Math.floor(placeOf(days, end) * BINS))];
    if (bin) Object.assign(bin, { deals: bin.deals + deals, status });
  }
  const most = Math.max(1, ...bins.map(({ deals }) => deals));
  return bins.map(({ deals, status }, index) => {
    const height = deals === 0 ? 0 : Math.max(2, (deals / most) * (LINE - 8));
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place on the axis
        key={index}
        x={pct(index / BINS)}
        width={pct(0.8 / BINS)}
        y={LINE - 7 - height}
        height={height}
        fill={status === "stalled" || status === "slow" ? colourOf(status) : "var(--control)"}
      />
    );
  });
}

/** The ages of a stage's open deals on a day axis, above how long its won deals took. Decorative: the words stand beside it. */
export function StageAxis({ stage, end }: { stage: StageRoute; end: number }) {
  const { ages, thresholds, median, basis } = stage;
  const total = ages.reduce((sum, { deals }) => sum + deals, 0);
  const { slow, stalled } = thresholds;
  const measured = basis === "measured" || basis === "thin";
  return (
    <svg width="100%" height="48" className="block overflow-visible" aria-hidden="true" data-forced-mark>
      <line x1="0" x2="100%" y1={LINE} y2={LINE} stroke="var(--line)" strokeWidth="2" />
      {measured && median !== null && slow !== null && (
        <>
          <rect
            x={pct(placeOf(median, end))}
            width={pct(Math.max(0.005, placeOf(slow, end) - placeOf(median, end)))}
            y={LINE - 3.5}
            height="7"
            rx="2"
            fill="var(--accent)"
            opacity="0.45"
          />
          <circle
            cx={pct(placeOf(median, end))}
            cy={LINE}
            r="5"
            fill={basis === "thin" ? "var(--surface)" : "var(--accent)"}
            stroke="var(--accent)"
            strokeWidth="2"
          />
        </>
      )}
      {!measured && slow !== null && (
        <line
          x1="0"
          x2={pct(placeOf(slow, end))}
          y1={LINE}
          y2={LINE}
          stroke="var(--accent)"
          strokeWidth="4"
          strokeDasharray="2 4"
        />
      )}
      {stalled !== null && (
        <line
          x1={pct(placeOf(stalled, end))}
          x2={pct(placeOf(stalled, end))}
          y1={LINE - 9}
          y2={LINE + 9}
          stroke="var(--warn)"
          strokeWidth="2"
        />
      )}
      {total <= MOST_DOTS ? <Dots ages={ages} end={end} /> : <Bars ages={ages} end={end} />}
    </svg>
  );
}
