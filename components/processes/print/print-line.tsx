import { At } from "@/components/route-line/at";
import type { ProcessDocument } from "@/lib/domain/process/types";

const BUYER = 12;
const OURS = 46;

/** The buyer's line above ours over the whole sheet, in black strokes that survive a printer without backgrounds. */
export function PrintLine({ doc }: { doc: ProcessDocument }) {
  const count = Math.max(1, doc.stages.length);
  return (
    <svg width="100%" height="60" className="block overflow-visible" aria-hidden="true">
      <line x1="0" x2="100%" y1={BUYER} y2={BUYER} stroke="#555" strokeWidth="1.5" strokeDasharray="5 4" />
      <line x1="0" x2="100%" y1={OURS} y2={OURS} stroke="#000" strokeWidth="4" />
      <circle cx="0" cy={BUYER} r="4" fill="#fff" stroke="#555" strokeWidth="1.5" />
      <circle cx="0" cy={OURS} r="6" fill="#fff" stroke="#000" strokeWidth="2.5" />
      {doc.stages.map((stage, at) => (
        <g key={stage.key}>
          {stage.steps.map((step, place) => (
            <At key={step.key} x={(at + (place + 1) / (stage.steps.length + 1)) / count} y={OURS}>
              <circle
                r="4"
                fill={step.importance === "key" ? "#000" : "#fff"}
                stroke="#000"
                strokeWidth="1.5"
              />
            </At>
          ))}
          <At x={(at + 1) / count}>
            <rect
              x="-6"
              y={BUYER - 8}
              width="12"
              height={OURS - BUYER + 16}
              rx="6"
              fill="#fff"
              stroke="#000"
              strokeWidth="1.5"
              strokeDasharray={
                stage.criteria.some(({ evidence }) => evidence !== "seller-word") ? undefined : "3 3"
              }
            />
            <circle cy={BUYER} r="3" fill="#555" />
            <circle cy={OURS} r="3.5" fill="#000" />
          </At>
        </g>
      ))}
    </svg>
  );
}
