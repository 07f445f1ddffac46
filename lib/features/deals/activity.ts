import "server-only";
import { decideEvidence } from "@/lib/domain/run/decide-criterion";
import { decideCompleteStep } from "@/lib/domain/run/decide-step";
import type { RunEventBody } from "@/lib/domain/run/events";
import { refuseMoment } from "@/lib/domain/run/limits";
import { isRefusal } from "@/lib/domain/shared/result";
import { keepText, tellMentioned } from "@/lib/features/inbox/commands";
import { writeActivities } from "@/lib/features/runs/open";
import { dealCommand } from "./change";
import { LogActivity, NOTE_LENGTH } from "./input";

/**
 * Logs what happened with the buyer, the due step it fulfils and the criteria it proves; all of it or nothing. Never
 * conflicts with another edit. Refuses as completing a step and giving evidence do.
 */
export const logActivity = dealCommand({
  name: "deal.log-activity",
  input: LogActivity,
  async decide(run, input, occurred, { tx, ctx }) {
    const refused = refuseMoment(run.state, occurred, ctx.today);
    if (refused) return refused;
    const { activityId, kind, stepKey, twoWay } = input;
    const note = await keepText(tx, ctx, input.note, NOTE_LENGTH);
    const events: RunEventBody[] = [{ type: "activity.logged", activityId, kind, stepKey }];
    if (stepKey !== null) {
      const done = decideCompleteStep(run.state, run.compiled, { stepKey, activityId, occurred }, ctx.today);
      if (isRefusal(done)) return done;
      events.push(...done);
    }
    for (const each of input.evidence) {
      const given = decideEvidence(run.state, run.compiled, { ...each, occurred }, ctx.today);
      if (isRefusal(given)) return given;
      events.push(...given);
    }
    const actorId = ctx.member.kind === "member" ? ctx.member.id : String(run.state.fields.owner);
    await writeActivities(tx, ctx, [
      { id: activityId, runId: run.id, kind, stepKey, twoWay, note, occurred, actorId },
    ]);
    const about = { runId: run.id, activityId };
    await tellMentioned(tx, ctx, { text: note, about, sightOf: run.id });
    return events;
  },
});
