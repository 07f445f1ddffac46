import "server-only";
import { refuseMoment } from "@/lib/domain/run/limits";
import { refuse } from "@/lib/domain/shared/result";
import { dealCommand } from "./change";
import { GiveEvidence, WithdrawEvidence } from "./input";

/** Says that an exit criterion holds, and who backs it. */
export const giveEvidence = dealCommand({
  name: "deal.give-evidence",
  input: GiveEvidence,
  decide(run, { criterionKey, kind, note }, occurred, { ctx }) {
    const known = run.compiled.stages.some(({ criteria }) =>
      criteria.some(({ key }) => key === criterionKey),
    );
    if (!known) return refuse("criterion-unknown", undefined, { field: "criterionKey" });
    return (
      refuseMoment(run.state, occurred, ctx.today) ?? [
        { type: "criterion.evidenced", criterionKey, kind, note },
      ]
    );
  },
});

/** Takes evidence back: the proven stage moves, the claimed one does not. */
export const withdrawEvidence = dealCommand({
  name: "deal.withdraw-evidence",
  input: WithdrawEvidence,
  decide: (run, { criterionKey }) =>
    run.state.criteria[criterionKey] ? [{ type: "criterion.withdrawn", criterionKey }] : [],
});
