import "server-only";
import { previewSwitch } from "@/lib/domain/preview/preview-switch";
import { compile } from "@/lib/domain/process/compile";
import { project } from "@/lib/domain/run/project";
import { versionsIn } from "@/lib/domain/run/versions-in";
import { refuse } from "@/lib/domain/shared/result";
import { amountOf } from "@/lib/features/runs/projection";
import { compiledVersions, ordersOf } from "@/lib/features/runs/versions";
import { calendarOf } from "@/lib/platform/calendar";
import { query } from "@/lib/platform/verb";
import { headOf } from "./heads";
import { MovesWanted } from "./input";
import { findProcess, knownOwners } from "./store";
import { openRunsNotOn } from "./store-replay";
import { findDraft, findPublished } from "./store-versions";
import { MOST_MOVES, type Moves } from "./view";

/**
 * The open deals that could go over to the draft (`to: "draft"`), or to what is published, and what that would do to each:
 * the very judgement of it afterwards. `stages` says where the deals of a stage go on that is not in the new version. A page
 * at a time. Refused (not-found) without such a version.
 */
export const processMoves = query({
  name: "processes.moves",
  input: MovesWanted,
  can: "process.publish",
  async run({ tx, ctx, input }): Promise<Moves | ReturnType<typeof refuse>> {
    const process = await findProcess(tx, ctx, input.processId);
    const find = input.to === "draft" ? findDraft : findPublished;
    const target = process && (await find(tx, ctx, process.id));
    if (!process || !target) return refuse("not-found");
    const { roles, known } = await knownOwners(tx, ctx);
    const limit = MOST_MOVES;
    const onto = input.to === "draft" ? null : target.id;
    const { runs, total } = await openRunsNotOn(tx, ctx, process.id, onto, {
      after: input.after ?? null,
      limit,
    });
    const followed = runs.flatMap(({ events }) => versionsIn(events));
    const versions = await compiledVersions(tx, ctx.org.id, [...followed, target.id]);
    const after = versions.get(target.id) ?? compile(target.document, known.timing);
    const orders = ordersOf(versions);
    const calendar = calendarOf(ctx.org);
    const now = ctx.now.toISOString();
    const occurred = { day: ctx.today, at: now };
    return {
      ...headOf(process, roles),
      target: { versionId: target.id, number: target.number },
      total,
      stages: after.stages.map(({ key, name }) => ({ key, name })),
      deals: runs.flatMap(({ events, currency: _, ...row }) => {
        const state = project(events, orders);
        const before = versions.get(state.versionId);
        if (!before) return [];
        const from = before.stages.find(({ key }) => key === state.stageKey);
        const one = { id: row.id, state };
        return [
          {
            ...row,
            ...previewSwitch(one, before, after, input.stages, calendar, now, occurred),
            fromName: from?.name ?? null,
            amount: amountOf(state),
          },
        ];
      }),
      next: runs.length === limit ? (runs.at(-1)?.id ?? null) : null,
    };
  },
});
