import type { GateFacts } from "./facts";
import { type GateId, MIN_STAGES, WINDOW_DAYS } from "./gates";
import { judgeChecked, judgeRefined, judgeReviewed } from "./judge-dates";
import {
  judgeAnchored,
  judgeCoached,
  judgeComplete,
  judgeEvidenced,
  judgeFollowed,
  judgeMeasurable,
  judgeShare,
} from "./judge-shares";
import type { Finding, JudgedLevel, Judgement } from "./judgement";

type Judge = (facts: GateFacts, level: JudgedLevel) => Finding;

function judgeDefined({ defined }: GateFacts): Finding {
  const { version, stages, withStep } = defined;
  const empty = stages - withStep;
  const met = version !== null && stages >= MIN_STAGES && empty === 0;
  return {
    state: met ? "met" : "not-met",
    now: [{ kind: "stages", version, stages, empty }],
    needed: [{ kind: "stages", min: MIN_STAGES }],
    n: stages,
    missing: Math.max(0, MIN_STAGES - stages) + empty,
    effort: { unit: "minutes", amount: version === null ? 30 : 10 },
  };
}

const JUDGES: Readonly<Record<GateId, Judge>> = {
  defined: judgeDefined,
  complete: judgeComplete,
  "buyer-anchored": judgeAnchored,
  "on-process": (facts, level) => judgeShare("on-process", facts.onProcess, level),
  "in-use": (facts, level) => judgeShare("in-use", facts.inUse, level),
  followed: judgeFollowed,
  explained: (facts, level) => judgeShare("explained", facts.explained, level, facts.explained.deals),
  feedback: (facts, level) => judgeShare("feedback", facts.feedback, level, facts.feedback?.deals),
  evidenced: judgeEvidenced,
  measurable: judgeMeasurable,
  coached: judgeCoached,
  reviewed: judgeReviewed,
  refined: judgeRefined,
  checked: judgeChecked,
  triaged: (facts, level) => judgeShare("triaged", facts.triaged, level, facts.triaged?.n),
};

/** Judges one gate as a level asks for it: how it stands, what is needed, and what meets it. */
export function judgeGate(gate: GateId, facts: GateFacts, level: JudgedLevel): Judgement {
  const common = { gate, level, windowDays: WINDOW_DAYS[gate] };
  return {
    ...common,
    missing: null,
    waitsFor: null,
    effort: null,
    lapsesOn: null,
    ...JUDGES[gate](facts, level),
  };
}
