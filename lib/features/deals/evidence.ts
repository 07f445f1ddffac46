import "server-only";
import { decideEvidence, decideWithdraw } from "@/lib/domain/run/decide-criterion";
import { dealCommand } from "./change";
import { GiveEvidence, WithdrawEvidence } from "./input";

/** Says that an exit criterion holds, and who backs it. */
export const giveEvidence = dealCommand({
  name: "deal.give-evidence",
  input: GiveEvidence,
  decide: (run, { criterionKey, kind, note }, occurred, { ctx }) =>
    decideEvidence(run.state, run.compiled, { criterionKey, kind, note, occurred }, ctx.today),
});

/** Takes evidence back: the proven stage moves, the claimed one does not. */
export const withdrawEvidence = dealCommand({
  name: "deal.withdraw-evidence",
  input: WithdrawEvidence,
  decide: (run, { criterionKey }) => decideWithdraw(run.state, { criterionKey }),
});
